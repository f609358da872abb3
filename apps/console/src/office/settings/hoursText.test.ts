import { expect, test } from 'vitest';
import { readHours, writeHours } from './hoursText.ts';

test('opening hours are typed as people write them', () => {
  expect(readHours('10-20')).toEqual([['10:00', '20:00']]);
  expect(readHours('9:30 – 14:00, 15-24:00')).toEqual([
    ['09:30', '14:00'],
    ['15:00', '24:00'],
  ]);
  expect(readHours('  ')).toEqual([]);
  expect(writeHours([['10:00', '20:00']])).toBe('10:00-20:00');
});

test('what is no time of day is said to be none', () => {
  for (const text of ['closed', '20-10', '10', '25-26', '10-24:30'])
    expect([text, readHours(text)]).toEqual([text, undefined]);
});
