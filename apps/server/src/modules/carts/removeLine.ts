import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Result } from '../../kernel/result.ts';
import { type CartChange, type CartRefusal, changeCart } from './changeCart.ts';
import { lineEvent } from './lineEvent.ts';

/**
 * Takes a line out of the cart; its hold, if any, is named for the caller to release in the same transaction.
 *
 * @throws AppError not_found
 */
export async function removeLine(
  ctx: Ctx,
  input: { cartId: string; version: number; lineId: string },
): Promise<Result<CartChange, CartRefusal>> {
  return once(ctx, 'carts.removeLine', async (tx) => {
    const changed = await changeCart(tx, input, {
      expectsLine: true,
      superseded: sql`(select array_agg(gone.reservation_id) from gone where gone.reservation_id is not null)`,
      lines: sql`gone as (
        delete from carts.line l using cart where l.cart_id = cart.id and l.id = ${input.lineId} returning l.*
      ), touched as (select * from gone where false)`,
    });
    if (!changed.ok) return changed;
    await emit(tx, lineEvent('removed', changed.value.cart, input.lineId));
    return changed;
  });
}
