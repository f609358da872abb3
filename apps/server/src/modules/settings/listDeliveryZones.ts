import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { chooseZone } from './chooseZone.ts';
import { usualMethodName } from './defaults.ts';
import type { MethodFacts } from './tables.ts';
import type { DeliveryMethod, DeliveryZone } from './types.ts';

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
  methods: MethodFacts[] | null;
}

/** A market's zones in the order they were saved, with the version of the list. One statement. */
export async function listDeliveryZones(ctx: Ctx, market: string): Promise<{ zones: DeliveryZone[]; version: number }> {
  const { rows } = await sql<ZoneRow & { version: number }>`
    select z.id, z.market, z.name, z.postcode_prefixes, z.currency, z.rate, z.free_from, z.days_min, z.days_max, z.methods,
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
  const methods = (row.methods ?? [ofTheZone(row)]).map((facts) => toMethod(facts, row.currency));
  const [usual = toMethod(ofTheZone(row), row.currency)] = methods;
  return {
    id: row.id,
    market: row.market,
    name: row.name,
    postcodePrefixes: row.postcode_prefixes,
    methods,
    rate: usual.rate,
    freeFrom: usual.freeFrom,
    daysMin: usual.daysMin,
    daysMax: usual.daysMax,
  };
}

/** A zone that names no methods has one, under its own id. */
const ofTheZone = (row: ZoneRow): MethodFacts => ({
  id: row.id,
  name: usualMethodName,
  rate: row.rate,
  freeFrom: row.free_from,
  daysMin: row.days_min,
  daysMax: row.days_max,
  cutOff: null,
});

const toMethod = (facts: MethodFacts, currency: string): DeliveryMethod => ({
  ...facts,
  rate: { amount: facts.rate, currency },
  freeFrom: facts.freeFrom === null ? null : { amount: facts.freeFrom, currency },
});
