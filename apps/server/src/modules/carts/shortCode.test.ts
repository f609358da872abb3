import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeShortCode, readShortCode, showShortCode } from './shortCode.ts';

const code = fc.noShrink(fc.constant(undefined)).map(() => makeShortCode());

test('a code is six characters without I, L, O and U', () => {
  fc.assert(fc.property(code, (made) => /^[0-9A-HJKMNP-TV-Z]{6}$/.test(made)));
});

test('what is shown is read back, in any case and with any dashes and spaces', () => {
  fc.assert(
    fc.property(code, fc.constantFrom('-', ' ', '', ' - ', '–', '\u00a0'), fc.boolean(), (made, gap, lower) => {
      const shown = showShortCode(made).replace('-', gap);
      expect(readShortCode(lower ? ` ${shown.toLowerCase()} ` : shown)).toBe(made);
    }),
  );
});

test('letters that look like digits are read as the digits', () => {
  fc.assert(
    fc.property(code, fc.func(fc.boolean()), (made, swaps) => {
      const misread = [...made]
        .map((character, index) => {
          if (character === '0') return swaps(index) ? 'O' : 'o';
          if (character === '1') return swaps(index) ? 'l' : 'I';
          return character;
        })
        .join('');
      expect(readShortCode(misread)).toBe(made);
    }),
  );
});

test('anything else is no code', () => {
  for (const typed of ['', 'K742M', 'K742MXX', 'K7-42MU', 'K7_42MX', 'Ж742MX', '７'])
    expect(readShortCode(typed)).toBeUndefined();
});

test('a code looks like K7-42MX', () => {
  expect(showShortCode('K742MX')).toBe('K7-42MX');
  expect(readShortCode('k7-42mx')).toBe('K742MX');
});
