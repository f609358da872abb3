import { expect, test } from 'vitest';
import { newPrice, readPercent } from './newPrices.ts';

test('prices change by a percentage in whole grosze, or rounded to whole złoty', () => {
  expect(newPrice(386_900, { kind: 'percent', percent: -10, unit: 1 })).toBe(348_210);
  expect(newPrice(386_900, { kind: 'percent', percent: -10, unit: 100 })).toBe(348_200);
  expect(newPrice(1_999, { kind: 'percent', percent: 5.5, unit: 1 })).toBe(2_109);
});

test('a variant without a price has nothing to reckon from, and no price becomes nothing', () => {
  expect(newPrice(undefined, { kind: 'percent', percent: -10, unit: 1 })).toBeUndefined();
  expect(newPrice(40, { kind: 'percent', percent: -50, unit: 100 })).toBeUndefined();
  expect(newPrice(undefined, { kind: 'exact', amount: 500 })).toBe(500);
});

test('a percentage is read with any minus and any decimal sign', () => {
  expect([readPercent('−10'), readPercent('-5,5 %'), readPercent('7.25'), readPercent('ten')]).toEqual([
    -10,
    -5.5,
    7.25,
    undefined,
  ]);
});
