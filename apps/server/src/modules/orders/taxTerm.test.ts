import { expect, it } from 'vitest';
import { taxTermEnd } from './taxTerm.ts';

it.each([
  ['a sale of November 2026 is kept until the end of 2031', '2026-11-22T10:00:00Z', '2032-01-01T00:00:00.000Z'],
  ['one of December 2026, taxed in January, a year longer', '2026-12-31T22:00:00Z', '2033-01-01T00:00:00.000Z'],
])('%s', (_name, placedAt, end) => {
  expect(taxTermEnd(new Date(placedAt)).toISOString()).toBe(end);
});
