import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { hashOfToken, makeAccessToken } from './accessToken.ts';

const daysOpen = 90;

/**
 * A token for the receipt of a sale, made for the address it is mailed to. It opens the goods and what they cost and nothing
 * else of the order: whoever typed that address at a till may have mistyped it. A later mail gets one of its own; earlier
 * ones stay good until their end.
 */
export async function issueReceipt(ctx: Ctx, sale: { orderId: string; email: string }): Promise<string> {
  const token = makeAccessToken();
  await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const until = new Date(now.getTime() + daysOpen * 86_400_000);
    await sql`insert into orders.receipt (order_id, email, state, sent_at) values (${sale.orderId}, ${sale.email}, 'open', ${now})
      on conflict (order_id) do nothing`.execute(tx.db);
    await sql`insert into orders.receipt_token (token_hash, order_id, expires_at)
      values (${hashOfToken(token)}, ${sale.orderId}, ${until})`.execute(tx.db);
  });
  return token;
}
