import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { defaultRetailer } from './defaults.ts';
import { toZone, type ZoneRow } from './listDeliveryZones.ts';
import { withBuiltIn } from './listMarkets.ts';
import type { DeliveryZone, Market } from './types.ts';

/**
 * The market the retailer sells in where nothing names another, with the zones it delivers to, in their order: what an
 * order has to know of the settings. One statement. @throws AppError not_found
 */
export async function getHomeMarketAndZones(ctx: Ctx): Promise<{ market: Market; zones: DeliveryZone[] }> {
  const { rows } = await sql<{ home: string; markets: Market[] | null; zones: ZoneRow[] | null }>`
    select r.home,
      (select jsonb_agg(jsonb_build_object('code', m.code, 'country', m.country, 'currency', m.currency,
          'languages', m.languages, 'active', m.active, 'version', coalesce(v.version, 0)))
        from settings.market m left join settings.revision v on v.part = 'market:' || m.code) as markets,
      (select jsonb_agg(to_jsonb(z) order by z.position)
        from settings.delivery_zone z where z.market = r.home and z.archived_at is null) as zones
    from (select coalesce((select default_market from settings.retailer), ${defaultRetailer.defaultMarket}) as home) r`.execute(
    ctx.db,
  );
  const row = rows[0];
  const market = withBuiltIn(row?.markets ?? []).find((candidate) => candidate.code === row?.home);
  if (!market) throw new AppError('not_found', { detail: `There is no market ${row?.home}.` });
  return { market, zones: (row?.zones ?? []).map(toZone) };
}
