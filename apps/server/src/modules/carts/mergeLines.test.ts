import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CartLine } from './cart.ts';
import { mergeLines } from './mergeLines.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();

let made = 0;
function line(change: Partial<CartLine> & { unit?: number; validHours?: number } = {}): CartLine {
  const { unit = 1000, validHours = 24, ...rest } = change;
  made += 1;
  return {
    id: `line-${made}`,
    variantId: 'sofa',
    quantity: 1,
    way: { method: 'delivery' },
    terms: { unit: { amount: unit, currency: 'PLN' }, quotedAt: at(-24), validUntil: at(validHours), channel: 'web' },
    reservationId: null,
    heldUntil: null,
    heldBy: null,
    advisedBy: null,
    holdEnded: null,
    discountByHand: null,
    addedAt: at(-24),
    ...rest,
  };
}

test('the same goods by the same way become one line at the lower of two valid quotes', () => {
  const [dear, cheap] = [line({ unit: 1200, quantity: 2 }), line({ unit: 900 })];
  expect(mergeLines([cheap], [dear], now)).toEqual({
    kept: [{ id: dear.id, quantity: 3, terms: cheap.terms }],
    absorbed: [cheap.id],
  });
});

test('a lower quote that has run out does not count', () => {
  const [valid, stale] = [line({ unit: 1200 }), line({ unit: 900, validHours: -1 })];
  expect(mergeLines([stale], [valid], now).kept[0]?.terms).toEqual(valid.terms);
});

test('another way or other goods stay another line', () => {
  const lines = [
    line(),
    line({ way: { method: 'pickup', locationId: 'a' } }),
    line({ way: { method: 'pickup', locationId: 'b' } }),
    line({ variantId: 'chair' }),
  ];
  expect(mergeLines(lines, [], now).absorbed).toEqual([]);
});

test('a held line keeps its quantity and id, takes the lower price, and its terms outlast the hold', () => {
  const held = line({ unit: 1200, reservationId: 'hold', heldUntil: at(48), validHours: 48 });
  const cheap = line({ unit: 900, quantity: 2 });
  const { kept, absorbed } = mergeLines([cheap], [held], now);
  expect(absorbed).toEqual([]);
  expect(kept).toContainEqual({ id: held.id, quantity: 1, terms: { ...cheap.terms, validUntil: at(48) } });
  expect(kept).toContainEqual({ id: cheap.id, quantity: 2, terms: cheap.terms });
});

test('no merge loses or adds a piece, moves a hold, or makes anything dearer than a valid quote of it', () => {
  const anyLine = fc
    .record({
      variantId: fc.constantFrom('sofa', 'chair'),
      quantity: fc.integer({ min: 1, max: 10_000 }),
      unit: fc.integer({ min: 0, max: 5_000 }),
      validHours: fc.integer({ min: -5, max: 5 }),
      held: fc.boolean(),
      store: fc.constantFrom(undefined, 'a', 'b'),
    })
    .map(({ held, store, ...rest }) =>
      line({
        ...rest,
        way: store ? { method: 'pickup', locationId: store } : { method: 'delivery' },
        ...(held ? { reservationId: 'hold', heldUntil: at(4), validHours: 5 } : {}),
      }),
    );
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), fc.array(anyLine, { maxLength: 8 }), (from, into) => {
      const { kept, absorbed } = mergeLines(from, into, now);
      const all = [...from, ...into];
      expect([...kept.map((k) => k.id), ...absorbed].sort()).toEqual(all.map((l) => l.id).sort());
      expect(kept.reduce((sum, k) => sum + k.quantity, 0)).toBe(all.reduce((sum, l) => sum + l.quantity, 0));
      for (const result of kept) {
        const original = all.find((l) => l.id === result.id);
        expect(result.quantity).toBeLessThanOrEqual(10_000);
        if (original?.reservationId) expect(result.quantity).toBe(original.quantity);
        if (original?.heldUntil)
          expect(Date.parse(result.terms.validUntil)).toBeGreaterThanOrEqual(Date.parse(original.heldUntil));
        if (original && Date.parse(original.terms.validUntil) > now.getTime()) {
          expect(result.terms.unit.amount).toBeLessThanOrEqual(original.terms.unit.amount);
        }
      }
    }),
  );
});
