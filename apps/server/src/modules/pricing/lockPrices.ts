import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export interface CurrentPrice {
  id: string;
  gross: number;
  validFrom: Date;
}

/**
 * Holds the prices of variants in a market until the transaction ends, in the order of their ids so that two batches
 * never wait for each other in a circle, and returns their versions. What is current must be read after this, by a
 * statement of its own: one that waited for a lock would still show the price of before.
 */
export async function lockPrices(tx: Ctx, market: string, variantIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ variant_id: string; version: number }>`
    insert into pricing.price_head as h (variant_id, market, version)
    select id, ${market}, 0 from unnest(${[...variantIds].sort()}::uuid[]) as wanted(id) order by id
    on conflict (variant_id, market) do update set version = h.version
    returning variant_id, version`.execute(tx.db);
  return new Map(rows.map((row) => [row.variant_id, row.version]));
}

export async function readCurrent(
  tx: Ctx,
  market: string,
  variantIds: readonly string[],
): Promise<Map<string, CurrentPrice>> {
  const { rows } = await sql<{ id: string; variant_id: string; gross: number; valid_from: Date }>`
    select id, variant_id, gross, valid_from from pricing.price
    where market = ${market} and valid_to is null and variant_id = any(${[...variantIds]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.variant_id, { id: row.id, gross: row.gross, validFrom: row.valid_from }]));
}

/** Counts one change for each of these variants. */
export async function raiseVersions(tx: Ctx, market: string, variantIds: readonly string[]): Promise<void> {
  await sql`update pricing.price_head set version = version + 1
    where market = ${market} and variant_id = any(${[...variantIds]}::uuid[])`.execute(tx.db);
}
