import { expect, test } from 'vitest';
import { faultsOfProduct } from './checkProduct.ts';
import type { ProductInput } from './types.ts';

const t = (text: string) => ({ en: text, pl: text, ru: text });
const good: ProductInput = {
  code: 'lund',
  title: t('Lund'),
  description: t(''),
  categoryCode: 'sofas',
  taxClass: 'standard',
  options: [
    { code: 'colour', label: t('Colour'), values: [{ code: 'green', label: t('green'), hex: '#1F6350' }] },
    { code: 'size', label: t('Size'), values: [{ code: '90x200', label: t('90 × 200 cm') }] },
  ],
  variants: [{ sku: 'LUND-GRN', gtin: '5901234123457', options: { colour: 'green', size: '90x200' } }],
};
const faults = (change: Partial<ProductInput>) => faultsOfProduct({ ...good, ...change }).map((fault) => fault.path);
const variant = { sku: 'LUND-GRN', options: { colour: 'green', size: '90x200' } };

test('a whole product has no fault', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ options: [], variants: [{ sku: 'A' }] })).toEqual([]);
});

test.each<[string, Partial<ProductInput>, string]>([
  ['a blank title in one language', { title: { en: 'Lund', pl: ' ', ru: 'Лунд' } }, '/title/pl'],
  ['a control character', { description: t('a\u0000b') }, '/description/en'],
  ['half a surrogate pair', { brand: 'a\ud800' }, '/brand'],
  ['a control character in an attribute', { attributes: { a: ['b', '\u0001'] } }, '/attributes/a/1'],
  ['an attribute whose code is none', { attributes: { 'a=b': 1 } }, ''],
  ['a slug with spaces', { slug: t('Lund sofa') }, '/slug/en'],
  ['a wrong check digit', { variants: [{ ...variant, gtin: '5901234123458' }] }, '/variants/0/gtin'],
  ['an SKU twice', { variants: [variant, variant] }, '/variants/1'],
  [
    'a variant that leaves an option open',
    { variants: [{ sku: 'A', options: { colour: 'green' } }] },
    '/variants/0/options',
  ],
  [
    'an unknown value',
    { variants: [{ ...variant, options: { colour: 'red', size: '90x200' } }] },
    '/variants/0/options/colour',
  ],
  [
    'an unknown option',
    { variants: [{ ...variant, options: { ...variant.options, legs: 'oak' } }] },
    '/variants/0/options/legs',
  ],
  [
    'a colour that is none',
    {
      options: [{ code: 'colour', label: t('c'), values: [{ code: 'g', label: t('g'), hex: 'green' }] }],
      variants: [],
    },
    '/options/0/values/0/hex',
  ],
])('%s is named as the fault', (_, change, path) => {
  expect(faults(change)).toContain(path);
});
