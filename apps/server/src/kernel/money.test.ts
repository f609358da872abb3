import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, allocate, divideHalfUp, money, shareOf, taxInGross } from './money.ts';

const amount = fc.integer({ min: 0, max: 10_000_000_00 });

describe('money', () => {
  it('never adds two currencies', () => {
    expect(() => addMoney(money(1, 'PLN'), money(1, 'EUR'))).toThrow(
      expect.objectContaining({ code: 'mixed_currencies' }),
    );
  });

  it('refuses a fraction of a grosz', () => {
    expect(() => money(0.5, 'PLN')).toThrow(expect.objectContaining({ code: 'invalid_amount' }));
  });

  it('rounds half up', () => {
    expect([divideHalfUp(5, 2), divideHalfUp(4, 3), divideHalfUp(-5, 2), divideHalfUp(1, 3)]).toEqual([3, 1, -3, 0]);
    expect(shareOf(429_900, 1_000)).toBe(42_990);
  });

  it('takes 23 % VAT out of a gross price as the Polish tax office does', () => {
    expect(taxInGross(123_00, 2_300)).toEqual({ net: 100_00, tax: 23_00, gross: 123_00 });
    expect(taxInGross(3_869_10, 2_300)).toEqual({ net: 314_561, tax: 72_349, gross: 386_910 });
  });

  it('net and tax are always the gross, and tax is within half a grosz of the exact one', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(0, 500, 800, 2_300), (gross, rate) => {
        const { net, tax } = taxInGross(gross, rate);
        expect(net + tax).toBe(gross);
        expect(Math.abs(tax - (gross * rate) / (10_000 + rate))).toBeLessThanOrEqual(0.500001);
      }),
    );
  });

  it('splits without losing or making a grosz, each part within one of its share', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          const sum = weights.reduce((a, b) => a + b, 0);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          for (const [n, part] of sum > 0 ? parts.entries() : []) {
            expect(Math.abs(part - (total * (weights[n] ?? 0)) / sum)).toBeLessThan(1.000001);
          }
        },
      ),
    );
  });
});
