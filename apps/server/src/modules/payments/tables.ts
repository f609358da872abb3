import type { ColumnType, Generated } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { PaymentState } from './states.ts';

export type MovementKind = 'authorise' | 'capture' | 'void' | 'refund';
export type MovementState = 'pending' | 'done' | 'failed';

export type PaymentRow = {
  id: string;
  order_id: string;
  subject_id: string | null;
  location_id: string | null;
  provider: string;
  method: string;
  state: PaymentState;
  capture_mode: 'at_once' | 'later';
  currency: string;
  amount: number;
  authorised: Generated<number>;
  capturing: Generated<number>;
  captured: Generated<number>;
  refunding: Generated<number>;
  refunded: Generated<number>;
  provider_ref: string | null;
  decline_reason: string | null;
  late: Generated<boolean>;
  covers_order: Generated<boolean>;
  action_url: string | null;
  action_until: Date | null;
  ask_after: Date | null;
  key: string;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
};

export type MovementRow = {
  id: string;
  payment_id: string;
  kind: MovementKind;
  state: MovementState;
  amount: number;
  key: string;
  provider_ref: string | null;
  reason: string | null;
  actor: string;
  requested_at: Date;
  settled_at: Date | null;
};

export type PaymentsTables = {
  'payments.payment': PaymentRow;
  'payments.movement': MovementRow;
  'payments.inbox': {
    id: string;
    provider: string;
    event_id: string;
    type: string;
    key: string | null;
    body: Buffer;
    headers: unknown;
    received_at: Date;
    processed_at: Date | null;
  };
  'payments.due': { order_id: string; currency: string; total: number; covered: number };
  'payments.test_card_charge': {
    key: string;
    kind: MovementKind;
    ref: string;
    parent_ref: string | null;
    amount: number;
    currency: string;
    approved: boolean;
    reason: string | null;
    last4: string | null;
    at: ColumnType<Date, Date, never>;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<PaymentsTables>();
