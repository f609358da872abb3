import { audit } from '../../kernel/audit.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once, stepKey } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { alternativesFor } from '../../modules/sourcing/index.ts';
import { type Reservation, reservationsOf, reserve } from '../../modules/stock/index.ts';
import type { FlowParts } from '../parts.ts';
import { askedUnder } from './askedUnder.ts';
import { checkHoldable } from './checkHoldable.ts';
import { completeHold } from './completeHold.ts';
import { extendHold } from './extendHold.ts';
import { type HoldContext, readHoldContext } from './holdContext.ts';
import { type HoldLength, holdUntil } from './holdUntil.ts';
import { ownHold } from './ownHold.ts';
import { type Hold, readHold } from './readHolds.ts';

export interface HoldMove {
  reservationId: string;
  locationId: string;
  /** As long as the role allows unless said. */
  length?: HoldLength | undefined;
}

/**
 * Brings a hold to another store, at its price and under its code. The hold there replaces the one here in one step of the
 * stock that can refuse: taken there and let go here together or not at all, so that nobody ends with nothing. What follows
 * (the line, the store's work, the customer) follows from the new hold's event, like after every hold.
 *
 * @throws AppError not_found, wrong_location, archived, not_offered
 */
export async function moveHold(
  ctx: Ctx,
  parts: FlowParts,
  input: HoldMove,
): Promise<
  Result<Hold, 'insufficient_stock' | 'reservation_not_held' | 'reservation_expired' | 'hold_limit_exceeded'>
> {
  const before = await ownHold(ctx, input.reservationId);
  const context = readHoldContext(before.context);
  const [line] = before.lines;
  if (!context || !line) throw new AppError('not_found', { detail: 'This is the hold of an order: change the order.' });
  if (before.state !== 'held') {
    const done = await movedBefore(ctx, before);
    return done ? ok(await readHold(ctx, parts, done.id)) : letGo(before);
  }
  if (line.locationId === input.locationId) return stay(ctx, parts, input);
  const location = await getLocation(ctx, input.locationId);
  for (const { variantId } of before.lines) await checkHoldable(ctx, location, variantId);
  const until = await holdUntil(ctx, { kind: 'agent_hold', location, length: input.length });
  if (!until.ok) return until;
  const moved: HoldContext = {
    ...context,
    heldBy: staffIdOf(ctx.actor) ?? context.heldBy,
    askedUnder: askedUnder(ctx),
    movedFrom: before.id,
  };
  const held = await reserve(stepKey(ctx, 'move'), {
    id: ctx.newId(),
    owner: before.owner,
    subjectId: before.subjectId,
    purpose: before.purpose,
    expiresAt: until.value,
    lines: before.lines.map(({ variantId, quantity }) => ({
      variantId,
      quantity,
      locationId: location.id,
      allowDisplay: true,
    })),
    context: { ...moved },
  });
  if (!held.ok) {
    if (held.reason !== 'insufficient_stock') return held;
    const { variantId, quantity } = line;
    const market = (await getHomeMarket(ctx)).code;
    return refuse('insufficient_stock', {
      ...held.details,
      detail: `${location.name} has none of it free. Nothing was changed; it stays held where it is.`,
      alternatives: await alternativesFor(ctx, {
        variantId,
        quantity,
        market,
        near: location.point,
        except: location.id,
      }),
    });
  }
  const { reservationId } = held.value;
  const completed = await completeHold(ctx, parts, held.value);
  // Let go by its customer or the clock in the very moment: then there was nothing to move, and nothing is held.
  if (!completed) return letGo(before);
  await once(ctx, 'holds.move', async (tx) => {
    await audit(tx, {
      act: 'holds.move',
      target: 'reservation',
      targetId: reservationId,
      before: { reservationId: before.id, locationId: line.locationId },
      after: { locationId: location.id, until: until.value.toISOString() },
    });
    return { reservationId };
  });
  return ok(await readHold(ctx, parts, reservationId));
}

/** The same store: only its end moves, and what was put aside stays put aside. */
async function stay(ctx: Ctx, parts: FlowParts, input: HoldMove) {
  if (input.length) {
    const extended = await extendHold(ctx, { reservationId: input.reservationId, length: input.length });
    if (!extended.ok) return extended;
  }
  return ok(await readHold(ctx, parts, input.reservationId));
}

/** Sent again after a lost answer: the hold that the first time made. */
async function movedBefore(ctx: Ctx, before: Reservation): Promise<Reservation | undefined> {
  const key = askedUnder(ctx);
  if (!key || !before.subjectId) return undefined;
  const holds = await reservationsOf(ctx, { subjectIds: [before.subjectId], purposes: [before.purpose], limit: 50 });
  return holds.find((hold) => {
    const context = readHoldContext(hold.context);
    return context?.movedFrom === before.id && context.askedUnder === key;
  });
}

const letGo = ({ state }: Reservation) =>
  refuse('reservation_not_held', {
    detail: 'It was collected, let go or moved meanwhile. Nothing was changed; look again.',
    state,
  });
