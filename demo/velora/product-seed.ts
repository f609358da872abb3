import type { AttributeValue, Axis, LightSource, LocalizedText, Shape } from './types.ts';

/** A product as it is written down; `compose-product.ts` works out the rest. Prices in whole złoty, lengths in cm, weights in kg. */
export interface ProductSeed {
  /** Stable: GTINs derive from it. Never renumber. */
  readonly number: number;
  readonly name: string;
  readonly family: string;
  readonly maker: string;
  readonly price: number;
  /** Width, depth, height. */
  readonly size: readonly [number, number, number];
  /** Seat height, seat depth. */
  readonly seat?: readonly [number, number];
  readonly kg: number;
  /** What makes it this product: the first sentences of its description, in English, Polish, Russian. */
  readonly lead: readonly [string, string, string];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly shape?: Shape;
  readonly axes: readonly Axis[];
  /** Each row is a cross product: `green blue | velvet` is green velvet and blue velvet. The first variant leads. */
  readonly variants: readonly string[];
  /** Złoty on top of the price, by option value. */
  readonly extra?: Readonly<Record<string, number>>;
  readonly light?: LightSource;
  /** Where the noun of the family does not make the title. */
  readonly title?: LocalizedText;
  readonly taxClass?: 'standard' | 'books';
  readonly displayed?: boolean;
}
