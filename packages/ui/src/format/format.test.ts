import { expect, test } from 'vitest';
import { formatAgo, formatDay, formatDayAndTime, formatDistance, formatMoney } from './index.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a price is written as the language writes it, with its grosze only where it has some', () => {
  const price = { amount: 386_900, currency: 'PLN' };
  expect(spaces(formatMoney(price, 'pl'))).toBe('3 869 zł');
  expect(spaces(formatMoney({ amount: 386_950, currency: 'PLN' }, 'pl'))).toBe('3 869,50 zł');
  expect(spaces(formatMoney(price, 'pl', 'exact'))).toBe('3 869,00 zł');
  expect(spaces(formatMoney(price, 'en'))).toBe('3,869 zł');
  expect(spaces(formatMoney(price, 'ru'))).toMatch(/^3 869/);
  expect(spaces(formatMoney({ amount: 5, currency: 'JPY' }, 'en'))).toBe('¥5');
});

test('a time is on the clock of the store, on both sides of a clock change', () => {
  expect(formatDayAndTime('2026-11-28T19:00:00Z', 'en', 'Europe/Warsaw')).toBe('Sat 28 Nov, 20:00');
  expect(formatDayAndTime('2026-07-28T18:00:00Z', 'en', 'Europe/Warsaw')).toBe('Tue 28 Jul, 20:00');
});

test('a day without a time is that day wherever it is read', () => {
  expect(formatDay('2026-11-26', 'en', 'Pacific/Kiritimati')).toBe('Thu 26 Nov');
  expect(formatDay('2026-11-26', 'en', 'America/Los_Angeles')).toBe('Thu 26 Nov');
});

test('waiting time and distance are short', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  expect(formatAgo('2026-11-26T11:58:00Z', now, 'en')).toMatch(/^2 min\.? ago$/);
  expect(formatAgo('2026-11-26T11:59:40Z', now, 'en')).toBe('now');
  expect(formatDistance(0.84, 'en')).toBe('840 m');
  expect(formatDistance(2.14, 'en')).toBe('2.1 km');
});
