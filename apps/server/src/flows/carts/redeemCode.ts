import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { applyCoupon, type Cart, type CartRefusal } from '../../modules/carts/index.ts';
import { promotionByCode } from '../../modules/pricing/index.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { ownCart } from './ownCart.ts';

/**
 * Keeps a promotion code with the cart, or takes it off (null). A code that lowers nothing of this cart is refused, so
 * that nobody waits for a discount that will not come.
 *
 * @throws AppError not_found
 */
export async function redeemCode(
  ctx: Ctx,
  input: { version: number; code: string | null },
): Promise<Result<CartDone, CartRefusal | 'promotion_code_invalid'>> {
  return changeOnce(ctx, 'cart.code', async (tx): Promise<Result<Cart, CartRefusal | 'promotion_code_invalid'>> => {
    const cart = await ownCart(tx);
    const code = input.code === null ? ok(null) : await checkCode(tx, cart, input.code);
    if (!code.ok) return code;
    const changed = await applyCoupon(tx, { cartId: cart.id, version: input.version, code: code.value });
    return changed.ok ? ok(changed.value.cart) : changed;
  });
}

async function checkCode(tx: Ctx, cart: Cart, typed: string): Promise<Result<string, 'promotion_code_invalid'>> {
  const variantIds = cart.lines.map((line) => line.variantId);
  const promotion = await promotionByCode(tx, typed, { market: cart.market, variantIds });
  if (!promotion.ok) return promotion;
  if (promotion.value.variantIds !== 'all' && promotion.value.variantIds.length === 0 && variantIds.length > 0) {
    return refuse('promotion_code_invalid', {
      detail: 'This code is for other goods than those in your cart. Your cart is kept.',
    });
  }
  return ok(promotion.value.code);
}
