import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashOfToken } from './accessToken.ts';

/** How whoever reads the mailbox answered: nothing yet, theirs, theirs but bought by another account, not theirs. */
export type ReceiptState = 'open' | 'kept' | 'kept_elsewhere' | 'denied';

export interface Receipt {
  orderId: string;
  /** pii; null once it was said not to be theirs */
  email: string | null;
  state: ReceiptState;
}

const gone = () => new AppError('not_found', { detail: 'This link is not whole, or its 90 days are over.' });

/** @throws AppError not_found */
export async function readReceipt(ctx: Ctx, token: string): Promise<Receipt> {
  const { rows } = await sql<Receipt>`select r.order_id as "orderId", r.email, r.state
    from orders.receipt_token t join orders.receipt r on r.order_id = t.order_id
    where t.token_hash = ${hashOfToken(token)} and t.expires_at > ${ctx.clock.now()}`.execute(ctx.db);
  if (!rows[0]) throw gone();
  return rows[0];
}

/**
 * The receipt, kept as it is until the end of the transaction: of two presses at once the second sees the first.
 *
 * @throws AppError not_found
 */
export async function lockReceipt(tx: Ctx, token: string): Promise<Receipt> {
  const { orderId } = await readReceipt(tx, token);
  // By itself: a statement that had to wait would still read the receipt as it was before.
  await sql`select order_id from orders.receipt where order_id = ${orderId} for update`.execute(tx.db);
  return readReceipt(tx, token);
}
