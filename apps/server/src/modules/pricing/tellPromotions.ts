import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import { emit } from '../../kernel/outbox.ts';

interface Told {
  id: string;
  market: string;
  basis_points: number;
  scope: 'all' | 'variants';
  has_code: boolean;
  at: Date;
  version: number;
  variant_ids: string[];
  told: boolean;
}

/**
 * Prices follow the clock by themselves; whoever keeps a projection of them (lists sorted by price) must be told. Each
 * start and each end is told once, whatever the number of servers: the row is marked in the transaction of its event.
 */
export const promotionClock: JobDefinition = {
  name: 'pricing.promotion-clock',
  cron: '* * * * *',
  async handle(ctx) {
    await inTransaction(ctx, async (tx) => {
      await tellStarts(tx);
      await tellEnds(tx);
    });
  },
};

/** Emits pricing.promotion.started for promotions (or for one) that began and were not told of. One that ended before anybody was told is marked only. */
export async function tellStarts(tx: Ctx, id?: string): Promise<void> {
  const now = tx.clock.now();
  const { rows } = await sql<Told>`
    with due as (
      select id from pricing.promotion
      where started_told_at is null and starts_at <= ${now} and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
      order by id for update skip locked
    )
    update pricing.promotion m set started_told_at = ${now}, start_emitted = coalesce(m.ends_at, 'infinity') > ${now},
      version = m.version + case when coalesce(m.ends_at, 'infinity') > ${now} then 1 else 0 end
    from due where m.id = due.id
    returning ${returning('starts_at')}`.execute(tx.db);
  await tell(tx, 'pricing.promotion.started', rows);
}

/** Emits pricing.promotion.ended for promotions that ended, were told to have started, and were not told to have ended. */
export async function tellEnds(tx: Ctx, id?: string): Promise<void> {
  const now = tx.clock.now();
  const { rows } = await sql<Told>`
    with due as (
      select id from pricing.promotion
      where ended_told_at is null and ends_at <= ${now} and started_told_at is not null
        and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid)
      order by id for update skip locked
    )
    update pricing.promotion m set ended_told_at = ${now},
      version = m.version + case when m.start_emitted then 1 else 0 end
    from due where m.id = due.id
    returning ${returning('ends_at')}`.execute(tx.db);
  await tell(tx, 'pricing.promotion.ended', rows);
}

const returning = (
  at: 'starts_at' | 'ends_at',
) => sql`m.id, m.market, m.basis_points, m.scope, m.code is not null as has_code,
  m.${sql.ref(at)} as at, m.version, m.start_emitted as told,
  array(select v.variant_id from pricing.promotion_variant v where v.promotion_id = m.id order by 1) as variant_ids`;

async function tell(
  tx: Ctx,
  type: 'pricing.promotion.started' | 'pricing.promotion.ended',
  rows: readonly Told[],
): Promise<void> {
  await emit(
    tx,
    ...rows
      .filter((row) => row.told)
      .map((row) => ({
        type,
        aggregate: 'promotion',
        aggregateId: row.id,
        aggregateVersion: row.version,
        data: {
          promotionId: row.id,
          market: row.market,
          basisPoints: row.basis_points,
          needsCode: row.has_code,
          variantIds: row.scope === 'all' ? 'all' : row.variant_ids,
          at: row.at.toISOString(),
        },
      })),
  );
}
