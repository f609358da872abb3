import type { Ctx } from '../../kernel/context.ts';
import {
  addDays,
  distanceKm,
  type Location,
  listLocations,
  localDate,
  type Point,
  pickupReadyAt,
  recallLocations,
  todayHours,
} from '../locations/index.ts';
import {
  type DeliveryZone,
  getRetailer,
  listDeliveryZones,
  recallDeliveryZones,
  recallRetailer,
} from '../settings/index.ts';
import { type FreeAt, freeUnits } from '../stock/index.ts';
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
  readonly readyAt: Date | undefined;
  readonly closesAt: Date | undefined;
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

export interface WaysQuery {
  variantIds: readonly string[];
  market: string;
  near?: Point | undefined;
}

/**
 * Every way to get each of `variantIds` (50 cost as many statements as one: locations, stock, zones). What is not
 * deliverable or not collectable anywhere is simply not offered.
 */
export async function waysToGet(ctx: Ctx, query: WaysQuery): Promise<Map<string, WaysToGet>> {
  const [locations, levels, { zones }, retailer] = await Promise.all([
    listLocations(ctx),
    freeUnits(ctx, query.variantIds),
    listDeliveryZones(ctx, query.market),
    getRetailer(ctx),
  ]);
  return waysOf({ query, locations, levels, zones, zone: retailer.zone, now: ctx.clock.now() });
}

/** The same for showing: stock as it is now, but a change of hours or delivery rates may be seconds old. One statement. */
export async function waysToShow(ctx: Ctx, query: WaysQuery): Promise<Map<string, WaysToGet>> {
  const [locations, levels, zones, retailer] = await Promise.all([
    recallLocations(ctx),
    freeUnits(ctx, query.variantIds),
    recallDeliveryZones(ctx, query.market),
    recallRetailer(ctx),
  ]);
  return waysOf({ query, locations, levels, zones, zone: retailer.zone, now: ctx.clock.now() });
}

function waysOf(known: {
  query: WaysQuery;
  locations: readonly Location[];
  levels: ReadonlyMap<string, readonly FreeAt[]>;
  zones: readonly DeliveryZone[];
  zone: string;
  now: Date;
}): Map<string, WaysToGet> {
  const { query, locations, levels, now } = known;
  const stores = storesNow(locations, now, query.near);
  const parcel = parcelsNow(locations, known.zones, localDate(known.zone, now));
  return new Map(
    query.variantIds.map((variantId) => {
      const own = levels.get(variantId) ?? [];
      return [
        variantId,
        { variantId, delivery: parcel && offerDelivery(own, parcel), places: placesWith(own, stores) },
      ];
    }),
  );
}

interface Parcel {
  zone: DeliveryZone;
  earliest: string;
  latest: string;
  /** Locations that ship. */
  from: ReadonlySet<string>;
}

function parcelsNow(locations: readonly Location[], zones: readonly DeliveryZone[], today: string): Parcel | undefined {
  const zone = zones.find((candidate) => candidate.postcodePrefixes.length === 0) ?? zones[0];
  return (
    zone && {
      zone,
      earliest: addWorkingDays(today, zone.daysMin),
      latest: addWorkingDays(today, zone.daysMax),
      from: new Set(locations.filter(({ capabilities }) => capabilities.includes('ship')).map(({ id }) => id)),
    }
  );
}

function offerDelivery(levels: readonly FreeAt[], parcel: Parcel): DeliveryOffer | undefined {
  let available = 0;
  for (const level of levels) if (parcel.from.has(level.locationId)) available += level.availableToShip;
  if (available <= 0) return undefined;
  return {
    earliest: parcel.earliest,
    latest: parcel.latest,
    zone: parcel.zone,
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

/** A store at this moment: what is the same for all goods, worked out once a store and only when it is asked for. */
class StoreNow {
  readonly location: Location;
  readonly distanceKm: number | undefined;
  readonly #now: Date;
  #readyAt: Date | undefined | null = null;
  #closesAt: Date | undefined | null = null;

  constructor(location: Location, now: Date, near: Point | undefined) {
    this.location = location;
    this.distanceKm = near ? Math.round(distanceKm(near, location.point) * 10) / 10 : undefined;
    this.#now = now;
  }

  get readyAt(): Date | undefined {
    if (this.#readyAt === null) {
      this.#readyAt = this.location.capabilities.includes('pickup')
        ? pickupReadyAt(this.location, this.#now)
        : undefined;
    }
    return this.#readyAt;
  }

  get closesAt(): Date | undefined {
    if (this.#closesAt === null) this.#closesAt = todayHours(this.location, this.#now).closesAt ?? undefined;
    return this.#closesAt;
  }
}

/** Nearest first, then by code. */
const storesNow = (locations: readonly Location[], now: Date, near: Point | undefined): StoreNow[] =>
  locations
    .filter((location) => location.kind === 'store' && location.archivedAt === null)
    .map((location) => new StoreNow(location, now, near))
    .sort((a, b) => (a.distanceKm ?? 0) - (b.distanceKm ?? 0) || (a.location.code < b.location.code ? -1 : 1));

/** Stores come in their order, so that only what can be had has to be put before what cannot. */
function placesWith(levels: readonly FreeAt[], stores: readonly StoreNow[]): PlaceWithStock[] {
  const having: PlaceWithStock[] = [];
  const others: PlaceWithStock[] = [];
  for (const store of stores) {
    const level = levels.find(({ locationId }) => locationId === store.location.id);
    (level && level.available > 0 ? having : others).push(new Place(store, level));
  }
  return others.length === 0 ? having : having.concat(others);
}

class Place implements PlaceWithStock {
  readonly word: StockWord;
  readonly available: number;
  readonly displayOnly: boolean;
  readonly incoming: number;
  readonly incomingAt: Date | undefined;
  readonly #store: StoreNow;

  constructor(store: StoreNow, level: FreeAt | undefined) {
    const { available, availableToShip, incoming, incomingAt } = level ?? nothing;
    this.#store = store;
    this.word = stockWord({ available, availableToShip, incoming });
    this.available = available;
    this.displayOnly = available > 0 && availableToShip <= 0;
    this.incoming = incoming;
    this.incomingAt = incomingAt;
  }

  get location(): Location {
    return this.#store.location;
  }

  get distanceKm(): number | undefined {
    return this.#store.distanceKm;
  }

  get readyAt(): Date | undefined {
    return this.available > 0 ? this.#store.readyAt : undefined;
  }

  get closesAt(): Date | undefined {
    return this.#store.closesAt;
  }

  get mayReserve(): boolean {
    return this.available > 0 && this.location.capabilities.includes('reserve');
  }
}

const nothing = { available: 0, availableToShip: 0, incoming: 0, incomingAt: undefined };
