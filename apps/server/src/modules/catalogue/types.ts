import type { LocalizedText } from '../../kernel/schemas.ts';

export type AttributeValue = string | number | boolean | string[];
export type Attributes = Record<string, AttributeValue>;

/** Lengths in centimetres (`widthCm`), weights in kilograms (`weightKg`), or a group of such (`largestBox`). */
export type Measures = Record<string, number | Record<string, number>>;

export interface OptionValueDefinition {
  code: string;
  label: LocalizedText;
  /** What a swatch shows, `#RRGGBB`. */
  hex?: string;
}

/** One choice a shopper makes between variants, in the order they are asked. */
export interface OptionDefinition {
  code: string;
  label: LocalizedText;
  values: OptionValueDefinition[];
}

export interface PostalAddress {
  line1: string;
  postcode: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** Who made it (GPSR, Regulation (EU) 2023/988, art. 19): shown on the product page. */
export interface Maker {
  name: string;
  address: PostalAddress;
  email: string;
  website?: string;
  /** Needed where the maker sits outside the EU. */
  euResponsible?: { name: string; address: PostalAddress; email: string };
}

export type PictureKind = 'picture' | 'dimensions';
export type PictureContentType = 'image/svg+xml' | 'image/png' | 'image/jpeg' | 'image/webp';

export interface PictureInput {
  kind: PictureKind;
  contentType: PictureContentType;
  /** SVG as text, other types in base64. */
  content: string;
  alt: LocalizedText;
}

export interface VariantInput {
  sku: string;
  gtin?: string | null;
  /** One value code for each option of the product. */
  options?: Record<string, string>;
  attributes?: Attributes;
  measures?: Measures;
  /** Absent: stays as it is. */
  archived?: boolean;
  /** Absent: its pictures stay as they are. */
  pictures?: PictureInput[];
}

/** A whole product. What is absent is emptied, except variants and pictures: those that are not named stay. */
export interface ProductInput {
  code: string;
  /** The version it was read at; 0 = it must be new; absent = whatever is there is replaced. */
  version?: number;
  title: LocalizedText;
  description: LocalizedText;
  /** Absent: made from the title, or kept. */
  slug?: LocalizedText;
  categoryCode: string;
  brand?: string | null;
  maker?: Maker | null;
  attributes?: Attributes;
  measures?: Measures;
  options?: OptionDefinition[];
  taxClass: string;
  care?: LocalizedText | null;
  warnings?: LocalizedText[];
  /** The merchant's order: lower comes first where relevance is equal. */
  position?: number;
  archived?: boolean;
  pictures?: PictureInput[];
  variants: VariantInput[];
}

export interface SavedProduct {
  id: string;
  code: string;
  version: number;
  created: boolean;
  variants: { id: string; sku: string }[];
}

export interface CategoryInput {
  code: string;
  parentCode?: string | null;
  name: LocalizedText;
  slug?: LocalizedText;
  position?: number;
  archived?: boolean;
  version?: number;
}

export interface Category {
  id: string;
  code: string;
  parentId: string | null;
  name: LocalizedText;
  slug: LocalizedText;
  position: number;
  archived: boolean;
  version: number;
}

/** What an attribute code means: its name, and the names of its values. */
export interface AttributeDefinition {
  code: string;
  label: LocalizedText;
  kind: 'enum' | 'number' | 'boolean' | 'text';
  unit?: string | null;
  /** Names of an enum's values, by code. */
  values?: Record<string, LocalizedText>;
  position?: number;
  /** Whether shoppers filter by it; true unless said. */
  filterable?: boolean;
}

export interface Picture {
  id: string;
  kind: PictureKind;
  url: string;
  contentType: PictureContentType;
  /** Pixels (SVG: user units), so that pages can keep the place free; null where the file does not say. */
  width: number | null;
  height: number | null;
  alt: LocalizedText;
  variantId: string | null;
}

export interface ChosenOption {
  code: string;
  label: LocalizedText;
  valueCode: string;
  valueLabel: LocalizedText;
  hex: string | null;
}

/** A variant with what a card, a cart line or a pick list shows of it. */
export interface VariantCard {
  id: string;
  sku: string;
  gtin: string | null;
  productId: string;
  productCode: string;
  slug: LocalizedText;
  title: LocalizedText;
  /** The chosen options in words: "green, velvet". */
  optionsText: LocalizedText;
  options: ChosenOption[];
  pictureUrl: string | null;
  taxClass: string;
  categoryId: string;
  brand: string | null;
  /** The product's, with the variant's own over them. */
  attributes: Attributes;
  measures: Measures;
  archived: boolean;
}

/** One line of the table of facts on a product page, in the order of the attribute dictionary. */
export interface Fact {
  code: string;
  label: LocalizedText;
  value: AttributeValue;
  /** The value in words; null for plain numbers and yes/no. */
  text: LocalizedText | null;
  unit: string | null;
}

export interface Product {
  id: string;
  code: string;
  version: number;
  slugs: LocalizedText;
  title: LocalizedText;
  description: LocalizedText;
  care: LocalizedText | null;
  warnings: LocalizedText[];
  categoryId: string;
  /** From the root to the product's own category. */
  categories: { id: string; code: string; name: LocalizedText; slug: LocalizedText }[];
  brand: string | null;
  maker: Maker | null;
  attributes: Attributes;
  facts: Fact[];
  measures: Measures;
  options: OptionDefinition[];
  taxClass: string;
  position: number;
  pictures: Picture[];
  variants: VariantCard[];
  archived: boolean;
  createdAt: string;
  updatedAt: string;
}
