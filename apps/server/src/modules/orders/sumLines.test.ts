import { expect, test } from 'vitest';
import { sumLines } from './sumLines.ts';

const line = { quantity: 2, unit: 1_230, discount: 60, net: 1_951, tax: 449, gross: 2_400 };

test('totals are the sums of the lines', () => {
  expect(sumLines([line, line])).toEqual({ gross: 4_800, net: 3_902, tax: 898, discount: 120 });
});

test.each([
  ['net and tax', { ...line, tax: 450 }],
  ['unit, quantity and discount', { ...line, discount: 61 }],
  ['whole numbers', { ...line, net: 1_950.5, tax: 449.5 }],
])('a line whose %s do not agree is not taken', (_what, wrong) => {
  expect(() => sumLines([line, wrong])).toThrow(expect.objectContaining({ code: 'invalid_amount' }));
});
