import { expect, test } from 'vitest';
import { formatRange, readAmount, writeAmount } from './amount.ts';

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

test('a range of prices has the currency once, where the language puts it', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  const [low, high] = [
    { amount: 386_900, currency: 'PLN' },
    { amount: 399_900, currency: 'PLN' },
  ];
  expect(plain(formatRange(low, high, 'en'))).toBe('3,869–3,999 zł');
  expect(plain(formatRange(low, { ...high, amount: 399_950 }, 'pl'))).toBe('3 869,00–3 999,50 zł');
  expect(formatRange({ amount: 500, currency: 'EUR' }, { amount: 900, currency: 'EUR' }, 'en')).toBe('€5–9');
  expect(plain(formatRange(low, low, 'ru'))).toBe('3 869 zł');
});
