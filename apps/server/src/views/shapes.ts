import { type Static, Type } from 'typebox';
import type { Language } from '../kernel/context.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import type { PriceQuote } from '../modules/pricing/index.ts';
import type { WaysToGet } from '../modules/sourcing/index.ts';

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
});

export const WaysShape = Strict({
  delivery: Nullable(
    Strict({
      earliest: Type.String({ format: 'date' }),
      latest: Type.String({ format: 'date' }),
      word: Type.String(),
      rate: MoneySchema,
      freeFrom: Nullable(MoneySchema),
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

export function showWays(ways: WaysToGet | undefined, asOf: Date, places: 'all' | 'with_stock'): WaysShape {
  return {
    delivery: ways?.delivery
      ? {
          earliest: ways.delivery.earliest,
          latest: ways.delivery.latest,
          word: ways.delivery.word,
          rate: ways.delivery.zone.rate,
          freeFrom: ways.delivery.zone.freeFrom,
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
      })),
    asOf: asOf.toISOString(),
  };
}
