import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taxInGross } from '../../kernel/money.ts';
import { splitLine } from './splitLine.ts';
import { sumLines } from './sumLines.ts';

const lines = fc
  .record({
    quantity: fc.integer({ min: 2, max: 50 }),
    unit: fc.integer({ min: 0, max: 5_000_000 }),
    off: fc.integer({ min: 0, max: 10_000 }),
    rate: fc.constantFrom(0, 500, 800, 2_300),
    take: fc.integer({ min: 1, max: 49 }),
  })
  .map(({ quantity, unit, off, rate, take }) => {
    const discount = Math.floor((unit * quantity * off) / 10_000);
    return {
      line: { quantity, unit, discount, ...taxInGross(unit * quantity - discount, rate) },
      take: Math.min(take, quantity - 1),
    };
  });

it('splits a line into two that agree with themselves and are together exactly what it was', () => {
  fc.assert(
    fc.property(lines, ({ line, take }) => {
      const { part, rest } = splitLine(line, take);
      const { unit: _unit, quantity: _quantity, ...figures } = line;
      expect(sumLines([part, rest])).toEqual(figures);
      expect(part.quantity + rest.quantity).toBe(line.quantity);
      for (const one of [part, rest]) for (const figure of Object.values(one)) expect(figure).toBeGreaterThanOrEqual(0);
    }),
  );
});
