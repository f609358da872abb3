import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import { type CartChange, type CartRefusal, changeCart } from './changeCart.ts';

/**
 * A hold that was made longer takes the line's terms and its short code with it: all three end together.
 *
 * @throws AppError not_found, also where the line holds nothing
 */
export async function extendHold(
  ctx: Ctx,
  input: { cartId: string; lineId: string; until: string },
): Promise<Result<CartChange, CartRefusal>> {
  return inTransaction(ctx, (tx) =>
    changeCart(
      tx,
      { cartId: input.cartId, version: undefined },
      {
        expectsLine: true,
        lines: sql`touched as (
        update carts.line l set held_until = ${input.until}::timestamptz, valid_until = greatest(l.valid_until, ${input.until}::timestamptz)
        from cart where l.cart_id = cart.id and l.id = ${input.lineId} and l.reservation_id is not null
        returning l.*
      ), handoff as (
        update carts.handoff h set expires_at = greatest(h.expires_at, ${input.until}::timestamptz)
        from touched where h.line_id = touched.id and h.ended_at is null
      ), gone as (select l.* from carts.line l where false)`,
      },
    ),
  );
}
