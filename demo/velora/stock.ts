import { locations, WAREHOUSE } from './locations.ts';
import { type CatalogueEntry, entries, findEntry } from './products.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import type { LocationCode } from './types.ts';

export interface StockLevel {
  readonly onHand: number;
  /** Of the pieces on hand, those on the shop floor: they may be held and collected, not shipped. */
  readonly display: number;
  readonly safety: number;
  readonly incoming?: { readonly quantity: number; readonly inDays: number };
}

const NONE: StockLevel = { onHand: 0, display: 0, safety: 0 };

const small = new Set([
  'cushion',
  'throw',
  'bed-linen',
  'curtain',
  'vase',
  'book',
  'candle-holder',
  'plant-pot',
  'clock',
  'tray',
  'table-lamp',
  'pendant-lamp',
]);
const large = new Set(['corner-sofa', 'bed', 'wardrobe', 'sideboard']);

/** What the story of the green Lund needs; nothing here is left to chance. */
const fixed: Readonly<Record<string, Readonly<Partial<Record<LocationCode, StockLevel>>>>> = {
  'LUND-SOFA-GREEN-VELVET': {
    KRAKOW: { onHand: 1, display: 0, safety: 0 },
    'WAW-CENTRUM': { onHand: 0, display: 0, safety: 0, incoming: { quantity: 2, inDays: 1 } },
  },
  'LUND-SOFA-BLUE-VELVET': {
    'LODZ-WAREHOUSE': { onHand: 14, display: 0, safety: 1 },
    'WAW-CENTRUM': { onHand: 1, display: 1, safety: 0 },
    POZNAN: { onHand: 2, display: 0, safety: 0 },
  },
};

/** Shares of a range: sold out, down to the last few, well stocked. */
type State = 'out' | 'last' | 'normal';

function stateOf(entry: CatalogueEntry): State {
  // Never the leading variant: a shop window should be able to sell what it shows.
  if (entry.index === 0) return 'normal';
  return seededRandom(`state:${entry.variant.sku}`).weighted({ out: 5, last: 13, normal: 82 });
}

function warehouseLevel(entry: CatalogueEntry, random: SeededRandom): StockLevel {
  const { family } = entry.product;
  const state = stateOf(entry);
  const incoming = { quantity: random.between(2, small.has(family) ? 40 : 10), inDays: random.between(5, 38) };
  if (state === 'out') return random.chance(0.7) ? { ...NONE, incoming } : NONE;
  if (state === 'last')
    return { onHand: random.between(1, 2), display: 0, safety: 0, ...(random.chance(0.5) ? { incoming } : {}) };
  const onHand = small.has(family)
    ? random.between(24, 120)
    : large.has(family)
      ? random.between(3, 9)
      : random.between(4, 22);
  return { onHand, display: 0, safety: small.has(family) ? 2 : 1, ...(random.chance(0.15) ? { incoming } : {}) };
}

function storeLevel(entry: CatalogueEntry, code: LocationCode, random: SeededRandom): StockLevel {
  const { product, index } = entry;
  const state = stateOf(entry);
  const bigStore = code === 'WAW-CENTRUM' || code === 'WAW-WOLA' || code === 'KRAKOW' || code === 'WROCLAW';
  if (small.has(product.family)) {
    if (state === 'out') return NONE;
    const onHand = state === 'last' ? random.between(0, 1) : random.between(0, bigStore ? 14 : 9);
    return { onHand, display: onHand > 2 ? 1 : 0, safety: 0 };
  }
  // Furniture: a display piece of the leading colours, and little behind it.
  const shown = product.displayed && index < 2 && random.chance(bigStore ? 0.6 : 0.35) ? 1 : 0;
  const behind =
    state === 'normal' && random.chance(bigStore ? 0.4 : 0.22)
      ? random.between(1, large.has(product.family) ? 1 : 3)
      : 0;
  const quantity = shown + behind;
  return { onHand: quantity, display: shown, safety: 0 };
}

/** The level of one variant at one location as it should be on the first day of the demo, after the history. */
export function stockLevel(sku: string, code: LocationCode): StockLevel {
  const story = fixed[sku];
  if (story) return story[code] ?? NONE;
  const entry = findEntry(sku);
  const random = seededRandom(`stock:${sku}:${code}`);
  return code === WAREHOUSE ? warehouseLevel(entry, random) : storeLevel(entry, code, random);
}

export interface StockRow extends StockLevel {
  readonly sku: string;
  readonly location: LocationCode;
}

/** Every (variant, location) that has, shows or expects a piece. */
export function stockRows(): readonly StockRow[] {
  return entries.flatMap(({ variant }) =>
    locations.flatMap(({ code }) => {
      const level = stockLevel(variant.sku, code);
      return level.onHand > 0 || level.incoming ? [{ sku: variant.sku, location: code, ...level }] : [];
    }),
  );
}
