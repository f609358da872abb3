import { type Static, Type } from 'typebox';
import type { Language } from '../kernel/context.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import type { PriceQuote } from '../modules/pricing/index.ts';
import type { OfferedMethod, WaysToGet } from '../modules/sourcing/index.ts';

/** Shapes that several views show, each in one place, in the reader's language. */
export const PriceShape = Strict({
  unit: MoneySchema,
  /** Only where the law lets a reduction be announced. */
  reduction: Nullable(
    Strict({
      percentOff: Type.Integer(),
      lowest30Days: MoneySchema,
      promotion: Nullable(Type.String()),
    }),
  ),
  taxRateBp: Type.Integer({ description: 'Basis points: 2300 is 23 %' }),
});
export type PriceShape = Static<typeof PriceShape>;

export const SeenAt = {
  ...Timestamp,
  description: 'When the goods themselves were last counted, delivered, sold or imported; null: never yet',
};

export const OnDateShape = Strict(
  {
    answer: Type.String({ description: 'yes, expected (hangs on a delivery or a day more on the road), no' }),
    why: Type.String({ description: 'in_stock, arriving, later, closed, not_offered, none' }),
    at: Nullable(Type.String({ description: 'When: an instant for a pickup, a date for a parcel' })),
  },
  { description: 'Whether it will be there on the date that was asked for' },
);

export const DateAsked = Type.Optional(
  Type.String({ format: 'date', description: 'Will it be there on this date? From today on, two years at most' }),
);

export const PostcodeAsked = Type.Optional(
  Type.String({ minLength: 2, maxLength: 12, description: 'Where it is to be delivered; else what holds for most' }),
);

export const MethodShape = Strict({
  id: Id,
  name: Type.String(),
  rate: MoneySchema,
  freeFrom: Nullable(MoneySchema),
  earliest: Type.String({ format: 'date' }),
  latest: Type.String({ format: 'date', description: 'The promise: there by the end of this date' }),
});

export const PlaceShape = Strict({
  locationId: Id,
  code: Type.String(),
  name: Type.String(),
  city: Type.String(),
  word: Type.String({ description: 'in_stock (3 or more), few_left, on_display, arriving, out_of_stock' }),
  available: Type.Integer(),
  distanceKm: Nullable(Type.Number()),
  readyAt: Nullable(Timestamp),
  arrivesAt: Nullable(Timestamp),
  closesAt: Nullable(Timestamp),
  mayReserve: Type.Boolean(),
  seenAt: Type.Optional(Nullable(SeenAt)),
});

export const WaysShape = Strict({
  delivery: Nullable(
    Strict({
      earliest: Type.String({ format: 'date' }),
      latest: Type.String({ format: 'date' }),
      word: Type.String(),
      rate: MoneySchema,
      freeFrom: Nullable(MoneySchema),
      methods: Type.Array(MethodShape, { description: 'Every way of delivery, the usual one first' }),
    }),
  ),
  places: Type.Array(PlaceShape),
  asOf: Timestamp,
});
export type WaysShape = Static<typeof WaysShape>;

export function showPrice(quote: PriceQuote, language: Language): PriceShape {
  return {
    unit: quote.unit,
    reduction: quote.reduction && {
      percentOff: quote.reduction.percentOff,
      lowest30Days: quote.reduction.lowest30,
      promotion: quote.reduction.name?.[language] ?? null,
    },
    taxRateBp: quote.taxRateBp,
  };
}

/** @param seen when each place's goods were last seen; left out where a list would have to ask for hundreds */
export function showWays(
  ways: WaysToGet | undefined,
  asOf: Date,
  places: 'all' | 'with_stock',
  language: Language,
  seen?: ReadonlyMap<string, Date> | 'never',
): WaysShape {
  return {
    delivery: ways?.delivery
      ? {
          earliest: ways.delivery.earliest,
          latest: ways.delivery.latest,
          word: ways.delivery.word,
          rate: ways.delivery.zone.rate,
          freeFrom: ways.delivery.zone.freeFrom,
          methods: ways.delivery.methods.map((offered) => showMethod(offered, language)),
        }
      : null,
    places: (ways?.places ?? [])
      .filter((place) => places === 'all' || place.available > 0)
      .map((place) => ({
        locationId: place.location.id,
        code: place.location.code,
        name: place.location.name,
        city: place.location.address.city,
        word: place.word,
        available: place.available,
        distanceKm: place.distanceKm ?? null,
        readyAt: place.readyAt?.toISOString() ?? null,
        arrivesAt: place.incomingAt?.toISOString() ?? null,
        closesAt: place.closesAt?.toISOString() ?? null,
        mayReserve: place.mayReserve,
        ...(seen && { seenAt: seen === 'never' ? null : (seen.get(place.location.id)?.toISOString() ?? null) }),
      })),
    asOf: asOf.toISOString(),
  };
}

export const showMethod = ({ method, earliest, latest }: OfferedMethod, language: Language) => ({
  id: method.id,
  name: method.name[language],
  rate: method.rate,
  freeFrom: method.freeFrom,
  earliest,
  latest,
});
