import { expect, test } from 'vitest';
import { chooseZone, normalisePostcode } from './chooseZone.ts';

const country = { id: 'country', postcodePrefixes: [] };
const krakow = { id: 'krakow', postcodePrefixes: ['30', '31'] };
const oldTown = { id: 'old town', postcodePrefixes: ['31-0'] };

test('the longest prefix that fits a postcode decides, wherever it stands in the list', () => {
  for (const zones of [
    [country, krakow, oldTown],
    [oldTown, krakow, country],
  ]) {
    expect(chooseZone(zones, '31-042')?.id).toBe('old town');
    expect(chooseZone(zones, '31-999')?.id).toBe('krakow');
    expect(chooseZone(zones, '00-950')?.id).toBe('country');
  }
});

test('a postcode is understood with and without its dash, in any case', () => {
  expect(normalisePostcode(' 30 - 001 ')).toBe('30001');
  expect(chooseZone([krakow], '30001')?.id).toBe('krakow');
  expect(chooseZone([{ postcodePrefixes: ['sw1a'] }], 'SW1A 1AA')).toBeDefined();
});

test('where no zone fits nothing is delivered', () => {
  expect(chooseZone([krakow], '00-950')).toBeUndefined();
  expect(chooseZone([], '00-950')).toBeUndefined();
});
