import { expect, test } from 'vitest';
import { findEntry } from './products.ts';
import { lowestBefore, priceHistory, promotionsOn } from './promotions.ts';

const today = { date: '2026-11-21', zone: 'Europe/Warsaw' };
const log = priceHistory(today);
const [velvet, welcome] = promotionsOn(today);

test('velvet weeks take ten percent off every velvet sofa and nothing else, since a few days', () => {
  expect(velvet?.percent).toBe(10);
  expect(velvet?.startsOn).toBe('2026-11-17');
  expect(velvet?.skus).toContain('LUND-SOFA-GREEN-VELVET');
  for (const sku of velvet?.skus ?? []) expect(findEntry(sku).variant.options.fabric, sku).toBe('velvet');
  expect(velvet?.skus).not.toContain('LUND-SOFA-SAND-LINEN');
  expect(welcome?.code).toBe('WELCOME5');
});

test('the lowest price of the green Lund in the 30 days before is its list price, so the reduction is ten percent', () => {
  const prior = lowestBefore('LUND-SOFA-GREEN-VELVET', velvet?.startsOn ?? '', log);
  expect(prior).toBe(429_900);
  expect(Math.round(prior * 0.9)).toBe(386_910);
});

test('a short sale inside the window lowers the prior price; a change before it does not', () => {
  expect(lowestBefore('TILDA-SOFA-BURGUNDY-VELVET', '2026-11-17', log)).toBe(339_900);
  expect(lowestBefore('STEN-SOFA-GRAPHITE-WEAVE', '2026-11-17', log)).toBe(289_900);
});

test('one velvet sofa may not be announced as reduced at all: it was cheaper within the window', () => {
  const sku = 'AVON-SOFA-NAVY-VELVET';
  expect(Math.round(findEntry(sku).variant.priceMinor * 0.9)).toBeGreaterThan(lowestBefore(sku, '2026-11-17', log));
});

test('every variant has a price for at least 120 days, ending at the price of the catalogue', () => {
  const last = new Map(log.map((entry) => [entry.sku, entry.amountMinor]));
  for (const [sku, amount] of last) expect(amount, sku).toBe(findEntry(sku).variant.priceMinor);
  expect(log.filter((entry) => entry.from === '2026-07-24').length).toBe(last.size);
});
