import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { tables } from './tables.ts';

/** 128 random bits, the way to an order without an account; the database keeps the hash only. */
export function makeAccessToken(): string {
  return randomBytes(16).toString('base64url');
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** One more token for an order, for a later message; earlier ones stay good. */
export async function issueAccessToken(ctx: Ctx, orderId: string): Promise<string> {
  const token = makeAccessToken();
  await inTransaction(ctx, (tx) =>
    tables(tx)
      .insertInto('orders.access_token')
      .values({ token_hash: hashOfToken(token), order_id: orderId, created_at: tx.clock.now() })
      .execute(),
  );
  return token;
}
