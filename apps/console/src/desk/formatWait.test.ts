import { expect, it } from 'vitest';
import { formatLeft, formatSpan } from './formatWait.ts';

it('says how long somebody waits in one unit', () => {
  expect([5_000, 119_000, 3_599_000, 3_600_000, 200_000_000].map((ms) => formatSpan(ms, 'en'))).toEqual([
    '5 s',
    '1 min',
    '59 min',
    '1 h',
    '2 d',
  ]);
  expect(formatSpan(-5, 'pl')).toBe('0 s');
});

it('counts down in days, hours, and the last hour by seconds', () => {
  expect([183_600_000, 11_520_000, 729_000, -1].map((ms) => formatLeft(ms, 'en'))).toEqual([
    '2 d 3 h',
    '3 h 12 min',
    '12:09',
    '0:00',
  ]);
});
