import type { Ctx } from '../../kernel/context.ts';
import { onceTelling } from '../../kernel/idempotency.ts';
import type { ProblemCode } from '../../kernel/problems.ts';
import { ok, Refusal, type Result } from '../../kernel/result.ts';
import type { Cart } from '../../modules/carts/index.ts';
import type { Market } from '../../modules/settings/index.ts';

export interface CartDone {
  cartId: string;
  /** As the change left it; undefined for a repeat under the same key, which changed nothing. */
  cart: Cart | undefined;
  /** The market it was changed in, where that was read. */
  market?: Market | undefined;
}

/** A change of a cart, once for the caller's key. Only the cart's id is kept under the key: a repeat shows it as it is now. */
export async function changeOnce<R extends ProblemCode>(
  ctx: Ctx,
  act: string,
  change: (tx: Ctx) => Promise<Result<Cart, R>>,
): Promise<Result<CartDone, R>> {
  let cart: Cart | undefined;
  const { outcome, isRepeat } = await onceTelling(ctx, act, async (tx) => {
    const changed = await change(tx);
    if (!changed.ok) return changed;
    cart = changed.value;
    return { cartId: cart.id };
  });
  return outcome instanceof Refusal ? outcome : ok({ ...outcome, cart: isRepeat ? undefined : cart });
}
