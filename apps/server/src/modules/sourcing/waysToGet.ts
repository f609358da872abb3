import type { Ctx } from '../../kernel/context.ts';
import {
  distanceKm,
  type Location,
  listLocations,
  type Point,
  pickupReadyAt,
  recallLocations,
  todayHours,
} from '../locations/index.ts';
import {
  chooseZone,
  type DeliveryMethod,
  type DeliveryZone,
  listDeliveryZones,
  recallDeliveryZones,
} from '../settings/index.ts';
import { type FreeAt, freeUnits } from '../stock/index.ts';
import { type ParcelDays, parcelDays } from './parcelDays.ts';
import { choose, type StockWord, stockWord } from './policy.ts';

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

/** One method with the days it would take, if ordered now. */
export interface OfferedMethod extends ParcelDays {
  method: DeliveryMethod;
}

export interface DeliveryOffer extends ParcelDays {
  zone: DeliveryZone;
  /** Every method of the zone, the usual one first: its days are those of the offer. */
  readonly methods: OfferedMethod[];
  /** Where it would be sent from, by the rules that choose the sender of an order. */
  from: Location;
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
  /** Where it is to be delivered; without it, where nothing special holds. */
  postcode?: string | undefined;
  /** Where nothing is delivered to that postcode, say what holds elsewhere: for a cart that must still be shown. */
  orUsual?: boolean | undefined;
}

/**
 * Every way to get each of `variantIds` (50 cost as many statements as one: locations, stock, zones). What is not
 * deliverable or not collectable anywhere is simply not offered.
 */
export async function waysToGet(ctx: Ctx, query: WaysQuery): Promise<Map<string, WaysToGet>> {
  const [locations, levels, { zones }] = await Promise.all([
    listLocations(ctx),
    freeUnits(ctx, query.variantIds),
    listDeliveryZones(ctx, query.market),
  ]);
  return waysOf({ query, locations, levels, zones, now: ctx.clock.now() });
}

/** The same for showing: stock as it is now, but a change of hours or delivery rates may be seconds old. One statement. */
export async function waysToShow(ctx: Ctx, query: WaysQuery): Promise<Map<string, WaysToGet>> {
  const [locations, levels, zones] = await Promise.all([
    recallLocations(ctx),
    freeUnits(ctx, query.variantIds),
    recallDeliveryZones(ctx, query.market),
  ]);
  return waysOf({ query, locations, levels, zones, now: ctx.clock.now() });
}

function waysOf(known: {
  query: WaysQuery;
  locations: readonly Location[];
  levels: ReadonlyMap<string, readonly FreeAt[]>;
  zones: readonly DeliveryZone[];
  now: Date;
}): Map<string, WaysToGet> {
  const { query, locations, levels, now } = known;
  const stores = storesNow(locations, now, query.near);
  const parcels = parcelsNow(locations, zoneFor(known.zones, query), now);
  return new Map(
    query.variantIds.map((variantId) => {
      const own = levels.get(variantId) ?? [];
      return [
        variantId,
        { variantId, delivery: parcels && offerDelivery(own, parcels), places: placesWith(own, stores) },
      ];
    }),
  );
}

/** What is the same for the parcels of all goods at this moment. */
interface Parcels {
  zone: DeliveryZone;
  /** Locations that ship. */
  senders: ReadonlyMap<string, SenderNow>;
}

function parcelsNow(locations: readonly Location[], zone: DeliveryZone | undefined, now: Date): Parcels | undefined {
  if (!zone || zone.methods.length === 0) return undefined;
  const shipping = locations.filter(({ capabilities }) => capabilities.includes('ship'));
  return {
    zone,
    senders: new Map(shipping.map((location) => [location.id, new SenderNow(location, zone.methods, now)])),
  };
}

function zoneFor(zones: readonly DeliveryZone[], query: WaysQuery): DeliveryZone | undefined {
  if (query.postcode === undefined) return usualZone(zones);
  const zone = chooseZone(zones, query.postcode);
  if (!query.orUsual || (zone && zone.methods.length > 0)) return zone;
  return usualZone(zones.filter(({ methods }) => methods.length > 0));
}

/** The zone that is spoken of before anybody said where to: that for the whole country, else the first. */
const usualZone = (zones: readonly DeliveryZone[]): DeliveryZone | undefined =>
  zones.find((candidate) => candidate.postcodePrefixes.length === 0) ?? zones[0];

/** Days are worked out once a sender, and only for those that are asked. */
class SenderNow {
  readonly location: Location;
  readonly #methods: readonly DeliveryMethod[];
  readonly #now: Date;
  readonly #days = new Map<string, ParcelDays | undefined>();

  constructor(location: Location, methods: readonly DeliveryMethod[], now: Date) {
    this.location = location;
    this.#methods = methods;
    this.#now = now;
  }

  get usual(): ParcelDays | undefined {
    const [usual] = this.#methods;
    return usual && this.#daysOf(usual);
  }

  get all(): OfferedMethod[] {
    return this.#methods.flatMap((method) => {
      const days = this.#daysOf(method);
      return days ? [{ method, ...days }] : [];
    });
  }

  #daysOf(method: DeliveryMethod): ParcelDays | undefined {
    if (!this.#days.has(method.id)) this.#days.set(method.id, parcelDays(this.location, method, this.#now));
    return this.#days.get(method.id);
  }
}

function offerDelivery(levels: readonly FreeAt[], { zone, senders }: Parcels): DeliveryOffer | undefined {
  let available = 0;
  const candidates = levels.flatMap((level) => {
    const sender = level.availableToShip > 0 ? senders.get(level.locationId) : undefined;
    if (!sender) return [];
    available += level.availableToShip;
    const { id: locationId, kind, code } = sender.location;
    return [{ locationId, kind, code, distanceKm: undefined, free: new Map([['', level.availableToShip]]) }];
  });
  const chosen = candidates.length === 1 ? candidates[0] : choose(candidates)?.candidate;
  const sender = chosen && senders.get(chosen.locationId);
  const days = sender?.usual;
  if (!sender || !days) return undefined;
  return {
    ...days,
    zone,
    get methods() {
      return sender.all;
    },
    from: sender.location,
    available,
    word: stockWord({ available, availableToShip: available, incoming: 0 }),
  };
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
