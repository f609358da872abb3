import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Cart, type CartRefusal, changeLine, removeLine, type Way } from '../../modules/carts/index.ts';
import { cancelFulfilmentsOf } from '../../modules/fulfilment/index.ts';
import { releaseReservations } from '../../modules/stock/index.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { cartOfOwnLine } from './ownCart.ts';
import { checkWays } from './quoteGoods.ts';

/**
 * Another quantity or another way to get it; quantity 0 takes the line out. A hold that no longer fits goes free in the
 * same transaction, and the store's work for it ends: nobody is blocked by her own old hold, nobody puts aside in vain.
 *
 * @throws AppError not_found, archived
 */
export async function changeGoods(
  ctx: Ctx,
  input: { lineId: string; version: number; quantity?: number | undefined; way?: Way | undefined },
): Promise<Result<CartDone, CartRefusal | 'not_offered'>> {
  const { lineId, version, quantity, way } = input;
  return changeOnce(ctx, 'cart.change', async (tx): Promise<Result<Cart, CartRefusal | 'not_offered'>> => {
    const cart = await cartOfOwnLine(tx, lineId);
    if (way) {
      const offered = await checkWays(tx, [way]);
      if (!offered.ok) return offered;
    }
    const done =
      quantity === 0
        ? await removeLine(tx, { cartId: cart.id, version, lineId })
        : await changeLine(tx, { cartId: cart.id, version, lineId, quantity, way });
    if (!done.ok) return done;
    await giveFree(tx, done.value.supersededReservationIds);
    return ok(done.value.cart);
  });
}

/** Holds that a change of the cart has overtaken, in the transaction of that change. */
async function giveFree(tx: Ctx, reservationIds: readonly string[]): Promise<void> {
  await releaseReservations(tx, reservationIds, 'superseded');
  await cancelFulfilmentsOf(tx, reservationIds, 'superseded');
}
