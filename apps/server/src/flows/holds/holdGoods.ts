import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { stepKey } from '../../kernel/idempotency.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { addLine, type Cart, type CartLine, removeLine } from '../../modules/carts/index.ts';
import type { Point } from '../../modules/locations/index.ts';
import { quotePrices } from '../../modules/pricing/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { alternativesFor } from '../../modules/sourcing/index.ts';
import { type ReservationFacts, reserve } from '../../modules/stock/index.ts';
import { ensureCart } from '../carts/ownCart.ts';
import type { HoldContext } from './holdContext.ts';

export interface HoldWish {
  /** The person: the subject the hold is made under, and all subjects known to be the same person. */
  subjectId: string;
  subjectIds: readonly string[];
  variantId: string;
  quantity: number;
  locationId: string;
  purpose: 'agent_hold' | 'reserve_and_try';
  until: Date;
  threadId?: string | undefined;
  near?: Point | undefined;
  /** Staff who holds and who advised, kept on the line for good. */
  heldBy?: string | undefined;
  advisedBy?: string | undefined;
}

export type HoldRefusal =
  | 'insufficient_stock'
  | 'already_exists'
  | 'price_missing'
  | 'version_conflict'
  | 'cart_closed'
  | 'reservation_not_held';

/**
 * Puts goods into a person's cart at today's price and holds them there. The price stays at least as long as the hold.
 * The stock is taken by itself, in one step that can refuse; a refusal leaves the cart as it was and names alternatives.
 * What follows (code, task, message, mail) is completeHold's, which the hold's event brings about even if we die here.
 */
export async function holdGoods(ctx: Ctx, wish: HoldWish): Promise<Result<ReservationFacts, HoldRefusal>> {
  const market = await getHomeMarket(ctx);
  const quote = (await quotePrices(ctx, market.code, [wish.variantId])).get(wish.variantId);
  if (!quote) return refuse('price_missing', { detail: 'This has no price in this market, so it cannot be held.' });

  const { cart } = await inTransaction(ctx, (tx) => ensureCart({ ...tx, idempotency: undefined }, wish, market, []));
  const same = cart.lines.find((line) => isSame(line, wish));
  if (same?.reservationId && same.heldUntil && new Date(same.heldUntil) > ctx.clock.now()) {
    // A repeat under the same key asks for the hold it made; only another request is "already held".
    if (!ctx.idempotency) return alreadyHeld(same);
    const repeat = await reserveLine(ctx, wish, cart.id, same.id, quote.unit);
    return repeat.ok && repeat.value.reservationId === same.reservationId ? repeat : alreadyHeld(same);
  }
  const line = same ? { lineId: same.id, version: undefined } : await addHeldLine(ctx, wish, cart, quote.unit);
  if (!('lineId' in line)) return line;

  const held = await reserveLine(ctx, wish, cart.id, line.lineId, same ? same.terms.unit : quote.unit);
  if (held.ok) return held;
  // The line we added goes again, unless the person changed the cart meanwhile; then it is theirs to decide.
  if (line.version !== undefined)
    await removeLine(stepKey(ctx, 'undo'), { cartId: cart.id, version: line.version, lineId: line.lineId });
  if (held.reason !== 'insufficient_stock') return held;
  const alternatives = await alternativesFor(ctx, {
    variantId: wish.variantId,
    quantity: wish.quantity,
    market: market.code,
    near: wish.near,
    except: wish.locationId,
  });
  return refuse('insufficient_stock', { ...held.details, alternatives });
}

function isSame(line: CartLine, wish: HoldWish): boolean {
  return (
    line.variantId === wish.variantId &&
    line.quantity === wish.quantity &&
    line.way.method === 'pickup' &&
    line.way.locationId === wish.locationId
  );
}

const alreadyHeld = (line: CartLine) =>
  refuse('already_exists', {
    detail: 'This is held for this customer already.',
    reservationId: line.reservationId,
    until: line.heldUntil,
  });

async function addHeldLine(ctx: Ctx, wish: HoldWish, cart: Cart, unit: { amount: number; currency: string }) {
  const added = await addLine(stepKey(ctx, 'line'), {
    cartId: cart.id,
    version: cart.version,
    variantId: wish.variantId,
    quantity: wish.quantity,
    way: { method: 'pickup', locationId: wish.locationId },
    terms: {
      unit,
      quotedAt: ctx.clock.now().toISOString(),
      validUntil: wish.until.toISOString(),
      channel: ctx.channel,
    },
    advisedBy: wish.advisedBy,
  });
  if (!added.ok) return added;
  if (!added.value.lineId) throw new AppError('internal', { detail: 'the added line is not in its cart' });
  return { lineId: added.value.lineId, version: added.value.cart.version };
}

async function reserveLine(
  ctx: Ctx,
  wish: HoldWish,
  cartId: string,
  lineId: string,
  unit: { amount: number; currency: string },
) {
  const context: HoldContext = {
    cartId,
    lineId,
    threadId: wish.threadId ?? null,
    heldBy: wish.heldBy ?? null,
    advisedBy: wish.advisedBy ?? null,
    unit,
  };
  return reserve(stepKey(ctx, 'reserve'), {
    id: ctx.newId(),
    owner: { kind: 'cart_line', id: lineId },
    subjectId: wish.subjectId,
    purpose: wish.purpose,
    expiresAt: wish.until,
    lines: [{ variantId: wish.variantId, locationId: wish.locationId, quantity: wish.quantity, allowDisplay: true }],
    context: { ...context },
  });
}
