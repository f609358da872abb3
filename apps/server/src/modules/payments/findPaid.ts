import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Orders paid with a card that ends so, within a time, or with this number on the slip of a terminal; newest first, at
 * most 50: what a customer without a receipt has in hand.
 */
export async function ordersPaidWith(
  ctx: Ctx,
  by: { cardLast4: string; from?: Date | undefined; to?: Date | undefined } | { slip: string },
): Promise<string[]> {
  const matching =
    'slip' in by
      ? sql`provider = 'pay_in_store' and provider_ref = ${by.slip}`
      : sql`card_last4 = ${by.cardLast4} ${by.from ? sql`and created_at >= ${by.from}` : sql``}
          ${by.to ? sql`and created_at < ${by.to}` : sql``}`;
  const { rows } = await sql<{ order_id: string }>`
    select order_id from payments.payment where ${matching} and captured > 0 order by created_at desc limit 50`.execute(
    ctx.db,
  );
  return [...new Set(rows.map((row) => row.order_id))];
}
