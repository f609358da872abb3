import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { normalisePostcode } from './chooseZone.ts';
import { listDeliveryZones } from './listDeliveryZones.ts';
import { getMarket } from './listMarkets.ts';
import { raiseRevision, recordChange } from './recordChange.ts';
import type { DeliveryZone } from './types.ts';

export type DeliveryZoneInput = Omit<DeliveryZone, 'id' | 'market'> & { id?: string };

/**
 * Replaces a market's zones as a whole. A zone that is left out is archived (orders may name it); one with a known id
 * keeps it.
 *
 * @throws AppError mixed_currencies, invalid_request (a prefix in two zones, days the wrong way round), version_conflict
 */
export async function saveDeliveryZones(
  ctx: Ctx,
  input: { market: string; zones: DeliveryZoneInput[]; version?: number },
): Promise<{ zones: DeliveryZone[]; version: number }> {
  refuseAmbiguity(input.zones);
  return once(ctx, 'settings.save_delivery_zones', async (tx) => {
    const { currency } = await getMarket(tx, input.market);
    for (const money of input.zones.flatMap((zone) => [zone.rate, ...(zone.freeFrom ? [zone.freeFrom] : [])])) {
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
    const rows = input.zones.map((zone, position) => ({
      id: zone.id ?? tx.newId(),
      position,
      name: zone.name,
      prefixes: zone.postcodePrefixes.map(normalisePostcode),
      rate: zone.rate.amount,
      free_from: zone.freeFrom?.amount ?? null,
      days_min: zone.daysMin,
      days_max: zone.daysMax,
    }));
    await sql`update settings.delivery_zone set archived_at = ${tx.clock.now()}
      where market = ${input.market} and archived_at is null and id <> all(${rows.map((row) => row.id)}::uuid[])`.execute(
      tx.db,
    );
    await sql`
      insert into settings.delivery_zone (id, market, position, name, postcode_prefixes, currency, rate, free_from, days_min, days_max)
      select id, ${input.market}, position, name, array(select jsonb_array_elements_text(prefixes)), ${currency}, rate, free_from, days_min, days_max
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as z(id uuid, position int, name jsonb, prefixes jsonb, rate bigint,
        free_from bigint, days_min int, days_max int)
      on conflict (id) do update set position = excluded.position, name = excluded.name,
        postcode_prefixes = excluded.postcode_prefixes, rate = excluded.rate, free_from = excluded.free_from,
        days_min = excluded.days_min, days_max = excluded.days_max`.execute(tx.db);
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
    if (zone.daysMax < zone.daysMin) {
      throw new AppError('invalid_request', {
        detail: `${zone.name.en}: daysMax ${zone.daysMax} is below daysMin ${zone.daysMin}.`,
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
