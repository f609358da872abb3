import type { Ctx, Language, Scope, StaffRole } from '../../kernel/context.ts';
import type { Generated } from '../../kernel/database.ts';

export type StaffTables = {
  'staff.auth_user': {
    id: string;
    name: string;
    email: string;
    email_verified: boolean;
    created_at: Date;
    updated_at: Date;
  };
  'staff.auth_account': {
    id: string;
    account_id: string;
    provider_id: string;
    user_id: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
  'staff.auth_session': {
    id: string;
    expires_at: Date;
    token: string;
    created_at: Date;
    updated_at: Date;
    user_id: string;
    device_id: string | null;
  };
  'staff.member': {
    id: string;
    version: Generated<number>;
    role: StaffRole;
    location_ids: string[] | null;
    language: Language;
    active: Generated<boolean>;
    may_export: Generated<boolean>;
    created_at: Date;
  };
  'staff.api_key': {
    id: string;
    name: string;
    token_hash: Buffer;
    scopes: Scope[];
    created_by: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  'staff.device': {
    id: string;
    name: string;
    location_id: string;
    token_hash: Buffer;
    registered_by: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  'staff.pin': {
    member_id: string;
    hash: string;
    set_at: Date;
    tries: Generated<number>;
    resets_at: Date | null;
    failures: Generated<number>;
  };
  'staff.sign_in_tries': {
    key: Buffer;
    tries: number;
    resets_at: Date;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<StaffTables>();
