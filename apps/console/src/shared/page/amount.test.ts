import { expect, test } from 'vitest';
import { readAmount, writeAmount } from './amount.ts';

test('an amount is read as it is written in Kraków, London and a spreadsheet, in whole grosze', () => {
  for (const text of ['3869,50', '3 869,50', '3,869.50', '3869.5', '3.869,50'])
    expect([text, readAmount(text, 'PLN')]).toEqual([text, 386_950]);
  expect(readAmount('3 869', 'PLN')).toBe(386_900);
  expect(readAmount('19,99', 'PLN')).toBe(1_999);
  expect(readAmount('3,869', 'PLN')).toBe(386_900);
  expect(readAmount('500', 'JPY')).toBe(500);
});

test('what is no amount is none', () => {
  for (const text of ['', '-5', '1,2,3', 'abc', '1.999.9', '99999999999999999999'])
    expect([text, readAmount(text, 'PLN')]).toEqual([text, undefined]);
  expect(readAmount('5,5', 'JPY')).toBeUndefined();
});

test('an amount comes back as it is typed', () => {
  expect([writeAmount(386_950, 'PLN', 'pl'), writeAmount(386_900, 'PLN', 'en')]).toEqual(['3869,50', '3869']);
});
