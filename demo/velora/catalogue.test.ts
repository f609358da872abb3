import { expect, test } from 'vitest';
import { attributeDefinitions } from './attributes.ts';
import { categories } from './categories.ts';
import { gtinCheckDigit } from './make-gtin.ts';
import { makers } from './makers.ts';
import { entries, findEntry, products } from './products.ts';
import { seededRandom } from './seeded-random.ts';
import type { LocalizedText } from './types.ts';

const CYRILLIC = /[а-яё]/i;

function expectThreeLanguages(text: LocalizedText, what: string): void {
  for (const language of ['en', 'pl', 'ru'] as const) expect(text[language].trim(), `${what} ${language}`).not.toBe('');
  expect(text.ru, what).toMatch(CYRILLIC);
  expect(text.pl, what).not.toMatch(CYRILLIC);
  expect(text.en, what).not.toMatch(CYRILLIC);
}

test('the range holds about 120 products and 600 variants', () => {
  expect(products.length).toBeGreaterThanOrEqual(115);
  expect(products.length).toBeLessThanOrEqual(130);
  expect(entries.length).toBeGreaterThanOrEqual(560);
  expect(entries.length).toBeLessThanOrEqual(640);
});

test('the first product is the Lund sofa, green velvet first, at 4 299 zł, blue beside it', () => {
  const lund = products[0];
  expect(lund?.name).toBe('Lund');
  expect(lund?.title).toEqual({ en: 'Lund sofa', pl: 'Sofa Lund', ru: 'Диван Lund' });
  expect(lund?.variants[0]?.sku).toBe('LUND-SOFA-GREEN-VELVET');
  expect(lund?.variants[0]?.priceMinor).toBe(429_900);
  expect(lund?.variants[1]?.sku).toBe('LUND-SOFA-BLUE-VELVET');
  expect(lund?.variants.some((variant) => variant.options.fabric === 'linen')).toBe(true);
});

test('a search for "green velvet sofa" has rivals, but no other sofa is both green and velvet', () => {
  const sofas = new Set(['straight-sofas', 'corner-sofas', 'sofa-beds']);
  const greenVelvet = entries.filter(
    ({ variant }) => variant.options.colour === 'green' && variant.options.fabric === 'velvet',
  );
  expect(greenVelvet.filter(({ product }) => sofas.has(product.category)).map(({ variant }) => variant.sku)).toEqual([
    'LUND-SOFA-GREEN-VELVET',
  ]);
  expect(greenVelvet.some(({ product }) => product.family === 'armchair')).toBe(true);
  expect(greenVelvet.some(({ product }) => product.family === 'cushion')).toBe(true);
  expect(findEntry('NIDA-SOFA-GREEN-LINEN').product.family).toBe('sofa');
});

test('no two variants share a SKU or a GTIN, no two products a code, number or slug', () => {
  const unique = (values: readonly (string | number)[]): void => expect(new Set(values).size).toBe(values.length);
  unique(entries.map(({ variant }) => variant.sku));
  unique(entries.map(({ variant }) => variant.gtin));
  unique(products.map((product) => product.code));
  unique(products.map((product) => product.number));
  for (const language of ['en', 'pl', 'ru'] as const) unique(products.map((product) => product.slug[language]));
});

test('every GTIN is a Polish EAN-13 with a right check digit', () => {
  expect(gtinCheckDigit('590123412345')).toBe(7);
  for (const { variant } of entries) {
    expect(variant.gtin).toMatch(/^590\d{10}$/);
    expect(Number(variant.gtin[12])).toBe(gtinCheckDigit(variant.gtin.slice(0, 12)));
  }
});

test('SKUs and slugs are plain ASCII, so that they survive every till and every URL', () => {
  for (const { product, variant } of entries) {
    expect(variant.sku).toMatch(/^[A-Z0-9-]+$/);
    for (const slug of Object.values(product.slug)) expect(slug).toMatch(/^[a-z0-9-]+$/);
  }
});

test('titles, care, warnings, options and categories speak three languages, Russian in Cyrillic', () => {
  for (const product of products) {
    expectThreeLanguages(product.title, product.code);
    expectThreeLanguages(product.care, product.code);
    for (const warning of product.warnings) expectThreeLanguages(warning, product.code);
    for (const option of product.options) {
      expectThreeLanguages(option.label, product.code);
      for (const value of option.values) {
        for (const language of ['en', 'pl', 'ru'] as const) expect(value.label[language]).not.toBe('');
        if (option.axis !== 'size') expectThreeLanguages(value.label, `${product.code} ${value.code}`);
        if (option.axis === 'colour' || option.axis === 'finish') expect(value.hex).toMatch(/^#[0-9A-F]{6}$/);
      }
    }
    for (const variant of product.variants) expectThreeLanguages(variant.title, variant.sku);
  }
  for (const category of categories) expectThreeLanguages(category.name, category.code);
});

test('every description has two or three sentences of substance in each language, and none is used twice', () => {
  const seen = new Set<string>();
  for (const product of products) {
    expectThreeLanguages(product.description, product.code);
    for (const language of ['en', 'pl', 'ru'] as const) {
      const text = product.description[language];
      expect(text.length, `${product.code} ${language}`).toBeGreaterThan(110);
      expect(text.split(/[.!?](?:\s|$)/).filter(Boolean).length, `${product.code} ${language}`).toBeGreaterThanOrEqual(
        2,
      );
      expect(text, `${product.code} ${language}`).not.toMatch(/undefined|NaN|\$\{| {2}|\.\./);
      expect(seen.has(text)).toBe(false);
      seen.add(text);
    }
  }
});

test('every code a product names exists: category, maker, attributes and their values', () => {
  const leaves = new Set(
    categories.filter((c) => !categories.some((other) => other.parent === c.code)).map((c) => c.code),
  );
  const makerCodes = new Set(makers.map((maker) => maker.code));
  const definitions = new Map(attributeDefinitions.map((definition) => [definition.code, definition]));
  for (const product of products) {
    expect(leaves.has(product.category), product.code).toBe(true);
    expect(makerCodes.has(product.maker), product.code).toBe(true);
    for (const [code, value] of Object.entries(product.attributes)) {
      const definition = definitions.get(code);
      expect(definition, `${product.code} ${code}`).toBeDefined();
      expect(typeof value, `${product.code} ${code}`).toBe(definition?.kind === 'enum' ? 'string' : definition?.kind);
      if (definition?.kind === 'enum')
        expect(definition.values?.[String(value)], `${product.code} ${code}=${value}`).toBeDefined();
    }
  }
  for (const category of categories)
    if (category.parent) expect(categories.some((c) => c.code === category.parent)).toBe(true);
  expect(new Set(products.map((product) => product.category))).toEqual(leaves);
});

test('a maker outside the EU names a responsible person inside it', () => {
  const inside = new Set(['PL', 'DK', 'PT']);
  for (const maker of makers) {
    expect(maker.address.street && maker.address.postcode && maker.email, maker.code).toBeTruthy();
    if (!inside.has(maker.address.country))
      expect(inside.has(maker.euResponsible?.address.country ?? ''), maker.code).toBe(true);
  }
});

test('prices are positive whole złoty, measures are positive and boxes no smaller than sense', () => {
  for (const { product, variant } of entries) {
    expect(variant.priceMinor, variant.sku).toBeGreaterThan(0);
    expect(variant.priceMinor % 100, variant.sku).toBe(0);
    const { largestBox, ...m } = variant.measures;
    for (const value of [
      m.widthCm,
      m.depthCm,
      m.heightCm,
      m.weightKg,
      m.packages,
      m.doorwayCm,
      ...Object.values(largestBox),
    ])
      expect(value, variant.sku).toBeGreaterThan(0);
    expect(m.doorwayCm, variant.sku).toBeLessThanOrEqual(95);
    expect(m.assemblyMinutes, product.code).toBeGreaterThanOrEqual(0);
  }
});

test('seats name their height, lamps their light, books the reduced tax class and nothing else does', () => {
  const seats = new Set(['sofa', 'corner-sofa', 'sofa-bed', 'armchair', 'chair', 'bar-stool', 'office-chair']);
  for (const product of products) {
    if (seats.has(product.family)) expect(product.measures.seatHeightCm, product.code).toBeGreaterThan(30);
    if (product.family.endsWith('-lamp')) expect(product.light?.socket, product.code).toBe(product.attributes.socket);
    expect(product.taxClass === 'books', product.code).toBe(product.family === 'book');
  }
});

test('the seeded generator gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: string): number[] =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.next()
      )(seededRandom(seed)),
    );
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});
