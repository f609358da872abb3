import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Stock of one variant at one location, as it is now. Whole units. */
export interface Availability {
  variantId: string;
  locationId: string;
  onHand: number;
  reserved: number;
  /** Of those on hand; they may not be sold. */
  damaged: number;
  /** What is kept back here: the variant's own limit, or its location's, or the company's. */
  safety: number;
  ownSafety: number | undefined;
  display: number;
  incoming: number;
  incomingAt: Date | undefined;
  /** May be held and collected (display pieces included); never below 0. */
  available: number;
  /** May be shipped (display pieces left out); never below 0. */
  availableToShip: number;
}

interface Row {
  variant_id: string;
  location_id: string;
  on_hand: number;
  reserved: number;
  damaged: number;
  safety: number;
  own_safety: number | null;
  display: number;
  incoming: number;
  incoming_at: Date | null;
  free: number;
  free_to_ship: number;
}

/** One statement for any number of variants; levels that do not exist are not listed. */
export async function availability(
  ctx: Ctx,
  query: { variantIds: readonly string[]; locationIds?: readonly string[] },
): Promise<Availability[]> {
  if (query.variantIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select * from stock.read_free_levels(${[...query.variantIds]}::uuid[],
      ${query.locationIds ? [...query.locationIds] : null}::uuid[], ${ctx.clock.now()})`.execute(ctx.db);
  return rows.map((row) => ({
    variantId: row.variant_id,
    locationId: row.location_id,
    onHand: row.on_hand,
    reserved: row.reserved,
    damaged: row.damaged,
    safety: row.safety,
    ownSafety: row.own_safety ?? undefined,
    display: row.display,
    incoming: row.incoming,
    incomingAt: row.incoming_at ?? undefined,
    available: Math.max(0, row.free),
    availableToShip: Math.max(0, row.free_to_ship),
  }));
}
