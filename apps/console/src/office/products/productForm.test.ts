import { expect, test } from 'vitest';
import { emptyForm, isChanged, mergeForms, type Product, toBody, toForm } from './productForm.ts';

const words = (text: string) => ({ en: text, pl: text, ru: text });
const sofa = {
  id: '1',
  code: 'lund',
  version: 3,
  slugs: words('lund'),
  title: words('Lund'),
  description: words('A sofa'),
  care: null,
  warnings: [words('Keep away from fire')],
  categoryId: 'c',
  categories: [{ id: 'c', code: 'sofas', name: words('Sofas'), slug: words('sofas') }],
  brand: 'Velora',
  maker: {
    name: 'Velora',
    address: { line1: 'Długa 1', postcode: '00-001', city: 'Łódź', country: 'PL' },
    email: 'a@velora.example',
  },
  attributes: { legs: 'oak', seats: 3, colours: ['a', 'b'], removable: false, model: '7' },
  facts: [],
  measures: { widthCm: 214, largestBox: { widthCm: 98, heightCm: 74 } },
  options: [
    { code: 'colour', label: words('Colour'), values: [{ code: 'green', label: words('green'), hex: '#0F5D4A' }] },
  ],
  taxClass: 'standard',
  position: 7,
  pictures: [],
  variants: [
    {
      id: 'v',
      sku: 'LUND-GREEN',
      gtin: null,
      productId: '1',
      productCode: 'lund',
      slug: words('lund'),
      title: words('Lund'),
      optionsText: words('green'),
      options: [
        { code: 'colour', label: words('Colour'), valueCode: 'green', valueLabel: words('green'), hex: '#0F5D4A' },
      ],
      pictureUrl: null,
      taxClass: 'standard',
      categoryId: 'c',
      brand: 'Velora',
      attributes: { legs: 'steel', seats: 3, colours: ['a', 'b'], removable: false, model: '7' },
      measures: { widthCm: 214, largestBox: { widthCm: 98, heightCm: 74 }, weightKg: 60 },
      archived: false,
    },
  ],
  archived: false,
  createdAt: '',
  updatedAt: '',
} satisfies Product;

test('opening a product and saving it unchanged changes nothing, not even what the form does not show', () => {
  const body = toBody(toForm(sofa), sofa);
  expect(body).toMatchObject({
    version: 3,
    slug: sofa.slugs,
    position: 7,
    categoryCode: 'sofas',
    maker: sofa.maker,
    attributes: sofa.attributes,
    measures: sofa.measures,
    options: sofa.options,
    care: null,
    warnings: sofa.warnings,
  });
  expect(body.variants).toEqual([
    {
      sku: 'LUND-GREEN',
      gtin: null,
      options: { colour: 'green' },
      attributes: { legs: 'steel' },
      measures: { weightKg: 60 },
      archived: false,
    },
  ]);
});

test('a measure is typed with a comma or a point; an empty one is left out', () => {
  const form = {
    ...emptyForm(),
    measures: [
      ['widthCm', '92,5'],
      ['weightKg', ''],
    ] as [string, string][],
  };
  expect(toBody(form, undefined).measures).toEqual({ widthCm: 92.5 });
});

test('of two editors each keeps what only they changed, and chooses where both did', () => {
  const base = toForm(sofa);
  const mine = { ...base, brand: 'Mine', title: words('Lund, mine') };
  const theirs = { ...base, taxClass: 'reduced', title: words('Lund, theirs') };
  const { merged, clashes } = mergeForms(base, mine, theirs);
  expect(clashes).toEqual(['title']);
  expect([merged.brand, merged.taxClass, merged.title.en]).toEqual(['Mine', 'reduced', 'Lund, mine']);
  expect(isChanged(merged, base)).toBe(true);
  expect(mergeForms(base, base, theirs)).toEqual({ merged: theirs, clashes: [] });
});
