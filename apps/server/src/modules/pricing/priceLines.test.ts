import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkManualDiscount } from './checkManualDiscount.ts';
import { payable } from './payable.ts';
import { type LineToPrice, priceLines } from './priceLines.ts';

const line = (lineId: string, unit: number, quantity = 1, more: Partial<LineToPrice> = {}): LineToPrice => ({
  lineId,
  variantId: `v-${lineId}`,
  quantity,
  unit,
  taxRateBp: 2300,
  ...more,
});

describe('lines', () => {
  test('one sofa at 4 999.00 contains 934.77 of 23 % tax', () => {
    expect(priceLines({ currency: 'PLN', lines: [line('sofa', 499_900)] })).toEqual({
      currency: 'PLN',
      lines: [
        {
          lineId: 'sofa',
          quantity: 1,
          unit: 499_900,
          discount: 0,
          gross: 499_900,
          net: 406_423,
          tax: 93_477,
          taxRateBp: 2300,
        },
      ],
      totals: { gross: 499_900, net: 406_423, tax: 93_477, discount: 0 },
      taxes: [{ taxRateBp: 2300, gross: 499_900, net: 406_423, tax: 93_477 }],
    });
  });

  test('tax is rounded half up per line and totals are sums of lines, not rounded again', () => {
    // 0.05 at 23 % contains 0.00934…: each line rounds to 0.01, three lines to 0.03 and not to 0.02804 → 0.03; at 8 % 0.07 contains 0.005185 → 0.01
    const three = priceLines({
      currency: 'PLN',
      lines: [line('a', 5), line('b', 5), line('c', 7, 1, { taxRateBp: 800 })],
    });
    expect(three.lines.map(({ tax }) => tax)).toEqual([1, 1, 1]);
    expect(three.totals).toEqual({ gross: 17, net: 14, tax: 3, discount: 0 });
    expect(three.taxes).toEqual([
      { taxRateBp: 2300, gross: 10, net: 8, tax: 2 },
      { taxRateBp: 800, gross: 7, net: 6, tax: 1 },
    ]);
    expect(priceLines({ currency: 'PLN', lines: [line('zero', 100, 3, { taxRateBp: 0 })] }).totals).toEqual({
      gross: 300,
      net: 300,
      tax: 0,
      discount: 0,
    });
  });

  test('a code’s discount is rounded once and split to the grosz by largest remainder', () => {
    const priced = priceLines({
      currency: 'PLN',
      lines: [line('a', 100), line('b', 100), line('c', 100)],
      code: { basisPoints: 3333, variantIds: 'all' },
    });
    // 33.33 % of 3.00 is 1.00 (0.9999 rounded half up), in thirds 0.34 + 0.33 + 0.33.
    expect(priced.lines.map(({ discount }) => discount)).toEqual([34, 33, 33]);
    expect(priced.totals).toMatchObject({ gross: 200, discount: 100 });
  });

  test('a code lowers only what it is for, and never the delivery', () => {
    const lines = [line('sofa', 10_000), line('lamp', 5_000), line('delivery', 9_900, 1, { exceptFromCode: true })];
    const named = priceLines({
      currency: 'PLN',
      lines,
      code: { basisPoints: 1000, variantIds: ['v-lamp', 'v-delivery'] },
    });
    expect(named.lines.map(({ discount }) => discount)).toEqual([0, 500, 0]);
    const all = priceLines({ currency: 'PLN', lines, code: { basisPoints: 1000, variantIds: 'all' } });
    expect(all.lines.map(({ discount }) => discount)).toEqual([1_000, 500, 0]);
    expect(priceLines({ currency: 'PLN', lines, code: { basisPoints: 1000, variantIds: [] } }).totals.discount).toBe(0);
  });

  test('a price agreed by hand holds until the current price is lower, and the code comes off what is left', () => {
    const byHand = (unit: number) => line('a', 10_000, 2, { discountByHand: { unit } });
    expect(priceLines({ currency: 'PLN', lines: [byHand(9_500)] }).lines[0]).toMatchObject({
      discount: 1_000,
      gross: 19_000,
      unit: 10_000,
    });
    expect(priceLines({ currency: 'PLN', lines: [byHand(12_000)] }).lines[0]).toMatchObject({
      discount: 0,
      gross: 20_000,
    });
    const both = priceLines({
      currency: 'PLN',
      lines: [byHand(9_500)],
      code: { basisPoints: 1000, variantIds: 'all' },
    });
    expect(both.lines[0]).toMatchObject({ discount: 2_900, gross: 17_100 });
  });

  test('what is no amount is refused: part of a piece, no piece, a negative or broken price, more than a number holds', () => {
    for (const bad of [
      line('a', 100, 0),
      line('a', 100, 1.5),
      line('a', -1),
      line('a', 1.5),
      line('a', 2 ** 52, 10_000),
      line('a', 1, 1, { discountByHand: { unit: -1 } }),
    ]) {
      expect(() => priceLines({ currency: 'PLN', lines: [bad] })).toThrow(
        expect.objectContaining({ code: 'invalid_amount' }),
      );
    }
  });

  test('an empty cart is nothing to pay', () => {
    expect(priceLines({ currency: 'PLN', lines: [], code: { basisPoints: 1000, variantIds: 'all' } }).totals).toEqual({
      gross: 0,
      net: 0,
      tax: 0,
      discount: 0,
    });
  });
});

const anyLine = fc.record({
  unit: fc.integer({ min: 0, max: 5_000_000 }),
  quantity: fc.integer({ min: 1, max: 50 }),
  taxRateBp: fc.constantFrom(0, 500, 800, 2300),
  hand: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  exceptFromCode: fc.boolean(),
});
const anyLines = fc.array(anyLine, { maxLength: 12 }).map((lines) =>
  lines.map(
    ({ hand, ...rest }, index): LineToPrice => ({
      lineId: `l${index}`,
      variantId: `v${index % 5}`,
      ...rest,
      discountByHand: hand === null ? null : { unit: hand },
    }),
  ),
);
const anyCode = fc.option(
  fc.record({
    basisPoints: fc.integer({ min: 1, max: 9_999 }),
    variantIds: fc.oneof(fc.constant('all' as const), fc.subarray(['v0', 'v1', 'v2', 'v3', 'v4'])),
  }),
  { nil: undefined },
);

test('totals are the sums of the lines; net and tax make the gross; a discount never exceeds the price; nothing is negative or broken', () => {
  fc.assert(
    fc.property(anyLines, anyCode, (lines, code) => {
      const priced = priceLines({ currency: 'PLN', lines, code });
      const sum = (key: 'gross' | 'net' | 'tax' | 'discount') =>
        priced.lines.reduce((total, one) => total + one[key], 0);
      for (const key of ['gross', 'net', 'tax', 'discount'] as const) expect(priced.totals[key]).toBe(sum(key));
      for (const one of priced.lines) {
        expect(one.net + one.tax).toBe(one.gross);
        expect(one.gross + one.discount).toBe(one.unit * one.quantity);
        for (const amount of [one.gross, one.net, one.tax, one.discount])
          expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      }
      expect(priced.taxes.reduce((total, rate) => total + rate.gross, 0)).toBe(priced.totals.gross);
      expect(priced.taxes.reduce((total, rate) => total + rate.tax, 0)).toBe(priced.totals.tax);
      expect(Object.is(priced.totals.discount, -0)).toBe(false);
    }),
  );
});

test('without a code a line costs and taxes the same wherever it stands and whatever stands beside it', () => {
  fc.assert(
    fc.property(
      anyLines.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      ([lines, shuffled]) => {
        const byId = (priced: ReturnType<typeof priceLines>) =>
          [...priced.lines].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
        expect(byId(priceLines({ currency: 'PLN', lines: shuffled }))).toEqual(
          byId(priceLines({ currency: 'PLN', lines })),
        );
        for (const one of lines) {
          const [alone] = priceLines({ currency: 'PLN', lines: [one] }).lines;
          expect(priceLines({ currency: 'PLN', lines }).lines.find(({ lineId }) => lineId === one.lineId)).toEqual(
            alone,
          );
        }
      },
    ),
  );
});

test('a code gives away its percentage of what it is for, to the grosz, in any order of lines', () => {
  fc.assert(
    fc.property(
      anyLines.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      fc.integer({ min: 1, max: 9_999 }),
      ([lines, shuffled], basisPoints) => {
        const code = { basisPoints, variantIds: 'all' as const };
        const without = priceLines({ currency: 'PLN', lines: lines.filter((one) => !one.exceptFromCode) }).totals.gross;
        const given = (of: LineToPrice[]) =>
          priceLines({ currency: 'PLN', lines: of }).totals.gross -
          priceLines({ currency: 'PLN', lines: of, code }).totals.gross;
        expect(given(lines)).toBe(Number((BigInt(without) * BigInt(basisPoints) + 5_000n) / 10_000n));
        expect(given(shuffled)).toBe(given(lines));
      },
    ),
  );
});

describe('terms that travel', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const pln = (amount: number) => ({ amount, currency: 'PLN' });
  const quoted = { unit: pln(20_000), validUntil: '2026-11-23T19:00:00Z' };

  test('while the quote is valid the lower of the two is paid', () => {
    expect(payable(quoted, pln(25_000), now)).toEqual({ unit: pln(20_000), source: 'quoted', mustAccept: false });
    expect(payable(quoted, pln(18_000), now)).toEqual({ unit: pln(18_000), source: 'current', mustAccept: false });
    expect(payable(quoted, pln(20_000), now)).toMatchObject({ unit: pln(20_000), mustAccept: false });
  });

  test('a quote is valid to its last moment, at which the hold it goes with ends', () => {
    const end = new Date(quoted.validUntil);
    expect(payable(quoted, pln(25_000), end).source).toBe('quoted');
    expect(payable({ ...quoted, validUntil: end }, pln(25_000), new Date(end.getTime() + 1))).toEqual({
      unit: pln(25_000),
      source: 'current',
      mustAccept: true,
    });
  });

  test('afterwards a rise is accepted anew and a drop just passes', () => {
    const later = new Date('2026-12-01T00:00:00Z');
    expect(payable(quoted, pln(25_000), later).mustAccept).toBe(true);
    expect(payable(quoted, pln(19_000), later)).toEqual({ unit: pln(19_000), source: 'current', mustAccept: false });
  });

  test('two currencies are never compared', () => {
    expect(() => payable(quoted, { amount: 1, currency: 'EUR' }, now)).toThrow(
      expect.objectContaining({ code: 'mixed_currencies' }),
    );
  });

  test('nobody ever pays more than the current price, nor more than a valid quote', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        fc.integer({ min: -10, max: 10 }),
        (quote, current, minutesLeft) => {
          const validUntil = new Date(now.getTime() + minutesLeft * 60_000);
          const { unit, mustAccept } = payable({ unit: pln(quote), validUntil }, pln(current), now);
          expect(unit.amount <= current).toBe(true);
          if (minutesLeft >= 0) expect(unit.amount <= quote && !mustAccept).toBe(true);
          else expect(unit.amount === current && mustAccept === current > quote).toBe(true);
        },
      ),
    );
  });
});

describe('a discount by hand', () => {
  test('exactly the limit is within it, one grosz more is not', () => {
    expect(checkManualDiscount(10_000, { newUnit: 9_500 }, 500)).toEqual({
      newUnit: 9_500,
      basisPoints: 500,
      withinLimit: true,
    });
    expect(checkManualDiscount(10_000, { newUnit: 9_499 }, 500)).toEqual({
      newUnit: 9_499,
      basisPoints: 501,
      withinLimit: false,
    });
    expect(checkManualDiscount(999, { basisPoints: 500 }, 500)).toEqual({
      newUnit: 950,
      basisPoints: 491,
      withinLimit: true,
    });
  });

  test('what gives nothing away, or more than the price, is no discount', () => {
    for (const asked of [
      { newUnit: 10_000 },
      { newUnit: 10_001 },
      { newUnit: -1 },
      { basisPoints: 0 },
      { basisPoints: -5 },
      { basisPoints: 10_001 },
    ]) {
      expect(() => checkManualDiscount(10_000, asked, 10_000)).toThrow(
        expect.objectContaining({ code: 'invalid_request' }),
      );
    }
  });

  test('whatever is within the limit gives away at most the limit, exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (unit, basisPoints, limit) => {
          const newUnit = unit - Math.floor((unit * basisPoints) / 10_000);
          if (newUnit >= unit) return;
          const checked = checkManualDiscount(unit, { newUnit }, limit);
          expect(checked.withinLimit).toBe(BigInt(unit - newUnit) * 10_000n <= BigInt(unit) * BigInt(limit));
          if (basisPoints <= limit) expect(checkManualDiscount(unit, { basisPoints }, limit).withinLimit).toBe(true);
        },
      ),
    );
  });
});
