import type { Answer, Body } from '@throughline/client';

export type Product = Answer<'/api/staff/products/{id}', 'get'>;
type ProductBody = Body<'/api/staff/products/{code}', 'put'>;
export type Localized = { en: string; pl: string; ru: string };

export interface OptionForm {
  code: string;
  label: Localized;
  values: { code: string; label: Localized; hex: string }[];
}
export interface VariantForm {
  sku: string;
  gtin: string;
  options: Record<string, string>;
  archived: boolean;
}
export interface Company {
  name: string;
  line1: string;
  postcode: string;
  city: string;
  country: string;
  email: string;
  website: string;
}

/** A product as it is edited: everything a text field can hold is text. Pictures are saved by themselves. */
export interface ProductForm {
  code: string;
  title: Localized;
  description: Localized;
  care: Localized;
  categoryCode: string;
  brand: string;
  taxClass: string;
  attributes: [code: string, value: string][];
  /** Largest box › width is one row. */
  measures: [code: string, value: string][];
  options: OptionForm[];
  variants: VariantForm[];
  warnings: Localized[];
  maker: Company;
  euResponsible: Company;
}

export const noWords = (): Localized => ({ en: '', pl: '', ru: '' });
const noCompany = (): Company => ({ name: '', line1: '', postcode: '', city: '', country: '', email: '', website: '' });
export const measureJoint = ' › ';

export const emptyForm = (): ProductForm => ({
  code: '',
  title: noWords(),
  description: noWords(),
  care: noWords(),
  categoryCode: '',
  brand: '',
  taxClass: 'standard',
  attributes: [],
  measures: [],
  options: [],
  variants: [{ sku: '', gtin: '', options: {}, archived: false }],
  warnings: [],
  maker: noCompany(),
  euResponsible: noCompany(),
});

function toCompany(
  maker: NonNullable<Product['maker']> | Omit<NonNullable<Product['maker']>, 'website'> | null | undefined,
): Company {
  if (!maker) return noCompany();
  const { name, address, email } = maker;
  return { name, ...address, email, website: ('website' in maker && maker.website) || '' };
}

const attributeText = (value: Product['attributes'][string]): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

export function toForm(product: Product): ProductForm {
  return {
    code: product.code,
    title: product.title,
    description: product.description,
    care: product.care ?? noWords(),
    categoryCode: product.categories.at(-1)?.code ?? '',
    brand: product.brand ?? '',
    taxClass: product.taxClass,
    attributes: Object.entries(product.attributes).map(([code, value]) => [code, attributeText(value)]),
    measures: Object.entries(product.measures).flatMap(([code, value]): [string, string][] =>
      typeof value === 'number'
        ? [[code, String(value)]]
        : Object.entries(value).map(([part, size]) => [`${code}${measureJoint}${part}`, String(size)]),
    ),
    options: product.options.map((option) => ({
      code: option.code,
      label: option.label,
      values: option.values.map((value) => ({ code: value.code, label: value.label, hex: value.hex ?? '' })),
    })),
    variants: product.variants.map((variant) => ({
      sku: variant.sku,
      gtin: variant.gtin ?? '',
      options: Object.fromEntries(variant.options.map((option) => [option.code, option.valueCode])),
      archived: variant.archived,
    })),
    warnings: product.warnings,
    maker: toCompany(product.maker),
    euResponsible: toCompany(product.maker?.euResponsible),
  };
}

const isBlank = (words: Localized) => !words.en.trim() && !words.pl.trim() && !words.ru.trim();

/** As the kind of value that stood there before, else what the text looks like. */
function attributeValue(text: string, before: unknown): string | number | boolean | string[] {
  if (Array.isArray(before)) {
    return text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }
  if (typeof before === 'string') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  const plain = text.trim().replace(',', '.');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

function measuresOf(rows: ProductForm['measures']): NonNullable<ProductBody['measures']> {
  const found: Record<string, number | Record<string, number>> = {};
  for (const [key, text] of rows) {
    const [code = '', part] = key.split(measureJoint);
    const size = Number(text.trim().replace(',', '.'));
    if (!code || text.trim() === '') continue;
    if (part === undefined) found[code] = size;
    else {
      const before = found[code];
      found[code] = { ...(typeof before === 'object' ? before : {}), [part]: size };
    }
  }
  return found;
}

const addressOf = ({ line1, postcode, city, country }: Company) => ({ line1, postcode, city, country });

/** What of a variant's facts is its own: a card shows the product's as well. */
function own<T>(all: Record<string, T>, shared: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(all).filter(([code, value]) => JSON.stringify(shared[code]) !== JSON.stringify(value)),
  );
}

/** The body that saves the form over `before`. What the form does not show stays as it was. */
export function toBody(form: ProductForm, before: Product | undefined): ProductBody {
  const { maker, euResponsible } = form;
  return {
    version: before?.version ?? 0,
    title: form.title,
    description: form.description,
    ...(before ? { slug: before.slugs, position: before.position } : {}),
    categoryCode: form.categoryCode,
    brand: form.brand.trim() || null,
    maker: maker.name.trim()
      ? {
          name: maker.name,
          address: addressOf(maker),
          email: maker.email,
          ...(maker.website ? { website: maker.website } : {}),
          ...(euResponsible.name.trim()
            ? {
                euResponsible: {
                  name: euResponsible.name,
                  address: addressOf(euResponsible),
                  email: euResponsible.email,
                },
              }
            : {}),
        }
      : null,
    attributes: Object.fromEntries(
      form.attributes
        .filter(([code, value]) => code && value !== '')
        .map(([code, value]) => [code, attributeValue(value, before?.attributes[code])]),
    ),
    measures: measuresOf(form.measures),
    options: form.options.map((option) => ({
      code: option.code,
      label: option.label,
      values: option.values.map(({ code, label, hex }) => ({ code, label, ...(hex ? { hex } : {}) })),
    })),
    taxClass: form.taxClass,
    care: isBlank(form.care) ? null : form.care,
    warnings: form.warnings.filter((warning) => !isBlank(warning)),
    variants: form.variants
      .filter((variant) => variant.sku.trim() !== '')
      .map((variant) => {
        const known = before?.variants.find((one) => one.sku === variant.sku.trim());
        const codes = form.options.map((option) => option.code);
        return {
          sku: variant.sku.trim(),
          gtin: variant.gtin.trim() || null,
          options: Object.fromEntries(
            Object.entries(variant.options).filter(([code, value]) => value && codes.includes(code)),
          ),
          attributes: known && before ? own(known.attributes, before.attributes) : {},
          measures: known && before ? own(known.measures, before.measures) : {},
          archived: variant.archived,
        };
      }),
  };
}

export type FormField = keyof ProductForm;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export const isChanged = (form: ProductForm, base: ProductForm): boolean => !same(form, base);

/**
 * Two people changed one product. What only one of them changed is taken from them; what both changed otherwise has to be
 * chosen, field by field.
 */
export function mergeForms(
  base: ProductForm,
  mine: ProductForm,
  theirs: ProductForm,
): { merged: ProductForm; clashes: FormField[] } {
  const merged = { ...theirs } as Record<FormField, unknown>;
  const clashes: FormField[] = [];
  for (const field of Object.keys(mine) as FormField[]) {
    if (same(mine[field], theirs[field]) || same(mine[field], base[field])) continue;
    merged[field] = mine[field];
    if (!same(theirs[field], base[field])) clashes.push(field);
  }
  return { merged: merged as unknown as ProductForm, clashes };
}
