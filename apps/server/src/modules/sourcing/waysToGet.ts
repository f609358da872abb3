import type { Ctx } from '../../kernel/context.ts';
import {
  addDays,
  distanceKm,
  type Location,
  listLocations,
  localDate,
  type Point,
  pickupReadyAt,
  todayHours,
} from '../locations/index.ts';
import { type DeliveryZone, getRetailer, listDeliveryZones } from '../settings/index.ts';
import { type Availability, availability } from '../stock/index.ts';
import { type StockWord, stockWord } from './policy.ts';

/** One variant at one place, as a shopper or an agent would be told. */
export interface PlaceWithStock {
  location: Location;
  word: StockWord;
  available: number;
  /** Only display pieces are left: to be collected, not sent. */
  displayOnly: boolean;
  incoming: number;
  incomingAt: Date | undefined;
  distanceKm: number | undefined;
  /** When a pickup ordered now is ready; undefined where it cannot be collected. */
  readyAt: Date | undefined;
  closesAt: Date | undefined;
  mayReserve: boolean;
}

export interface DeliveryOffer {
  /** Calendar dates at the retailer's, 'YYYY-MM-DD'. */
  earliest: string;
  latest: string;
  zone: DeliveryZone;
  word: StockWord;
  /** Free units over all locations that ship. */
  available: number;
}

export interface WaysToGet {
  variantId: string;
  delivery: DeliveryOffer | undefined;
  /** Best first: what can be had, then nearest, then by code. */
  places: PlaceWithStock[];
}

/**
 * Every way to get each of `variantIds` (50 cost as many statements as one: locations, stock, zones). What is not
 * deliverable or not collectable anywhere is simply not offered.
 */
export async function waysToGet(
  ctx: Ctx,
  query: { variantIds: readonly string[]; market: string; near?: Point | undefined },
): Promise<Map<string, WaysToGet>> {
  const [locations, levels, zones, retailer] = await Promise.all([
    listLocations(ctx),
    availability(ctx, { variantIds: query.variantIds }),
    listDeliveryZones(ctx, query.market),
    getRetailer(ctx),
  ]);
  const byVariant = new Map<string, Availability[]>();
  for (const level of levels) byVariant.set(level.variantId, [...(byVariant.get(level.variantId) ?? []), level]);
  const now = ctx.clock.now();
  const zone = zones.zones.find((candidate) => candidate.postcodePrefixes.length === 0) ?? zones.zones[0];
  const stores = storesNow(locations, now, query.near);
  return new Map(
    query.variantIds.map((variantId) => {
      const own = byVariant.get(variantId) ?? [];
      return [
        variantId,
        {
          variantId,
          delivery: zone && offerDelivery(own, locations, zone, localDate({ zone: retailer.zone }, now)),
          places: placesWith(own, stores),
        },
      ];
    }),
  );
}

function offerDelivery(
  levels: Availability[],
  locations: Location[],
  zone: DeliveryZone,
  today: string,
): DeliveryOffer | undefined {
  const shipping = new Set(
    locations.filter((location) => location.capabilities.includes('ship')).map((location) => location.id),
  );
  const available = levels
    .filter((level) => shipping.has(level.locationId))
    .reduce((sum, level) => sum + level.availableToShip, 0);
  if (available <= 0) return undefined;
  return {
    earliest: addWorkingDays(today, zone.daysMin),
    latest: addWorkingDays(today, zone.daysMax),
    zone,
    available,
    word: stockWord({ available, availableToShip: available, incoming: 0 }),
  };
}

/** Parcels travel Monday to Friday. */
function addWorkingDays(date: string, days: number): string {
  let current = date;
  for (let left = days; left > 0; ) {
    current = addDays(current, 1);
    const weekday = new Date(`${current}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return current;
}

interface StoreNow {
  location: Location;
  distanceKm: number | undefined;
  readyAt: Date | undefined;
  closesAt: Date | undefined;
}

/** What is the same for all goods: worked out once a store, not once for each of the goods. */
function storesNow(locations: readonly Location[], now: Date, near: Point | undefined): StoreNow[] {
  return locations
    .filter((location) => location.kind === 'store' && location.archivedAt === null)
    .map((location) => ({
      location,
      distanceKm: near ? Math.round(distanceKm(near, location.point) * 10) / 10 : undefined,
      readyAt: location.capabilities.includes('pickup') ? pickupReadyAt(location, now) : undefined,
      closesAt: todayHours(location, now).closesAt ?? undefined,
    }));
}

function placesWith(levels: Availability[], stores: readonly StoreNow[]): PlaceWithStock[] {
  const byLocation = new Map(levels.map((level) => [level.locationId, level]));
  return stores
    .map(({ location, readyAt, ...store }) => {
      const level = byLocation.get(location.id);
      const available = level?.available ?? 0;
      return {
        ...store,
        location,
        word: stockWord({ available, availableToShip: level?.availableToShip ?? 0, incoming: level?.incoming ?? 0 }),
        available,
        displayOnly: available > 0 && (level?.availableToShip ?? 0) <= 0,
        incoming: level?.incoming ?? 0,
        incomingAt: level?.incomingAt,
        readyAt: available > 0 ? readyAt : undefined,
        mayReserve: available > 0 && location.capabilities.includes('reserve'),
      };
    })
    .sort(
      (a, b) =>
        Math.min(b.available, 1) - Math.min(a.available, 1) ||
        (a.distanceKm ?? 0) - (b.distanceKm ?? 0) ||
        (a.location.code < b.location.code ? -1 : 1),
    );
}
