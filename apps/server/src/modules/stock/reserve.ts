import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { ReservationFacts, ReservationOwner, Shortfall } from './reservation.ts';
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

type Outcome = { held: ReservationFacts } | { kept: ReservationFacts } | { refused: Shortfall[] } | { mismatch: true };

/**
 * Takes stock, all or nothing, in one call that commits alone. It never joins a caller's transaction: a lock on a hot
 * level must not be held while the caller does something else, and a hold whose order never came expires by itself.
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
  const who = whoOf(ctx);
  const payload = [
    {
      id: request.id,
      ownerKind: request.owner.kind,
      ownerId: request.owner.id,
      subjectId: request.subjectId ?? null,
      purpose: request.purpose,
      expiresAt: request.expiresAt.toISOString(),
      lines: request.lines,
      context: request.context,
      ...(keepsOwn ? { keepsOwn } : {}),
      who,
      ...(ctx.idempotency ? { key: { actor: actorKey(ctx.actor), act: 'stock.reserve', ...ctx.idempotency } } : {}),
    },
  ];
  const outcome = await call(ctx, payload);
  if (outcome === 'owner_busy') {
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

async function call(ctx: Ctx, payload: object[]): Promise<Outcome | 'owner_busy'> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { rows } = await sql<{ outcome: Outcome }>`
        select outcome from stock.reserve(${JSON.stringify(payload)}::jsonb, ${ctx.clock.now()})`.execute(ctx.db);
      const outcome = rows[0]?.outcome;
      if (!outcome) throw new AppError('internal', { detail: 'stock.reserve gave no answer' });
      return outcome;
    } catch (error) {
      if (violatedConstraint(error) === 'reservation_owner') {
        // Either a twin without a key held the same line first, or the line's hold is committed.
        if (attempt >= 3) return 'owner_busy';
        continue;
      }
      const code = (error as { code?: unknown }).code;
      if (attempt < 5 && (code === '40001' || code === '40P01')) continue;
      throw error;
    }
  }
}
