import type { Ctx } from './context.ts';

/** As much of a domain event as says what it made untrue. */
export interface Change {
  type: string;
  aggregateId: string;
  data: Record<string, unknown>;
}

/** What one module remembers of one kind of thing. Its values are shared by all requests: nobody may change them. */
export interface Shelf<V> {
  /** Says whose it is and what lies there: `catalogue.cards`. */
  name: string;
  /** The modules whose events are looked at: the first word of their types. */
  follows: readonly string[];
  /** The keys an event makes untrue, `all`, or undefined for none. */
  forgottenBy(change: Change): readonly string[] | 'all' | undefined;
  /** How many values lie there at most; the one asked for longest ago goes first. */
  most: number;
  /** After so long a value is read anew in any case: the bound for a change that no event tells of. */
  mostMs: number;
  /** False for a value that time alone has made untrue. */
  holds?(value: V, now: Date): boolean;
}

type Recalling = Pick<Ctx, 'db' | 'clock'>;

/**
 * What rarely changes and every page shows, remembered in this process until an event says that it changed (ADR 9).
 * For showing only: whatever binds the shop (a quote, a hold, an order) reads afresh, and inside a transaction nothing
 * is ever recalled. It is awake only while the changes of all servers are being followed (`followChanges`).
 */
export interface Memory {
  /**
   * The values of `keys`; those that are not known (any more) are loaded together, once for all who ask at that time.
   * Keys that `load` gives no value for are missing from the map, and that is remembered too.
   */
  recall<V>(
    ctx: Recalling,
    shelf: Shelf<V>,
    keys: readonly string[],
    load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
  ): Promise<ReadonlyMap<string, V>>;
  /** The same for one key that always has a value. */
  recallOne<V>(ctx: Recalling, shelf: Shelf<V>, key: string, load: () => Promise<V>): Promise<V>;
  /** Forgets what these changes made untrue. A load that began before is answered to those who asked, and not kept. */
  forget(changes: readonly Change[]): void;
  /** The modules that must be followed for what was recalled so far. */
  followed(): string[];
  /** Whether anything is remembered at this moment. */
  isAwake(): boolean;
  /** Everything up to this moment is known: what is recalled may be believed for `ms`. */
  trust(ms: number): void;
  /** Forgets everything and remembers nothing until trusted again. */
  sleep(): void;
}

interface Kept {
  value: unknown;
  until: number;
}

interface Load {
  values: Promise<ReadonlyMap<string, unknown>>;
  /** Keys that changed since it began. */
  spoiled: Set<string>;
  allSpoiled: boolean;
}

interface Place {
  shelf: Pick<Shelf<unknown>, 'name' | 'follows' | 'forgottenBy' | 'most' | 'mostMs'>;
  kept: Map<string, Kept>;
  loading: Map<string, Load>;
}

export function createMemory(): Memory {
  const places = new Map<unknown, Place>();
  const follows = new Set<string>();
  let trustedUntil = 0;

  const isAwake = () => performance.now() < trustedUntil;

  function placeOf<V>(shelf: Shelf<V>): Place {
    let place = places.get(shelf);
    if (!place) {
      place = { shelf, kept: new Map(), loading: new Map() };
      places.set(shelf, place);
      for (const module of shelf.follows) follows.add(module);
    }
    return place;
  }

  function begin<V>(
    place: Place,
    keys: string[],
    load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
  ): Promise<ReadonlyMap<string, V>> {
    // A value is as old as the moment its load began.
    const until = performance.now() + place.shelf.mostMs;
    const values = load(keys);
    const own: Load = { values, spoiled: new Set(), allSpoiled: false };
    for (const key of keys) place.loading.set(key, own);
    const end = (loaded: ReadonlyMap<string, V> | undefined) => {
      for (const key of keys) {
        if (place.loading.get(key) === own) place.loading.delete(key);
        if (loaded && !own.allSpoiled && !own.spoiled.has(key)) place.kept.set(key, { value: loaded.get(key), until });
      }
      for (const oldest of place.kept.keys()) {
        if (place.kept.size <= place.shelf.most) break;
        place.kept.delete(oldest);
      }
    };
    values.then(end, () => end(undefined));
    return values;
  }

  function forgetAll(place: Place): void {
    place.kept.clear();
    for (const load of place.loading.values()) load.allSpoiled = true;
    place.loading.clear();
  }

  function forgetKey(place: Place, key: string): void {
    place.kept.delete(key);
    place.loading.get(key)?.spoiled.add(key);
    place.loading.delete(key);
  }

  async function recall<V>(
    ctx: Recalling,
    shelf: Shelf<V>,
    keys: readonly string[],
    load: (keys: string[]) => Promise<ReadonlyMap<string, V>>,
  ): Promise<ReadonlyMap<string, V>> {
    const now = performance.now();
    if (ctx.db.isTransaction || !isAwake()) return load([...new Set(keys)]);
    const place = placeOf(shelf);
    const at = shelf.holds && ctx.clock.now();
    const found = new Map<string, V>();
    const missing = new Set<string>();
    const joined = new Map<string, Load>();
    for (const key of keys) {
      const kept = place.kept.get(key);
      const value = kept?.value as V | undefined;
      if (kept && now < kept.until && (!at || value === undefined || shelf.holds?.(value, at))) {
        if (value !== undefined) found.set(key, value);
        if (place.kept.size > shelf.most / 2) {
          place.kept.delete(key);
          place.kept.set(key, kept);
        }
        continue;
      }
      const loading = place.loading.get(key);
      if (loading) joined.set(key, loading);
      else missing.add(key);
    }
    const own = missing.size > 0 ? begin(place, [...missing], load) : undefined;
    for (const [key, loading] of joined) {
      const value = (await loading.values).get(key) as V | undefined;
      if (value !== undefined) found.set(key, value);
    }
    if (own) for (const [key, value] of await own) found.set(key, value);
    return found;
  }

  return {
    recall,
    async recallOne(ctx, shelf, key, load) {
      const value = (await recall(ctx, shelf, [key], async () => new Map([[key, await load()]]))).get(key);
      if (value === undefined) throw new Error(`${shelf.name} has no value for ${key}`);
      return value;
    },
    forget(changes) {
      for (const place of places.values()) {
        for (const change of changes) {
          const keys = place.shelf.forgottenBy(change);
          if (keys === 'all') forgetAll(place);
          else for (const key of keys ?? []) forgetKey(place, key);
        }
      }
    },
    followed: () => [...follows],
    isAwake,
    trust(ms) {
      trustedUntil = performance.now() + ms;
    },
    sleep() {
      trustedUntil = 0;
      for (const place of places.values()) forgetAll(place);
    },
  };
}
