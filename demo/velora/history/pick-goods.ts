import { deliveryClassOf } from '../delivery-rates.ts';

import { type CatalogueEntry, entries, findEntry } from '../products.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { stockLevel } from '../stock.ts';
import type { LocationCode } from '../types.ts';
import type { OrderLine } from './events.ts';

/** The piece the story is about is left alone: what is in Kraków today has never moved. */
const untouched = 'LUND-SOFA-GREEN-VELVET';

const familyWeight: Readonly<Record<string, number>> = {
  sofa: 17,
  'corner-sofa': 6,
  'sofa-bed': 6,
  armchair: 12,
  pouf: 5,
  bed: 8,
  nightstand: 4,
  wardrobe: 3,
  dresser: 4,
  'dining-table': 6,
  'coffee-table': 6,
  desk: 3,
  chair: 9,
  'office-chair': 3,
  'bar-stool': 3,
  sideboard: 4,
  'tv-unit': 3,
  bookcase: 4,
  'floor-lamp': 4,
  'table-lamp': 6,
  'pendant-lamp': 5,
  rug: 7,
  cushion: 9,
  curtain: 4,
  throw: 6,
  'bed-linen': 6,
  vase: 5,
  mirror: 4,
  book: 3,
  'candle-holder': 3,
  'plant-pot': 4,
  clock: 2,
  tray: 2,
};

const families = new Map<string, CatalogueEntry[]>();
for (const entry of entries) {
  if (entry.variant.sku === untouched) continue;
  families.set(entry.product.family, [...(families.get(entry.product.family) ?? []), entry]);
}

/** One variant: a family by its popularity, the leading colours more often. */
export function pickEntry(
  random: SeededRandom,
  accepts: (entry: CatalogueEntry) => boolean = () => true,
): CatalogueEntry {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const list = families.get(random.weighted(familyWeight)) ?? [];
    const first = random.pick(list);
    const second = random.pick(list);
    const entry = first.index <= second.index ? first : second;
    if (accepts(entry)) return entry;
  }
  const fitting = entries.find((entry) => entry.variant.sku !== untouched && accepts(entry));
  if (!fitting) throw new Error('no variant fits');
  return fitting;
}

export const isParcel = (entry: CatalogueEntry): boolean => deliveryClassOf(entry.variant.measures) === 'parcel';
export const isFurniture = (entry: CatalogueEntry): boolean => !isParcel(entry);

const setsOf: Readonly<Record<string, readonly number[]>> = {
  chair: [2, 4, 4, 6],
  'bar-stool': [2, 2, 3],
  cushion: [1, 2, 2],
  nightstand: [1, 2],
  'plant-pot': [1, 2, 3],
  'candle-holder': [1, 3],
};

/** A main piece in the quantity people buy it in, sometimes with something small beside it. */
export function basketOf(
  random: SeededRandom,
  main: CatalogueEntry,
  accepts: (entry: CatalogueEntry) => boolean,
): OrderLine[] {
  const lines: OrderLine[] = [{ sku: main.variant.sku, quantity: random.pick(setsOf[main.product.family] ?? [1]) }];
  for (let extra = 0; extra < 2 && random.chance(0.28); extra += 1) {
    const entry = pickEntry(random, (candidate) => isParcel(candidate) && accepts(candidate));
    if (!lines.some((line) => line.sku === entry.variant.sku))
      lines.push({ sku: entry.variant.sku, quantity: random.between(1, 2) });
  }
  return lines;
}

export const isParcelOrder = (lines: readonly OrderLine[]): boolean =>
  lines.every((line) => isParcel(findEntry(line.sku)));

/** Keeps what open orders hold within what is there and may be promised. */
export class OpenPromises {
  readonly #taken = new Map<string, number>();

  left(sku: string, location: LocationCode): number {
    const level = stockLevel(sku, location);
    const taken = this.#taken.get(`${sku}|${location}`) ?? 0;
    // Half of what is free stays free, so that the demo does not begin sold out.
    return Math.floor((level.onHand - level.display - level.safety) / 2) - taken;
  }

  fits(lines: readonly OrderLine[], location: LocationCode): boolean {
    return lines.every((line) => this.left(line.sku, location) >= line.quantity);
  }

  take(lines: readonly OrderLine[], location: LocationCode): void {
    for (const line of lines) {
      const key = `${line.sku}|${location}`;
      this.#taken.set(key, (this.#taken.get(key) ?? 0) + line.quantity);
    }
  }
}
