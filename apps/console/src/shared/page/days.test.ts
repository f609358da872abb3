import { expect, test } from 'vitest';
import { dayIn, dayStart, instantOf, nextDay } from './days.ts';

test('a day begins at midnight of the shop, in winter, in summer and on the days the clocks change', () => {
  expect(dayStart('2026-11-26', 'Europe/Warsaw')).toBe('2026-11-25T23:00:00.000Z');
  expect(dayStart('2026-07-26', 'Europe/Warsaw')).toBe('2026-07-25T22:00:00.000Z');
  expect(dayStart('2026-10-25', 'Europe/Warsaw')).toBe('2026-10-24T22:00:00.000Z');
  expect(dayStart('2026-10-26', 'Europe/Warsaw')).toBe('2026-10-25T23:00:00.000Z');
  expect(instantOf('2026-03-29T16:00', 'Europe/Warsaw')).toBe('2026-03-29T14:00:00.000Z');
});

test('an instant late in the evening is the next day further east', () => {
  const late = new Date('2026-11-26T23:30:00Z');
  expect([dayIn('UTC', late), dayIn('Europe/Warsaw', late)]).toEqual(['2026-11-26', '2026-11-27']);
  expect(nextDay('2026-12-31')).toBe('2027-01-01');
});
