import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { chooseZone } from './chooseZone.ts';
import type { DeliveryZone } from './types.ts';

export interface ZoneRow {
  id: string;
  market: string;
  name: LocalizedText;
  postcode_prefixes: string[];
  currency: string;
  rate: number;
  free_from: number | null;
  days_min: number;
  days_max: number;
}

/** A market's zones in the order they were saved, with the version of the list. One statement. */
export async function listDeliveryZones(ctx: Ctx, market: string): Promise<{ zones: DeliveryZone[]; version: number }> {
  const { rows } = await sql<ZoneRow & { version: number }>`
    select z.id, z.market, z.name, z.postcode_prefixes, z.currency, z.rate, z.free_from, z.days_min, z.days_max,
      coalesce((select version from settings.revision where part = ${`delivery_zones:${market}`}), 0) as version
    from (select 1) one
    left join settings.delivery_zone z on z.market = ${market} and z.archived_at is null
    order by z.position`.execute(ctx.db);
  // The left join gives one row of nulls when the market has no zone, so that the version still comes.
  return { zones: rows.filter((row) => row.id !== null).map(toZone), version: rows[0]?.version ?? 0 };
}

/** The zone that delivers to a postcode, or undefined where nothing is delivered. One statement. */
export async function deliveryZoneFor(ctx: Ctx, market: string, postcode: string): Promise<DeliveryZone | undefined> {
  return chooseZone((await listDeliveryZones(ctx, market)).zones, postcode);
}

export function toZone(row: ZoneRow): DeliveryZone {
  return {
    id: row.id,
    market: row.market,
    name: row.name,
    postcodePrefixes: row.postcode_prefixes,
    rate: { amount: row.rate, currency: row.currency },
    freeFrom: row.free_from === null ? null : { amount: row.free_from, currency: row.currency },
    daysMin: row.days_min,
    daysMax: row.days_max,
  };
}
