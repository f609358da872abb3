import type { Answer } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { type Alternates, addressOf, inEveryLanguage } from '../shared/addresses.ts';

export type ApiProduct = Answer<'/api/shop/products/{slugOrId}', 'get'>;
export type ApiVariant = ApiProduct['variants'][number];
export type Place = ApiVariant['ways']['places'][number];

/** What a choice leads to: whether it can be sent, is only in stores, comes later, or is not to be had. */
export type Standing = 'delivered' | 'stores' | 'arriving' | 'none';

export interface Choice {
  code: string;
  label: string;
  hex: string | null;
  /** SKU of the variant this choice leads to. */
  sku: string;
  selected: boolean;
  standing: Standing;
  /** When it is expected, where it is not to be had before. */
  arrivesAt: string | null;
}

export interface OptionChoices {
  code: string;
  label: string;
  /** The chosen value, in words. */
  value: string;
  choices: Choice[];
}

/** A variant to go to instead, and how it can be had. */
export interface OtherVariant {
  sku: string;
  optionsText: string;
  pictureUrl: string | null;
  delivery: string | null;
  storeName: string | null;
}

export interface ShownIn {
  storeName: string;
  /** Of another variant; null: the chosen one itself. */
  optionsText: string | null;
}

export interface ProductView {
  id: string;
  code: string;
  title: string;
  description: string;
  care: string | null;
  warnings: string[];
  brand: string | null;
  maker: ApiProduct['maker'];
  categories: ApiProduct['categories'];
  facts: ApiProduct['facts'];
  pictures: ApiProduct['pictures'];
  options: OptionChoices[];
  variant: Omit<ApiVariant, 'options'>;
  variantIds: string[];
  others: OtherVariant[];
  shownIn: ShownIn[];
  reservedUntil: Record<string, string>;
  /** Canonical: without a variant. */
  alternates: Alternates;
}

export function standingOf({ ways }: Pick<ApiVariant, 'ways'>): Standing {
  if (ways.delivery) return 'delivered';
  if (ways.places.some((place) => place.available > 0)) return 'stores';
  return ways.places.some((place) => place.word === 'arriving') ? 'arriving' : 'none';
}

/** The earliest a store expects it. */
export function earliestArrival(places: readonly Pick<Place, 'arrivesAt'>[]): string | null {
  return places.flatMap((place) => (place.arrivesAt ? [place.arrivesAt] : [])).sort()[0] ?? null;
}

/** Of the variants with this value the one most like the chosen one: the other choices stay where they can. */
function leadsTo(product: ApiProduct, chosen: ApiVariant, code: string, valueCode: string): ApiVariant | undefined {
  const alike = (variant: ApiVariant) =>
    variant.options.filter((option) =>
      chosen.options.some((own) => own.code === option.code && own.valueCode === option.valueCode),
    ).length;
  return product.variants
    .filter((variant) => variant.options.some((option) => option.code === code && option.valueCode === valueCode))
    .sort((a, b) => alike(b) - alike(a))[0];
}

function optionsOf(product: ApiProduct, chosen: ApiVariant): OptionChoices[] {
  return chosen.options.map((own) => {
    const values = new Map(
      product.variants.flatMap((variant) =>
        variant.options.filter(({ code }) => code === own.code).map((option) => [option.valueCode, option] as const),
      ),
    );
    return {
      code: own.code,
      label: own.label,
      value: own.valueLabel,
      choices: [...values.values()].flatMap((value) => {
        const target = leadsTo(product, chosen, own.code, value.valueCode);
        if (!target) return [];
        const standing = standingOf(target);
        return [
          {
            code: value.valueCode,
            label: value.valueLabel,
            hex: value.hex,
            sku: target.sku,
            selected: value.valueCode === own.valueCode,
            standing,
            arrivesAt: standing === 'arriving' ? earliestArrival(target.ways.places) : null,
          },
        ];
      }),
    };
  });
}

/** Own pictures first, then those of all, drawings last; other variants' pictures belong to them. */
function picturesOf(product: ApiProduct, variant: ApiVariant): ApiProduct['pictures'] {
  const own = product.pictures.filter((picture) => picture.variantId === variant.id);
  const shared = product.pictures.filter((picture) => picture.variantId === null);
  const shown = [...own, ...shared].sort((a, b) => Number(a.kind === 'dimensions') - Number(b.kind === 'dimensions'));
  return shown.length > 0 ? shown : product.pictures;
}

function shownIn(product: ApiProduct, chosen: ApiVariant): ShownIn[] {
  const displays = (variant: ApiVariant) => variant.ways.places.filter((place) => place.word === 'on_display');
  const own = displays(chosen).map((place) => ({ storeName: place.name, optionsText: null }));
  if (own.length > 0) return own;
  return product.variants
    .filter((variant) => variant.id !== chosen.id)
    .flatMap((variant) =>
      displays(variant).map((place) => ({ storeName: place.name, optionsText: variant.optionsText })),
    );
}

/** The API's product as its page shows it, one variant chosen. Pure. Undefined where nothing of it is for sale. */
export function shapeProduct(product: ApiProduct): ProductView | undefined {
  const chosen = product.variants.find((variant) => variant.id === product.selectedVariantId) ?? product.variants[0];
  if (!chosen) return undefined;
  const { options: _, ...variant } = chosen;
  return {
    id: product.id,
    code: product.code,
    title: product.title,
    description: product.description,
    care: product.care,
    warnings: product.warnings,
    brand: product.brand,
    maker: product.maker,
    categories: product.categories,
    facts: product.facts,
    pictures: picturesOf(product, chosen),
    options: optionsOf(product, chosen),
    variant,
    variantIds: product.variants.map(({ id }) => id),
    others: product.variants
      .filter((other) => other.id !== chosen.id && ['delivered', 'stores'].includes(standingOf(other)))
      .map((other) => ({
        sku: other.sku,
        optionsText: other.optionsText,
        pictureUrl: other.pictureUrl,
        delivery: other.ways.delivery?.earliest ?? null,
        storeName: other.ways.places.find((place) => place.available > 0)?.name ?? null,
      })),
    shownIn: shownIn(product, chosen),
    reservedUntil: Object.fromEntries(product.reservedUntil.map(({ locationId, until }) => [locationId, until])),
    alternates: inEveryLanguage((language: Language) => addressOf.product(language, product.slugs[language])),
  };
}
