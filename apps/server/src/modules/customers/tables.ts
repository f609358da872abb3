import type { Channel, Ctx, Language } from '../../kernel/context.ts';
import type { Generated } from '../../kernel/database.ts';
import type { ConsentChannel, ConsentSource, Purpose } from './consent/purposes.ts';
import type { IdentifierKind } from './normaliseIdentifier.ts';

export type CustomersTables = {
  'customers.customer': {
    id: string;
    version: Generated<number>;
    language: Language;
    created_at: Date;
  };
  'customers.subject': {
    id: string;
    kind: 'verified' | 'anonymous';
    source: string | null;
    anonymous_id: string | null;
    epoch: number | null;
    home_customer_id: string;
    customer_id: string;
    session_since: Date | null;
    created_at: Date;
  };
  'customers.identifier': {
    id: string;
    subject_id: string;
    kind: IdentifierKind;
    value: string;
    state: 'verified' | 'claimed';
    source: string;
    at: Date;
  };
  'customers.link': {
    id: string;
    seq: Generated<number>;
    subject_id: string;
    anchor_subject_id: string;
    from_customer: string;
    to_customer: string;
    evidence_kind: string;
    evidence: string;
    at: Date;
    actor: string;
    undone_at: Date | null;
    undone_by: string | null;
  };
  'customers.trait': {
    subject_id: string;
    name: 'given_name' | 'family_name';
    source: string;
    value: string;
    folded: string;
    at: Date;
  };
  'customers.session': {
    id: string;
    token_hash: Buffer;
    subject_id: string;
    verified_subject_id: string | null;
    verified_until: Date | null;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  };
  'customers.sign_in_code': {
    id: string;
    seq: Generated<number>;
    email_key: Buffer;
    code_hash: Buffer;
    attempts: Generated<number>;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  'customers.budget': { key: Buffer; taken: number; resets_at: Date };
  'customers.consent': {
    id: string;
    subject_id: string;
    purpose: Purpose;
    channel: ConsentChannel;
    state: 'given' | 'withdrawn';
    source: ConsentSource;
    wording: string;
    language: Language;
    proof: string;
    actor: string;
    at: Date;
  };
  'customers.consent_request': {
    id: string;
    token_hash: Buffer;
    subject_id: string | null;
    email: string;
    source: string;
    wording: string;
    language: Language;
    requested_at: Date;
    expires_at: Date;
    confirmed_at: Date | null;
  };
  'customers.timeline': {
    event_id: string;
    subject_id: string;
    at: Date;
    type: string;
    channel: Channel;
    location_id: string | null;
    actor: string;
    role: string | null;
    data: Record<string, unknown>;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<CustomersTables>();
