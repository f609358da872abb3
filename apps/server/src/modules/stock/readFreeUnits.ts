import { sql } from 'kysely';
import { askTogether } from '../../kernel/askTogether.ts';
import type { Ctx } from '../../kernel/context.ts';

/** What one place has of a variant or expects. Whole units. */
export interface FreeAt {
  locationId: string;
  /** May be held and collected (display pieces included); never below 0. */
  available: number;
  /** May be shipped (display pieces left out); never below 0. */
  availableToShip: number;
  incoming: number;
  incomingAt: Date | undefined;
}

type Place = [locationId: string, free: number, freeToShip: number, incoming: number, incomingAt: string | null];

const read = askTogether(async (ctx, variantIds) => {
  const { rows } = await sql<{ variant_id: string; places: Place[] }>`
    select variant_id, places from stock.free_by_variant(${variantIds}::uuid[], ${ctx.clock.now()})`.execute(ctx.db);
  return new Map(rows.map((row) => [row.variant_id, row.places.map(toFree)]));
}, 1_000);

/**
 * Where variants are free or expected now, read and never remembered; places that have and expect none are not listed,
 * nor are variants without such a place. One statement for any number of variants, and for all who ask at the time.
 */
export async function freeUnits(ctx: Ctx, variantIds: readonly string[]): Promise<ReadonlyMap<string, FreeAt[]>> {
  return variantIds.length === 0 ? new Map() : read(ctx, variantIds);
}

function toFree([locationId, free, freeToShip, incoming, incomingAt]: Place): FreeAt {
  return {
    locationId,
    available: Math.max(0, free),
    availableToShip: Math.max(0, freeToShip),
    incoming,
    incomingAt: incomingAt === null ? undefined : new Date(incomingAt),
  };
}
