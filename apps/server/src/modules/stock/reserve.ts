import { actorKey, type Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { joinRequests } from './joinRequests.ts';
import type { ReservationFacts, ReservationOwner } from './reservation.ts';
import { type GroupRequest, type Outcome, reserveGroup } from './reserveGroup.ts';
import type { ReservationPurpose } from './tables.ts';
import { whoOf } from './who.ts';

export interface ReserveRequest {
  id: string;
  owner: ReservationOwner;
  subjectId: string | undefined;
  purpose: ReservationPurpose;
  expiresAt: Date;
  /** A display piece may be held and collected, not shipped: `allowDisplay` says it will be collected. */
  lines: { variantId: string; locationId: string; quantity: number; allowDisplay: boolean }[];
  /** Travels with the event, so that what must follow a hold follows even when this process dies now. */
  context: Record<string, unknown>;
}

/**
 * Takes stock, all or nothing, in one call that commits alone. It never joins a caller's transaction: a lock on a hot
 * level must not be held while the caller does something else, and a hold whose order never came expires by itself.
 * Requests that arrive while a call is under way go together as one.
 * A repeat under the same Idempotency-Key gets the same hold. Refuses with the shortfall per level.
 */
export async function reserve(
  ctx: Ctx,
  request: ReserveRequest,
): Promise<Result<ReservationFacts, 'insufficient_stock' | 'reservation_not_held'>> {
  const held = await ask(ctx, request, false);
  if (held.ok) return held;
  const { reason, details } = held;
  if (reason === 'already_exists')
    throw new AppError('internal', { detail: 'a hold was kept that was to be replaced' });
  return refuse(reason, details);
}

/**
 * `reserve` for an owner that has no hold: one it has already is left as it is and named, where `reserve` would replace it.
 * Of two clicks of one person one holds, whatever their keys.
 */
export function reserveIfNone(
  ctx: Ctx,
  request: ReserveRequest,
): Promise<Result<ReservationFacts, 'insufficient_stock' | 'reservation_not_held' | 'already_exists'>> {
  return ask(ctx, request, true);
}

async function ask(
  ctx: Ctx,
  request: ReserveRequest,
  keepsOwn: boolean,
): Promise<Result<ReservationFacts, 'insufficient_stock' | 'reservation_not_held' | 'already_exists'>> {
  if (ctx.db.isTransaction) throw new Error('reserve() commits alone and must not be called inside a transaction');
  const asked = toGroupRequest(ctx, request, keepsOwn);
  const marks = [`owner ${request.owner.kind} ${asked.facts.owner.id}`];
  if (asked.key) marks.push(`key ${asked.key.actor} ${asked.key.key}`);
  const outcome = await join(ctx, { request: asked, marks });
  if ('busy' in outcome) {
    return refuse('reservation_not_held', {
      detail: 'This line is already being paid for; finish or cancel that first.',
    });
  }
  if ('mismatch' in outcome) throw new AppError('idempotency_key_reused');
  if ('kept' in outcome) {
    return refuse('already_exists', {
      detail: 'This is held already.',
      reservationId: outcome.kept.reservationId,
      until: outcome.kept.expiresAt,
    });
  }
  if ('refused' in outcome) {
    return refuse('insufficient_stock', { detail: 'Nothing was taken.', shortfall: outcome.refused });
  }
  return ok(outcome.held);
}

/** Group commit (DESIGN §5.1): a hot article is otherwise bounded by one row lock a commit. Figures: docs/reference/benchmarks.md. */
const join = joinRequests<GroupRequest, Outcome>({
  askGroup: reserveGroup,
  askOne,
  isWorthTrying,
  mostInGroup: 256,
  mostUnderWay: 2,
  mostWaiting: 2_000,
});

async function askOne(ctx: Ctx, request: GroupRequest): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [outcome] = await reserveGroup(ctx, [request]);
      if (!outcome) throw new AppError('internal', { detail: 'stock.reserve_group gave no answer' });
      return outcome;
    } catch (error) {
      // A twin held the same line, or used the same key, between our look and our write: look again.
      const violated = violatedConstraint(error);
      if (violated === 'reservation_owner' || violated === 'idempotency_pkey') {
        if (attempt >= 5) return { busy: true };
        continue;
      }
      const code = (error as { code?: unknown }).code;
      if (attempt < 5 && (code === '40001' || code === '40P01')) continue;
      throw error;
    }
  }
}

/** Bad values, broken constraints, conflicts: one request's, most likely. A database that is gone is everybody's. */
function isWorthTrying(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(22|23|40|P0)...$/.test(code);
}

/** Ids as PostgreSQL writes them; demand summed per level, because two lines that share an item must not each pass alone. */
function toGroupRequest(ctx: Ctx, request: ReserveRequest, keepsOwn: boolean): GroupRequest {
  const lines = new Map<string, { variantId: string; locationId: string; quantity: number; ship: number }>();
  for (const { variantId, locationId, quantity, allowDisplay } of request.lines) {
    const at = { variantId: variantId.toLowerCase(), locationId: locationId.toLowerCase() };
    const key = `${at.variantId}${at.locationId}`;
    const line = lines.get(key) ?? { ...at, quantity: 0, ship: 0 };
    line.quantity += quantity;
    if (!allowDisplay) line.ship += quantity;
    lines.set(key, line);
  }
  const sorted =
    lines.size > 1
      ? [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
      : [...lines.values()];
  const { idempotency } = ctx;
  return {
    facts: {
      reservationId: request.id,
      owner: { kind: request.owner.kind, id: request.owner.id.toLowerCase() },
      purpose: request.purpose,
      expiresAt: request.expiresAt.toISOString(),
      context: request.context,
      lines: sorted.map(({ variantId, locationId, quantity }) => ({ variantId, locationId, quantity })),
    },
    ship: sorted.map((line) => line.ship),
    subjectId: request.subjectId ?? null,
    eventId: ctx.newId(),
    who: whoOf(ctx),
    ...(keepsOwn ? { keepsOwn: true as const } : {}),
    ...(idempotency
      ? { key: { actor: actorKey(ctx.actor), key: idempotency.key, fingerprint: idempotency.fingerprint } }
      : {}),
  };
}
