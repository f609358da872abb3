import { type Static, Type } from 'typebox';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { workByDay } from '../../modules/fulfilment/index.ts';
import { addDays, getLocation, localDate, startOfDay } from '../../modules/locations/index.ts';
import { storeSales } from '../../modules/orders/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';

const shownDays = 8;

const Day = Strict({
  day: Type.String({ format: 'date' }),
  holds: Type.Integer({ description: 'Holds that came in' }),
  pickups: Type.Integer({ description: 'Orders to be collected that came in' }),
  collected: Type.Integer(),
  lapsed: Type.Integer({ description: 'Holds that ran out uncollected' }),
  notFound: Type.Integer(),
  ready: Type.Integer({ description: 'Of what came in that day: how many became ready' }),
  minutesToReadyMedian: Nullable(Type.Integer()),
  minutesToReadyMax: Nullable(Type.Integer()),
  sales: Type.Integer({ description: 'Contracts made in the store' }),
  gross: MoneySchema,
});

const StoreDay = Strict({
  /** Oldest first; the last is the day asked for, the first the same weekday a week before. */
  days: Type.Array(Day),
  zone: Type.String(),
  asOf: Timestamp,
});

/** The store's day beside the seven before it: calendar days on the store's clock, from the ledgers themselves. */
async function storeDay(
  ctx: Ctx,
  input: { locationId: string; date?: string | undefined },
): Promise<Static<typeof StoreDay>> {
  if (!mayActAt(ctx.actor, input.locationId)) throw new AppError('wrong_location');
  const [location, market] = [await getLocation(ctx, input.locationId), await getHomeMarket(ctx)];
  const now = ctx.clock.now();
  const last = input.date ?? localDate(location, now);
  const dates = Array.from({ length: shownDays }, (_, place) => addDays(last, place - shownDays + 1));
  const span = {
    locationId: location.id,
    zone: location.zone,
    from: startOfDay(location, dates[0] ?? last),
    to: startOfDay(location, addDays(last, 1)),
  };
  const [work, sales] = await Promise.all([workByDay(ctx, span), storeSales(ctx, span)]);
  return {
    days: dates.map((day) => {
      const done = work.find((one) => one.day === day);
      const sold = sales.find((one) => one.day === day && one.gross.currency === market.currency);
      return {
        day,
        holds: done?.holds ?? 0,
        pickups: done?.pickups ?? 0,
        collected: done?.collected ?? 0,
        lapsed: done?.lapsed ?? 0,
        notFound: done?.notFound ?? 0,
        ready: done?.ready ?? 0,
        minutesToReadyMedian: done?.minutesToReadyMedian ?? null,
        minutesToReadyMax: done?.minutesToReadyMax ?? null,
        sales: sold?.orders ?? 0,
        gross: sold?.gross ?? { amount: 0, currency: market.currency },
      };
    }),
    zone: location.zone,
    asOf: now.toISOString(),
  };
}

export const storeDayRoute = route({
  method: 'GET',
  path: '/api/staff/floor/day',
  summary: 'A store’s day for its manager, beside the week before',
  tag: 'floor',
  audience: staff('manager', 'admin'),
  query: Strict({ locationId: Id, date: Type.Optional(Type.String({ format: 'date' })) }),
  response: StoreDay,
  handle: (ctx, { query }) => storeDay(ctx, query),
});
