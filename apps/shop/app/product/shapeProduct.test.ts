import { createTranslator } from '@throughline/ui/words';
import { expect, test } from 'vitest';
import { lund } from './product.fixture.ts';
import { shapeProduct } from './shapeProduct.ts';
import { words } from './stockSayings.ts';
import { sayStock } from './stockWords.ts';

const green = shapeProduct(lund);

test('another colour keeps the fabric where it can, and says what it leads to', () => {
  const [colour, fabric] = green?.options ?? [];
  expect(colour).toMatchObject({ label: 'Colour', value: 'green' });
  expect(
    colour?.choices.map(({ code, sku, selected, standing, arrivesAt }) => [code, sku, selected, standing, arrivesAt]),
  ).toEqual([
    ['green', 'LUND-GREEN-VELVET', true, 'stores', null],
    ['blue', 'LUND-BLUE-VELVET', false, 'delivered', null],
    // Grey is in linen only, and expected where it comes first.
    ['grey', 'LUND-GREY-LINEN', false, 'arriving', '2026-12-01T09:00:00Z'],
  ]);
  expect(fabric?.choices.map(({ code, sku }) => [code, sku])).toEqual([
    ['velvet', 'LUND-GREEN-VELVET'],
    ['linen', 'LUND-BLUE-LINEN'],
  ]);
});

test('the gallery shows the chosen one and the drawing, not the other colours', () => {
  expect(green?.pictures.map((picture) => picture.url)).toEqual(['/media/green.svg', '/media/size.svg']);
});

test('what can be had instead, and where another one is shown, is said', () => {
  expect(green?.others.map((other) => [other.sku, other.delivery, other.storeName])).toEqual([
    ['LUND-BLUE-VELVET', '2026-11-26', 'WAW'],
    ['LUND-BLUE-LINEN', '2026-11-26', null],
  ]);
  expect(green?.shownIn).toEqual([{ storeName: 'WAW', optionsText: 'blue, velvet' }]);
});

test('the page has its own address in each language', () => {
  expect(green?.alternates).toEqual({ pl: '/pl/p/sofa-lund', en: '/en/p/lund-sofa', ru: '/ru/p/divan-lund' });
});

test('stock is said by fixed cut-offs, with the right plural', () => {
  const say = createTranslator(words, 'pl');
  const at = (word: string, available: number) =>
    sayStock({ word, available, arrivesAt: null }, say, 'pl', 'Europe/Warsaw');
  expect([at('few_left', 1), at('few_left', 2), at('in_stock', 9), at('out_of_stock', 0)]).toEqual([
    'Została 1 sztuka',
    'Zostały 2 sztuki',
    'Dostępny',
    'Brak',
  ]);
});
