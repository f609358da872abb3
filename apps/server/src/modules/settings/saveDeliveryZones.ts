import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { normalisePostcode } from './chooseZone.ts';
import { listDeliveryZones } from './listDeliveryZones.ts';
import { getMarket } from './listMarkets.ts';
import { raiseRevision, recordChange } from './recordChange.ts';
import type { MethodFacts } from './tables.ts';
import type { DeliveryMethod, DeliveryZone } from './types.ts';

export type DeliveryMethodInput = Omit<DeliveryMethod, 'id'> & { id?: string };

type Rate = Pick<DeliveryMethod, 'rate' | 'freeFrom' | 'daysMin' | 'daysMax'>;

/** A zone with its methods, or, in short, with one rate: then that is its only method. */
export type DeliveryZoneInput = Pick<DeliveryZone, 'name' | 'postcodePrefixes'> & { id?: string } & (
    | ({ methods: DeliveryMethodInput[] } & Partial<Rate>)
    | ({ methods?: undefined } & Rate)
  );

/**
 * Replaces a market's zones as a whole. A zone that is left out is archived (orders may name it); one with a known id
 * keeps it, and so do methods. A zone without any method is kept, and nothing is delivered there.
 *
 * @throws AppError mixed_currencies, invalid_request (a prefix in two zones, days the wrong way round, a nameless method),
 *   version_conflict, not_found (the id of a zone or method that is not there)
 */
export async function saveDeliveryZones(
  ctx: Ctx,
  input: { market: string; zones: DeliveryZoneInput[]; version?: number },
): Promise<{ zones: DeliveryZone[]; version: number }> {
  refuseAmbiguity(input.zones);
  return once(ctx, 'settings.save_delivery_zones', async (tx) => {
    const { currency } = await getMarket(tx, input.market);
    const rates = input.zones.flatMap(ratesOf);
    for (const money of rates.flatMap((rate) => (rate.freeFrom ? [rate.rate, rate.freeFrom] : [rate.rate]))) {
      if (money.currency !== currency) {
        throw new AppError('mixed_currencies', {
          detail: `Market ${input.market} is in ${currency}; nothing was changed.`,
        });
      }
    }
    const part = `delivery_zones:${input.market}`;
    const version = await raiseRevision(tx, part, input.version);
    const before = await listDeliveryZones(tx, input.market);
    const known = new Set(before.zones.map((zone) => zone.id));
    const stranger = input.zones.find((zone) => zone.id !== undefined && !known.has(zone.id));
    if (stranger)
      throw new AppError('not_found', { detail: `Market ${input.market} has no delivery zone ${stranger.id}.` });
    refuseStrangeMethods(input.zones, before.zones);
    const rows = input.zones.map((zone, position) => {
      // The columns of the zone itself say what its usual method does: servers of the version before read them.
      const usual = ratesOf(zone)[0];
      return {
        id: zone.id ?? tx.newId(),
        position,
        name: zone.name,
        prefixes: zone.postcodePrefixes.map(normalisePostcode),
        rate: usual?.rate.amount ?? 0,
        free_from: usual?.freeFrom?.amount ?? null,
        days_min: usual?.daysMin ?? 0,
        days_max: usual?.daysMax ?? 0,
        methods: zone.methods?.map((method) => factsOf(method, method.id ?? tx.newId())) ?? null,
      };
    });
    await sql`update settings.delivery_zone set archived_at = ${tx.clock.now()}
      where market = ${input.market} and archived_at is null and id <> all(${rows.map((row) => row.id)}::uuid[])`.execute(
      tx.db,
    );
    await sql`
      insert into settings.delivery_zone (id, market, position, name, postcode_prefixes, currency, rate, free_from, days_min, days_max, methods)
      select id, ${input.market}, position, name, array(select jsonb_array_elements_text(prefixes)), ${currency}, rate, free_from, days_min, days_max, nullif(methods, 'null'::jsonb)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as z(id uuid, position int, name jsonb, prefixes jsonb, rate bigint,
        free_from bigint, days_min int, days_max int, methods jsonb)
      on conflict (id) do update set position = excluded.position, name = excluded.name,
        postcode_prefixes = excluded.postcode_prefixes, rate = excluded.rate, free_from = excluded.free_from,
        days_min = excluded.days_min, days_max = excluded.days_max,
        methods = excluded.methods`.execute(tx.db);
    const after = await listDeliveryZones(tx, input.market);
    await recordChange(tx, {
      part,
      version,
      event: 'settings.delivery_zones.changed',
      before: { zones: before.zones },
      after: { zones: after.zones },
      data: { market: input.market },
    });
    return after;
  });
}

function refuseAmbiguity(zones: readonly DeliveryZoneInput[]): void {
  const seen = new Set<string>();
  for (const zone of zones) {
    for (const { daysMin, daysMax, rate, freeFrom } of ratesOf(zone)) {
      if (rate.amount < 0 || (freeFrom && freeFrom.amount < 0)) {
        throw new AppError('invalid_request', {
          detail: `${zone.name.en}: delivery costs nothing or something, never less. Nothing was changed.`,
        });
      }
      if (daysMax < daysMin) {
        throw new AppError('invalid_request', {
          detail: `${zone.name.en}: daysMax ${daysMax} is below daysMin ${daysMin}.`,
        });
      }
    }
    const nameless = zone.methods?.find(({ name }) => [name.en, name.pl, name.ru].some((text) => text.trim() === ''));
    if (nameless) {
      throw new AppError('invalid_request', {
        detail: `${zone.name.en}: a way of delivery needs its name in English, Polish and Russian. Nothing was changed.`,
      });
    }
    const prefixes = zone.postcodePrefixes.length === 0 ? [''] : zone.postcodePrefixes.map(normalisePostcode);
    for (const prefix of new Set(prefixes)) {
      if (zone.postcodePrefixes.length > 0 && prefix === '') {
        throw new AppError('invalid_request', { detail: `${zone.name.en}: a prefix without a letter or digit.` });
      }
      if (seen.has(prefix)) {
        throw new AppError('invalid_request', {
          detail: prefix ? `Prefix ${prefix} stands in two zones.` : 'Two zones are for the whole country.',
        });
      }
      seen.add(prefix);
    }
  }
}

/** What is charged in a zone, by method: the usual one first. @throws AppError invalid_request where neither stands */
function ratesOf(zone: DeliveryZoneInput): Rate[] {
  if (zone.methods) return zone.methods;
  const { rate, freeFrom, daysMin, daysMax } = zone;
  if (!rate || freeFrom === undefined || daysMin === undefined || daysMax === undefined) {
    throw new AppError('invalid_request', {
      detail: `${zone.name.en}: say its methods, or its rate, freeFrom, daysMin and daysMax. Nothing was changed.`,
    });
  }
  return [{ rate, freeFrom, daysMin, daysMax }];
}

/** An order names its method by id: one id is one method, for good. */
function refuseStrangeMethods(zones: readonly DeliveryZoneInput[], before: readonly DeliveryZone[]): void {
  const seen = new Set<string>();
  for (const zone of zones) {
    const known = new Set(before.find(({ id }) => id === zone.id)?.methods.map(({ id }) => id));
    for (const { id } of zone.methods ?? []) {
      if (id === undefined) continue;
      if (!known.has(id) || seen.has(id))
        throw new AppError('not_found', { detail: `${zone.name.en} has no such method ${id}. Nothing was changed.` });
      seen.add(id);
    }
  }
}

const factsOf = (method: DeliveryMethodInput, id: string): MethodFacts => ({
  id,
  name: method.name,
  rate: method.rate.amount,
  freeFrom: method.freeFrom?.amount ?? null,
  daysMin: method.daysMin,
  daysMax: method.daysMax,
  cutOff: method.cutOff,
});
