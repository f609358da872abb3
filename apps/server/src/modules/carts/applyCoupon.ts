import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Result } from '../../kernel/result.ts';
import { type CartChange, type CartRefusal, changeCart } from './changeCart.ts';

/** Keeps a promotion code with the cart, or takes it off (null). Whether it is valid is pricing's to say. */
export async function applyCoupon(
  ctx: Ctx,
  input: { cartId: string; version: number; code: string | null },
): Promise<Result<CartChange, CartRefusal>> {
  return once(ctx, 'carts.applyCoupon', (tx) => changeCart(tx, input, { set: sql`, coupon_code = ${input.code}` }));
}
