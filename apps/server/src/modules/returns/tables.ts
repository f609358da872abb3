import type { Generated } from 'kysely';
import type { Channel, Ctx, Language } from '../../kernel/context.ts';
import type { ColumnType } from '../../kernel/database.ts';
import type { ComplaintAnswer, Condition, Outcome, ReturnPolicy, ReturnReason, ReturnRule } from './policy.ts';
import type { ReturnState } from './states.ts';

/** Money that went back, and how. */
export interface Payout {
  to: 'original' | 'cash' | 'store_credit' | 'exchange';
  amount: number;
  /** The payment it was taken from. */
  paymentId: string | null;
  method: string | null;
  creditId: string | null;
}

/** Taken off an order for a declaration of withdrawal. */
export interface CancelledPieces {
  orderLineId: string;
  quantity: number;
}

export type ReturnRow = {
  id: string;
  number: string;
  version: number;
  state: ReturnState;
  way: 'desk' | 'post';
  order_id: string;
  order_number: string;
  subject_id: string | null;
  language: Language;
  currency: string;
  location_id: string | null;
  note: string | null;
  refund_due_at: Date | null;
  answer_due_at: Date | null;
  announced_at: Date;
  received_at: Date | null;
  inspected_at: Date | null;
  settled_at: Date | null;
  closed_at: Date | null;
  close_reason: string | null;
  taken_by: string | null;
  goods_amount: number;
  delivery_amount: number;
  payouts: Payout[];
  exchange_order_id: string | null;
  answer: ComplaintAnswer | null;
  answered_at: Date | null;
  answer_text: string | null;
};

export type LineRow = {
  id: string;
  return_id: string;
  position: number;
  order_line_id: string;
  variant_id: string;
  quantity: number;
  reason: ReturnReason;
  rule: ReturnRule;
  condition: Condition | null;
  outcome: Outcome | null;
  location_id: string | null;
  share: number | null;
  deduction: number;
  deduction_bp: number;
  deduction_reason: string | null;
  amount: number | null;
};

export type UnitRow = {
  order_line_id: string;
  order_id: string;
  bought: number;
  gross: number;
  claimed: number;
  settled: number;
  withdrawn: number;
  refunded: number;
};

export type WithdrawalRow = {
  id: string;
  number: Generated<string>;
  version: Generated<number>;
  declared_at: Date;
  /** pii */
  name: string;
  contract: string;
  /** pii */
  email: string;
  goods: string | null;
  language: Language;
  channel: Channel;
  recorded_by: string;
  order_id: string | null;
  return_id: string | null;
  cancelled: ColumnType<CancelledPieces[], string, string>;
  state: 'open' | 'matched' | 'closed';
  close_reason: string | null;
};

export type ReturnsTables = {
  'returns.policy': {
    only_one: ColumnType<boolean, never, never>;
    body: ColumnType<Omit<ReturnPolicy, 'version'>, string, string>;
    version: number;
    changed_at: Date;
  };
  'returns.return': ReturnRow;
  'returns.line': LineRow;
  'returns.unit': UnitRow;
  'returns.withdrawal': WithdrawalRow;
  'returns.step': {
    id: string;
    return_id: string;
    from_state: ReturnState | null;
    to_state: ReturnState;
    actor: string;
    location_id: string | null;
    reason: string | null;
    at: Date;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<ReturnsTables>();
