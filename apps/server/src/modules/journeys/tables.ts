import type { Channel, Ctx } from '../../kernel/context.ts';
import type { Generated } from '../../kernel/database.ts';

export type JourneysTables = {
  'journeys.source': {
    id: string;
    name: string;
    write_key: string;
    channel: Channel;
    allowed_origins: string[];
    requires_consent: Generated<boolean>;
    created_at: Date;
    disabled_at: Date | null;
    label: Generated<string | null>;
    old_write_key: Generated<string | null>;
  };
  'journeys.source_secret': {
    id: string;
    source_id: string;
    hash: Buffer;
    hint: string;
    created_at: Date;
    created_by: string;
    revoked_at: Generated<Date | null>;
    last_used_at: Generated<Date | null>;
  };
  'journeys.source_day': { day: string; source_id: string; what: string; n: number; last_at: Date };
  'journeys.unknown_store': { day: string; source_id: string; code: string; n: number };
  'journeys.refusal': { day: string; reason: string; requests: number };
  'journeys.inbox': {
    received_at: Date;
    xid: Generated<string>;
    seq: Generated<number>;
    id: string;
    source_id: string;
    type: string;
    at: Date;
    event: Record<string, unknown>;
    trusted: Generated<boolean>;
  };
  'journeys.seen_message': { generation: number; source_id: string; key: string };
  'journeys.dead_letter': {
    id: string;
    received_at: Date;
    source_id: string;
    reason: string;
    event: string;
    whole: Generated<boolean>;
    given_type: string | null;
    sent_at: string | null;
    error: string | null;
    tried_at: Generated<Date | null>;
    trusted: Generated<boolean>;
  };
  'journeys.cursor': { name: string; xid: Generated<string>; seq: Generated<number> };
  'journeys.device_user': {
    source: string;
    anonymous_id: string;
    user_key: string;
    subject_id: string;
    epoch: number;
  };
  'journeys.visit': { id: string; subject_id: string; started_at: Date; last_at: Date; campaign: string };
  'journeys.outgoing': {
    seq: Generated<number>;
    token: string;
    oldest_received_at: Date;
    rows: string;
    tries: Generated<number>;
    wait_until: Date | null;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<JourneysTables>();
