import { composeProduct } from './compose-product.ts';
import { armchairs } from './products/armchairs.ts';
import { bedroom } from './products/bedroom.ts';
import { chairs } from './products/chairs.ts';
import { decoration } from './products/decoration.ts';
import { lamps } from './products/lamps.ts';
import { sofas } from './products/sofas.ts';
import { storage } from './products/storage.ts';
import { tables } from './products/tables.ts';
import { textiles } from './products/textiles.ts';
import type { Product, Variant } from './types.ts';

/** The whole range; the Lund sofa comes first. */
export const products: readonly Product[] = [
  ...sofas,
  ...armchairs,
  ...bedroom,
  ...tables,
  ...chairs,
  ...storage,
  ...lamps,
  ...textiles,
  ...decoration,
].map(composeProduct);

export interface CatalogueEntry {
  readonly product: Product;
  readonly variant: Variant;
  /** Position among the product's variants; the first leads. */
  readonly index: number;
}

/** Every variant with its product, in the order of the range. */
export const entries: readonly CatalogueEntry[] = products.flatMap((product) =>
  product.variants.map((variant, index) => ({ product, variant, index })),
);

const bySku = new Map(entries.map((entry) => [entry.variant.sku, entry]));

/** Throws on a SKU that is not in the range. */
export function findEntry(sku: string): CatalogueEntry {
  const entry = bySku.get(sku);
  if (!entry) throw new Error(`unknown SKU: ${sku}`);
  return entry;
}
