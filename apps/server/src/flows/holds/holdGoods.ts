import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { stepKey } from '../../kernel/idempotency.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { acceptTerms, addLine, type Cart, type CartLine, removeLine, type Terms } from '../../modules/carts/index.ts';
import type { Point } from '../../modules/locations/index.ts';
import { payable, quotePrices } from '../../modules/pricing/index.ts';
import { getHomeMarket, type Market } from '../../modules/settings/index.ts';
import { alternativesFor } from '../../modules/sourcing/index.ts';
import {
  getReservations,
  type Reservation,
  type ReservationFacts,
  reservationsOf,
  reserveIfNone,
} from '../../modules/stock/index.ts';
import { ensureCart } from '../carts/ownCart.ts';
import { askedUnder } from './askedUnder.ts';
import { type HoldContext, readHoldContext } from './holdContext.ts';

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

const tries = 4;

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

  for (let attempt = 1; ; attempt += 1) {
    const held = await tryToHold(ctx, wish, market, quote.unit, attempt);
    // The person's other click, or another tab, changed the cart between our look and our step: look again.
    if (held.ok || held.reason !== 'version_conflict' || attempt >= tries) return held;
  }
}

async function tryToHold(
  ctx: Ctx,
  wish: HoldWish,
  market: Market,
  current: Terms['unit'],
  attempt: number,
): Promise<Result<ReservationFacts, HoldRefusal>> {
  const { cart } = await inTransaction(ctx, (tx) => ensureCart({ ...tx, idempotency: undefined }, wish, market, []));
  const same = cart.lines.find((line) => isSame(line, wish));
  const live = same && (await liveHoldOf(ctx, wish, same));
  if (same && live) {
    // A repeat under the same key asks for the hold it made; only another request is "already held". The stock is not
    // asked under another key: it would replace the hold by a new one.
    return isRepeat(ctx, live) ? reserveLine(ctx, wish, cart.id, same.id, same.terms.unit) : alreadyHeld(live);
  }
  const line = same
    ? await renewTerms(ctx, wish, cart, same, current)
    : await addHeldLine(stepKey(ctx, `line:${attempt}`), wish, cart, current);
  if (!('lineId' in line)) return line;

  const held = await reserveLine(ctx, wish, cart.id, line.lineId, line.unit);
  if (held.ok) return held;
  // The other click was first, on the line that one of us added: there is one hold, and both are told of it.
  if (held.reason === 'already_exists') return held;
  // The line we added goes again, unless the person changed the cart meanwhile; then it is theirs to decide.
  if (line.version !== undefined && !(await isHeld(ctx, wish, line.lineId)))
    await removeLine(stepKey(ctx, 'undo'), { cartId: cart.id, version: line.version, lineId: line.lineId });
  if (held.reason !== 'insufficient_stock') return held;
  const alternatives = await alternativesFor(ctx, {
    variantId: wish.variantId,
    quantity: wish.quantity,
    market: market.code,
    near: wish.near,
    except: wish.locationId,
  });
  return refuse('insufficient_stock', {
    ...held.details,
    detail: 'None of it is free there: it was sold or is held for somebody else. Nothing was held.',
    alternatives,
  });
}

function isSame(line: CartLine, wish: HoldWish): boolean {
  return (
    line.variantId === wish.variantId &&
    line.quantity === wish.quantity &&
    line.way.method === 'pickup' &&
    line.way.locationId === wish.locationId
  );
}

const isLive = (hold: Reservation | undefined) => hold?.state === 'held' || hold?.state === 'committed';

/** The line's hold as the stock knows it: the line hears of holds and of their end only some moments later. */
async function liveHoldOf(ctx: Ctx, wish: HoldWish, line: CartLine): Promise<Reservation | undefined> {
  const known = line.reservationId && (await getReservations(ctx, [line.reservationId])).get(line.reservationId);
  if (known && isLive(known)) return known;
  return findHold(ctx, wish, line.id);
}

async function findHold(ctx: Ctx, wish: HoldWish, lineId: string): Promise<Reservation | undefined> {
  const holds = await reservationsOf(ctx, {
    subjectIds: wish.subjectIds,
    purposes: ['agent_hold', 'reserve_and_try'],
    limit: 50,
  });
  return holds.find((hold) => hold.owner.id === lineId && isLive(hold));
}

const isHeld = async (ctx: Ctx, wish: HoldWish, lineId: string) => (await findHold(ctx, wish, lineId)) !== undefined;

function isRepeat(ctx: Ctx, hold: Reservation): boolean {
  const key = askedUnder(ctx);
  return key !== null && readHoldContext(hold.context)?.askedUnder === key;
}

const alreadyHeld = (hold: Reservation) =>
  refuse('already_exists', {
    detail: 'This is held for this customer already.',
    reservationId: hold.id,
    until: hold.expiresAt?.toISOString() ?? null,
  });

const termsNow = (ctx: Ctx, wish: HoldWish, unit: Terms['unit']): Terms => ({
  unit,
  quotedAt: ctx.clock.now().toISOString(),
  validUntil: wish.until.toISOString(),
  channel: ctx.channel,
});

/** A hold makes a quote last; one that ran out before is not revived by it, and a price that fell is passed on. */
async function renewTerms(ctx: Ctx, wish: HoldWish, cart: Cart, line: CartLine, current: Terms['unit']) {
  const { unit } = payable(line.terms, current, ctx.clock.now());
  if (unit.amount === line.terms.unit.amount) return { lineId: line.id, version: undefined, unit };
  const terms = termsNow(ctx, wish, unit);
  const renewed = await acceptTerms(ctx, {
    cartId: cart.id,
    version: cart.version,
    lines: [{ lineId: line.id, terms }],
  });
  return renewed.ok ? { lineId: line.id, version: undefined, unit } : renewed;
}

async function addHeldLine(ctx: Ctx, wish: HoldWish, cart: Cart, unit: Terms['unit']) {
  // Apart: joined to goods that nobody holds, a refusal would take those out of the cart too.
  const added = await addLine(ctx, {
    isApart: true,
    cartId: cart.id,
    version: cart.version,
    variantId: wish.variantId,
    quantity: wish.quantity,
    way: { method: 'pickup', locationId: wish.locationId },
    terms: termsNow(ctx, wish, unit),
    advisedBy: wish.advisedBy,
  });
  if (!added.ok) return added;
  if (!added.value.lineId) throw new AppError('internal', { detail: 'the added line is not in its cart' });
  return { lineId: added.value.lineId, version: added.value.cart.version, unit };
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
    askedUnder: askedUnder(ctx),
  };
  return reserveIfNone(stepKey(ctx, 'reserve'), {
    id: ctx.newId(),
    owner: { kind: 'cart_line', id: lineId },
    subjectId: wish.subjectId,
    purpose: wish.purpose,
    expiresAt: wish.until,
    lines: [{ variantId: wish.variantId, locationId: wish.locationId, quantity: wish.quantity, allowDisplay: true }],
    context: { ...context },
  });
}
