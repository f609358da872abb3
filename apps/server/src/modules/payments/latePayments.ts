import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';

/** Money that came when it was of no use any more, and what became of it. */
export interface LatePayment {
  paymentId: string;
  orderId: string;
  provider: string;
  method: string;
  amount: Money;
  at: string;
  /** How its way back stands; null: nobody has sent it back. */
  refund: 'pending' | 'done' | 'failed' | null;
}

/** The key of the refund of money that came too late, one a payment. */
export const lateRefundKey = (paymentId: string): string => `late:${paymentId}`;

/** Money that came late, newest first, in pages. */
export async function latePayments(
  ctx: Ctx,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: LatePayment[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor, ['instant', 'id']);
  const { rows } = await sql<{
    payment_id: string;
    order_id: string;
    provider: string;
    method: string;
    amount: number;
    currency: string;
    at: Date;
    refund: LatePayment['refund'];
  }>`
    select p.id as payment_id, p.order_id, p.provider, p.method, p.captured as amount, p.currency, m.requested_at as at, m.state as refund
    from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.kind = 'refund' and m.key like 'late:%'
      ${after ? sql`and (m.requested_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by m.requested_at desc, p.id desc limit ${page.limit + 1}`.execute(ctx.db);
  const items = rows.map((row) => ({
    paymentId: row.payment_id,
    orderId: row.order_id,
    provider: row.provider,
    method: row.method,
    amount: { amount: row.amount, currency: row.currency },
    at: row.at.toISOString(),
    refund: row.refund,
  }));
  return toPage(items, page.limit, (item) => [item.at, item.paymentId]);
}
