import type { Language } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import type { ComplaintAnswer, Condition, Outcome, ReturnReason, ReturnRule } from './policy.ts';
import type { ReturnState } from './states.ts';
import type { LineRow, Payout, ReturnRow } from './tables.ts';

export interface ReturnLine {
  id: string;
  orderLineId: string;
  variantId: string;
  quantity: number;
  reason: ReturnReason;
  rule: ReturnRule;
  condition: Condition | null;
  outcome: Outcome | null;
  /** Where it came in and what became of it happened. */
  locationId: string | null;
  /** What is given back for it; null until it is settled. */
  amount: Money | null;
  deduction: Money;
  deductionPercent: number;
  deductionReason: string | null;
}

export interface Return {
  id: string;
  number: string;
  version: number;
  state: ReturnState;
  way: 'desk' | 'post';
  orderId: string;
  orderNumber: string;
  subjectId: string | null;
  language: Language;
  currency: string;
  locationId: string | null;
  note: string | null;
  /** By when the money has to be back. */
  refundDueAt: string | null;
  /** By when a complaint has to be answered; silence accepts it. */
  answerDueAt: string | null;
  announcedAt: string;
  receivedAt: string | null;
  inspectedAt: string | null;
  settledAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  takenBy: string | null;
  goodsAmount: Money;
  deliveryAmount: Money;
  total: Money;
  payouts: (Omit<Payout, 'amount'> & { amount: Money })[];
  exchangeOrderId: string | null;
  /** What was said to a complaint, and when; null: there is none, or nothing was said yet. */
  complaint: { answer: ComplaintAnswer; answeredAt: string; text: string | null } | null;
  lines: ReturnLine[];
}

type Loose<Row> = {
  [K in keyof Row]: Row[K] extends Date ? Date | string : Row[K] extends Date | null ? Date | string | null : Row[K];
};
export type ReturnRecord = Loose<ReturnRow>;
export type LineRecord = Loose<LineRow>;

const iso = (at: Date | string | null) => at && new Date(at).toISOString();

export function toReturn(row: ReturnRecord, lines: readonly LineRecord[]): Return {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    way: row.way,
    orderId: row.order_id,
    orderNumber: row.order_number,
    subjectId: row.subject_id,
    language: row.language,
    currency: row.currency,
    locationId: row.location_id,
    note: row.note,
    refundDueAt: iso(row.refund_due_at),
    answerDueAt: iso(row.answer_due_at),
    announcedAt: new Date(row.announced_at).toISOString(),
    receivedAt: iso(row.received_at),
    inspectedAt: iso(row.inspected_at),
    settledAt: iso(row.settled_at),
    closedAt: iso(row.closed_at),
    closeReason: row.close_reason,
    takenBy: row.taken_by,
    goodsAmount: money(row.goods_amount),
    deliveryAmount: money(row.delivery_amount),
    total: money(row.goods_amount + row.delivery_amount),
    payouts: row.payouts.map((payout) => ({ ...payout, amount: money(payout.amount) })),
    exchangeOrderId: row.exchange_order_id,
    complaint:
      row.answer && row.answered_at
        ? { answer: row.answer, answeredAt: new Date(row.answered_at).toISOString(), text: row.answer_text }
        : null,
    lines: lines.map((line) => ({
      id: line.id,
      orderLineId: line.order_line_id,
      variantId: line.variant_id,
      quantity: line.quantity,
      reason: line.reason,
      rule: line.rule,
      condition: line.condition,
      outcome: line.outcome,
      locationId: line.location_id,
      amount: line.amount === null ? null : money(line.amount),
      deduction: money(line.deduction),
      deductionPercent: line.deduction_bp / 100,
      deductionReason: line.deduction_reason,
    })),
  };
}
