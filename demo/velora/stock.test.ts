import { expect, test } from 'vitest';
import { locations, stores, WAREHOUSE } from './locations.ts';
import { entries } from './products.ts';
import { stockLevel, stockRows } from './stock.ts';

test('the green Lund: none in the warehouse, exactly one in Kraków, none in any other store', () => {
  const onHand = Object.fromEntries(
    locations.map(({ code }) => [code, stockLevel('LUND-SOFA-GREEN-VELVET', code).onHand]),
  );
  expect(onHand.KRAKOW).toBe(1);
  expect(Object.values(onHand).reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(stockLevel('LUND-SOFA-GREEN-VELVET', 'KRAKOW').display).toBe(0);
});

test('the blue Lund can be delivered from the warehouse and is shown, one piece, in Warszawa Centrum', () => {
  const warehouse = stockLevel('LUND-SOFA-BLUE-VELVET', WAREHOUSE);
  expect(warehouse.onHand - warehouse.safety).toBeGreaterThan(3);
  expect(stockLevel('LUND-SOFA-BLUE-VELVET', 'WAW-CENTRUM')).toEqual({ onHand: 1, display: 1, safety: 0 });
});

test('levels are whole, never negative, and no store shows more than it has', () => {
  for (const row of stockRows()) {
    for (const value of [row.onHand, row.display, row.safety])
      expect(Number.isInteger(value) && value >= 0, `${row.sku} ${row.location}`).toBe(true);
    expect(row.display, `${row.sku} ${row.location}`).toBeLessThanOrEqual(row.onHand);
    if (row.location === WAREHOUSE) expect(row.display).toBe(0);
    if (row.incoming) expect(row.incoming.inDays).toBeGreaterThan(0);
  }
});

test('every state a shopper may meet occurs: sold out, the last one or two, on the way, only as a display piece', () => {
  const total = (sku: string): number => locations.reduce((sum, { code }) => sum + stockLevel(sku, code).onHand, 0);
  const totals = entries.map(({ variant }) => total(variant.sku));
  expect(totals.filter((count) => count === 0).length).toBeGreaterThan(5);
  expect(totals.filter((count) => count === 1 || count === 2).length).toBeGreaterThan(10);
  expect(stockRows().filter((row) => row.incoming).length).toBeGreaterThan(50);
  expect(stockRows().some((row) => row.onHand > 0 && row.onHand === row.display)).toBe(true);
  for (const store of stores)
    expect(stockRows().filter((row) => row.location === store.code).length, store.code).toBeGreaterThan(100);
});

test('asking twice gives the same levels', () => {
  expect(stockRows()).toEqual(stockRows());
});
