import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { type Cart, type CartRefusal, changeLine, removeLine, type Way } from '../../modules/carts/index.ts';
import { cancelFulfilmentsOf } from '../../modules/fulfilment/index.ts';
import { lockReservation, releaseReservations } from '../../modules/stock/index.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { cartOfOwnLine } from './ownCart.ts';
import { checkWays } from './quoteGoods.ts';

export interface GoodsChange {
  lineId: string;
  version: number;
  quantity?: number | undefined;
  way?: Way | undefined;
}

type ChangeRefusal = CartRefusal | 'not_offered' | 'payment_pending';

/**
 * Another quantity or another way to get it; quantity 0 takes the line out. A hold that no longer fits goes free in the
 * same transaction, and the store's work for it ends: nobody is blocked by her own old hold, nobody puts aside in vain.
 *
 * @throws AppError not_found, archived
 */
export async function changeGoods(ctx: Ctx, input: GoodsChange): Promise<Result<CartDone, ChangeRefusal>> {
  const changing = changeOnce(ctx, 'cart.change', async (tx): Promise<Result<Cart, ChangeRefusal>> => {
    const cart = await cartOfOwnLine(tx, input.lineId);
    if (input.way) {
      const offered = await checkWays(tx, [input.way]);
      if (!offered.ok) return offered;
    }
    const overtaken = cart.version === input.version ? overtakenHold(cart, input) : undefined;
    const bound = overtaken ? await checkNotBound(tx, overtaken) : undefined;
    if (bound) return bound;
    // Stock, then work, then cart: the order in which a hand-over takes them, or the two would wait for each other.
    if (overtaken) await giveFree(tx, [overtaken]);
    const done = await write(tx, cart, input);
    if (done.ok) {
      await giveFree(
        tx,
        done.value.supersededReservationIds.filter((id) => id !== overtaken),
      );
      return ok(done.value.cart);
    }
    if (!overtaken) return done;
    // The cart changed after we looked: what was given free must be held again, so the transaction is undone.
    throw new AppError(done.reason, done.details);
  });
  return changing.catch((error: unknown) => {
    const code = error instanceof AppError ? error.code : undefined;
    if (error instanceof AppError && (code === 'version_conflict' || code === 'cart_closed')) {
      return refuse(code, error.details);
    }
    throw error;
  });
}

/** While money is asked for, the goods stay bound: given free they would be gone when it comes. Under the hold's own lock. */
async function checkNotBound(tx: Ctx, reservationId: string): Promise<Refusal<'payment_pending'> | undefined> {
  const state = await lockReservation(tx, reservationId);
  if (state !== 'committed') return undefined;
  return refuse('payment_pending', {
    detail: 'This is being paid for right now. Wait until it is done; nothing was changed.',
  });
}

const write = (tx: Ctx, cart: Cart, { lineId, version, quantity, way }: GoodsChange) =>
  quantity === 0
    ? removeLine(tx, { cartId: cart.id, version, lineId })
    : changeLine(tx, { cartId: cart.id, version, lineId, quantity, way });

function overtakenHold(cart: Cart, { lineId, quantity, way }: GoodsChange): string | undefined {
  const line = cart.lines.find((candidate) => candidate.id === lineId);
  if (!line?.reservationId) return undefined;
  const fits =
    (quantity === undefined || quantity === line.quantity) && (way === undefined || isSameWay(way, line.way));
  return fits ? undefined : line.reservationId;
}

function isSameWay(a: Way, b: Way): boolean {
  if (a.method === 'delivery' || b.method === 'delivery') return a.method === b.method;
  return a.method === b.method && a.locationId === b.locationId;
}

/** Holds that a change of the cart has overtaken, in the transaction of that change. */
async function giveFree(tx: Ctx, reservationIds: readonly string[]): Promise<void> {
  if (reservationIds.length === 0) return;
  await releaseReservations(tx, reservationIds, 'superseded');
  await cancelFulfilmentsOf(tx, reservationIds, 'superseded');
}
