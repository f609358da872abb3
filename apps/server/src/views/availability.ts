import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { everyone, route } from '../kernel/route.ts';
import { Id, Nullable, Quantity, Strict, Timestamp } from '../kernel/schemas.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import { addDays, isDate, localDate } from '../modules/locations/index.ts';
import { recallRetailer } from '../modules/settings/index.ts';
import { collectOn, deliveredBy, isPast, type WaysToGet, waysToShow } from '../modules/sourcing/index.ts';
import { lastSeen } from '../modules/stock/index.ts';
import { readPlace } from './productPage.ts';
import { DateAsked, OnDateShape, PlaceShape, PostcodeAsked, SeenAt, showWays, WaysShape } from './shapes.ts';

const most = 50;
const farthestDays = 731;

const Answer = Strict({
  variantId: Id,
  sku: Type.String(),
  delivery: WaysShape.properties.delivery,
  /** null where no date was asked for, here and below. */
  deliveredOn: Nullable(OnDateShape),
  places: Type.Array(Strict({ ...PlaceShape.properties, seenAt: Nullable(SeenAt), on: Nullable(OnDateShape) })),
});

const Answers = Strict({ items: Type.Array(Answer), asOf: Timestamp });

/** The date that was asked for. @throws AppError invalid_request for none, a past one or one too far away */
export async function readDate(ctx: Ctx, date: string | undefined): Promise<string | undefined> {
  if (date === undefined) return undefined;
  const { zone } = await recallRetailer(ctx);
  const now = ctx.clock.now();
  if (!isDate(date) || isPast(date, zone, now) || date > addDays(localDate(zone, now), farthestDays)) {
    throw new AppError('invalid_request', {
      detail: 'Ask for a date from today on, within two years: YYYY-MM-DD.',
    });
  }
  return date;
}

interface Question {
  ids: readonly string[];
  quantity?: number | undefined;
  date?: string | undefined;
  near?: string | undefined;
  postcode?: string | undefined;
}

/**
 * Where and when each of `ids` can be had, as of now, and whether it will be there on a date: what the product page, the
 * cart and the shop's people are told, from the same function. Unknown ids are left out. A constant number of statements.
 *
 * @throws AppError invalid_request
 */
export async function availabilityOf(ctx: Ctx, question: Question): Promise<Static<typeof Answers>> {
  const date = await readDate(ctx, question.date);
  const ids = [...new Set(question.ids)];
  const market = (await recallRetailer(ctx)).defaultMarket;
  const near = await readPlace(question.near);
  const [variants, ways, seen] = await Promise.all([
    getVariants(ctx, ids),
    waysToShow(ctx, { variantIds: ids, market, near, postcode: question.postcode }),
    lastSeen(ctx, ids),
  ]);
  const now = ctx.clock.now();
  return {
    asOf: now.toISOString(),
    items: ids.flatMap((id) => {
      const variant = variants.get(id);
      const own = ways.get(id);
      if (!variant || variant.archived || !own) return [];
      const shown = showWays(own, now, 'all', ctx.language, seen.get(id) ?? 'never');
      const quantity = question.quantity ?? 1;
      return [
        {
          variantId: id,
          sku: variant.sku,
          delivery: shown.delivery,
          deliveredOn: date ? deliveryOn(own, quantity, date) : null,
          places: shown.places.map((place, index) => ({
            ...place,
            seenAt: place.seenAt ?? null,
            on: date && own.places[index] ? collectOn(own.places[index], quantity, date, now) : null,
          })),
        },
      ];
    }),
  };
}

export const deliveryOn = ({ delivery }: Pick<WaysToGet, 'delivery'>, quantity: number, date: string) =>
  delivery && delivery.available >= quantity
    ? deliveredBy(delivery.methods, date)
    : { answer: 'no' as const, why: delivery ? ('none' as const) : ('not_offered' as const), at: null };

export const availabilityRoute = route({
  method: 'GET',
  path: '/api/shop/availability',
  summary: 'Where and when goods can be had, as of now; and with a date, whether they will be there then',
  tag: 'shop',
  audience: everyone,
  query: Strict({
    ids: Type.Array(Id, { minItems: 1, maxItems: most, description: 'Variants' }),
    quantity: Type.Optional({ ...Quantity, description: 'Of each, for the answer about the date; 1 unless said' }),
    date: DateAsked,
    near: Type.Optional(Type.String({ maxLength: 100, description: 'A town, or "lat,lon"' })),
    postcode: PostcodeAsked,
  }),
  response: Answers,
  handle: (ctx, { query }) => availabilityOf(ctx, query),
});
