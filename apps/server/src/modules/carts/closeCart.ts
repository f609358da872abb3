import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { ownedBy } from './access.ts';
import { type CartRefusal, explain } from './changeCart.ts';

/**
 * The cart became an order. Given a version, it must still be the one that was shown and priced. Of two tabs that order
 * the same cart one is refused, with the order of the other. Its codes and links still lead to it until they expire.
 *
 * @throws AppError not_found
 */
export async function closeCart(
  ctx: Ctx,
  input: { cartId: string; orderId: string; version?: number | undefined },
): Promise<Result<undefined, CartRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql`
      update carts.cart set state = 'ordered', order_id = ${input.orderId}, version = version + 1, updated_at = ${tx.clock.now()}
      where cart.id = ${input.cartId} and cart.state = 'open'
        ${input.version === undefined ? sql`` : sql`and cart.version = ${input.version}`} ${ownedBy(tx.actor)}
      returning cart.id`.execute(tx.db);
    if (rows.length > 0) return ok(undefined);
    const refusal = await explain(tx, input.cartId);
    return refusal.reason === 'cart_closed' ? refusal : refuse('version_conflict', refusal.details);
  });
}
