import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { getMarket, getRetailer } from '../settings/index.ts';
import { normaliseCode } from './readPromotions.ts';
import { tellEnds, tellStarts } from './tellPromotions.ts';

export interface PromotionInput {
  market: string;
  name: LocalizedText;
  /** 1 to 9999; 2000 = 20 % */
  basisPoints: number;
  variantIds: 'all' | readonly string[];
  /** Left out: it applies by itself. */
  code?: string | null;
  /** Left out: now. Never in the past: prices that were asked are history. */
  startsAt?: Date;
  endsAt?: Date | null;
}

/**
 * Makes a promotion. What it gives and for which variants never changes afterwards, only its end may (see endPromotion):
 * another percentage is another promotion, with a 30-day window of its own.
 *
 * @throws AppError invalid_request, not_found (market), already_exists (the code is in use)
 */
export async function savePromotion(ctx: Ctx, input: PromotionInput): Promise<{ id: string; version: number }> {
  const now = ctx.clock.now();
  if (input.startsAt && input.startsAt < now) {
    throw new AppError('invalid_request', {
      detail: 'A promotion begins now or later: prices that were asked cannot be changed.',
    });
  }
  return store(ctx, 'pricing.save_promotion', { ...input, startsAt: input.startsAt ?? now });
}

/**
 * Takes over a promotion that began in the past, with the prices of that time (`importPrices`), for setting a system up.
 * It changes the lowest prices of later reductions, so people cannot do it.
 *
 * @throws AppError not_allowed for anyone but the system, and as savePromotion
 */
export async function importPromotion(
  ctx: Ctx,
  input: PromotionInput & { startsAt: Date },
): Promise<{ id: string; version: number }> {
  if (ctx.actor.kind !== 'system')
    throw new AppError('not_allowed', { detail: 'Only an import of the system writes the past.' });
  return store(ctx, 'pricing.import_promotion', input);
}

async function store(
  ctx: Ctx,
  act: string,
  input: PromotionInput & { startsAt: Date },
): Promise<{ id: string; version: number }> {
  const endsAt = input.endsAt ?? null;
  if (endsAt !== null && endsAt <= input.startsAt)
    throw new AppError('invalid_request', { detail: 'A promotion ends after it begins.' });
  if (input.variantIds !== 'all' && input.variantIds.length === 0) {
    throw new AppError('invalid_request', { detail: 'A promotion is for at least one variant.' });
  }
  return once(ctx, act, async (tx) => {
    await getMarket(tx, input.market);
    const { zone } = await getRetailer(tx);
    const id = tx.newId();
    const code = input.code ? normaliseCode(input.code) : null;
    const all = input.variantIds === 'all';
    try {
      await sql`
        insert into pricing.promotion (id, market, name, basis_points, scope, code, zone, starts_at, ends_at, actor, version)
        values (${id}, ${input.market}, ${JSON.stringify(input.name)}::jsonb, ${input.basisPoints}, ${all ? 'all' : 'variants'},
          ${code}, ${zone}, ${input.startsAt}, ${endsAt}, ${actorKey(tx.actor)}, 1)`.execute(tx.db);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'promotion_code') {
        throw new AppError('already_exists', {
          detail: `The code ${code} is in use. Archive that promotion first; nothing was changed.`,
        });
      }
      if (constraint)
        throw new AppError('invalid_request', {
          detail: 'From 1 to 9999 basis points; a code of 3 to 40 letters, digits, dashes.',
        });
      throw error;
    }
    if (input.variantIds !== 'all') {
      await sql`insert into pricing.promotion_variant (promotion_id, variant_id)
        select ${id}, variant_id from unnest(${[...new Set(input.variantIds)]}::uuid[]) as w(variant_id)`.execute(
        tx.db,
      );
    }
    const after = {
      market: input.market,
      basisPoints: input.basisPoints,
      variants: all ? 'all' : input.variantIds.length,
      code,
    };
    await audit(tx, {
      act,
      target: 'promotion',
      targetId: id,
      after: { ...after, startsAt: input.startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null },
    });
    await emit(tx, {
      type: 'pricing.promotion.saved',
      aggregate: 'promotion',
      aggregateId: id,
      aggregateVersion: 1,
      data: {
        promotionId: id,
        market: input.market,
        startsAt: input.startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      },
    });
    await tellStarts(tx, id);
    await tellEnds(tx, id);
    const { rows } = await sql<{ version: number }>`select version from pricing.promotion where id = ${id}`.execute(
      tx.db,
    );
    return { id, version: rows[0]?.version ?? 1 };
  });
}
