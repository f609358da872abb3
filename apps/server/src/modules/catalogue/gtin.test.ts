import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGtin } from './gtin.ts';

test('real codes of every length are accepted', () => {
  // EAN-8, UPC-A, EAN-13 and ITF-14 samples of the GS1 documents.
  for (const code of ['96385074', '036000291452', '5901234123457', '10012345678902']) expect(isGtin(code)).toBe(true);
});

test('a code with one wrong digit, another length or other signs is refused', () => {
  for (const code of ['5901234123458', '590123412345', '59012341234570', '', '5901234 23457', '590123412345X']) {
    expect(isGtin(code)).toBe(false);
  }
});

test('any single mistyped digit is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digits = [...'5901234123457'];
      digits[place] = String((Number(digits[place]) + shift) % 10);
      expect(isGtin(digits.join(''))).toBe(false);
    }),
  );
});
