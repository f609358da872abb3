import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, choose, type Demand, planShipment, stockWord } from './policy.ts';

const candidate = (code: string, free: Record<string, number>, more: Partial<Candidate> = {}): Candidate => ({
  locationId: code,
  code,
  kind: 'store',
  distanceKm: undefined,
  free: new Map(Object.entries(free)),
  ...more,
});
const demand = (variantId: string, quantity: number, lineId = variantId): Demand => ({ lineId, variantId, quantity });

describe('sourcing', () => {
  it('sends an order from one place where one place has everything, and says so', () => {
    const plan = planShipment(
      [demand('sofa', 1), demand('lamp', 2)],
      [
        candidate('KRK', { sofa: 1 }),
        candidate('WAW', { sofa: 1, lamp: 2 }),
        candidate('LDZ', { lamp: 9 }, { kind: 'warehouse' }),
      ],
    );
    expect(plan).toMatchObject({ why: 'whole_order', lines: [{ locationId: 'WAW' }, { locationId: 'WAW' }] });
  });

  it('prefers the warehouse, then the nearest store, then the fullest, then the code', () => {
    const stores = [candidate('B', { a: 5 }, { distanceKm: 40 }), candidate('A', { a: 5 }, { distanceKm: 3 })];
    expect(choose([...stores, candidate('LDZ', { a: 1 }, { kind: 'warehouse', distanceKm: 200 })])).toMatchObject({
      why: 'warehouse_first',
    });
    expect(choose(stores)).toMatchObject({ candidate: { code: 'A' }, why: 'nearest' });
    expect(choose([candidate('A', { a: 1 }), candidate('B', { a: 5 })])).toMatchObject({
      candidate: { code: 'B' },
      why: 'most_stock',
    });
    expect(choose([candidate('B', { a: 1 }), candidate('A', { a: 1 })])).toMatchObject({
      candidate: { code: 'A' },
      why: 'code',
    });
  });

  it('does not promise one unit to two lines', () => {
    expect(planShipment([demand('a', 1, 'l1'), demand('a', 1, 'l2')], [candidate('A', { a: 1 })])).toBeUndefined();
    expect(
      planShipment([demand('a', 1, 'l1'), demand('a', 1, 'l2')], [candidate('A', { a: 1 }), candidate('B', { a: 1 })])
        ?.why,
    ).toBe('split');
  });

  it('never plans more than a place has, and finds a plan whenever one place has everything', () => {
    const variants = ['a', 'b', 'c'];
    const frees = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)), { maxLength: 5 });
    const wants = fc.array(fc.record({ v: fc.nat(2), q: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(frees, wants, (places, wishes) => {
        const candidates = places.map((free, n) => candidate(`L${n}`, { a: free[0], b: free[1], c: free[2] }));
        const demands = wishes.map((wish, n) => demand(variants[wish.v] ?? 'a', wish.q, `l${n}`));
        const plan = planShipment(demands, candidates);
        const total = (v: string) => demands.filter((d) => d.variantId === v).reduce((sum, d) => sum + d.quantity, 0);
        if (candidates.some((c) => variants.every((v) => (c.free.get(v) ?? 0) >= total(v)))) expect(plan).toBeDefined();
        for (const c of candidates) {
          for (const v of variants) {
            const planned = (plan?.lines ?? [])
              .filter((l) => l.locationId === c.locationId && l.variantId === v)
              .reduce((sum, l) => sum + l.quantity, 0);
            expect(planned).toBeLessThanOrEqual(c.free.get(v) ?? 0);
          }
        }
        if (plan) expect(plan.lines.map((l) => l.lineId)).toEqual(demands.map((d) => d.lineId));
      }),
    );
  });

  it('uses the same words for stock everywhere', () => {
    expect(stockWord({ available: 3, availableToShip: 3, incoming: 0 })).toBe('in_stock');
    expect(stockWord({ available: 1, availableToShip: 1, incoming: 0 })).toBe('few_left');
    expect(stockWord({ available: 1, availableToShip: 0, incoming: 0 })).toBe('on_display');
    expect(stockWord({ available: 0, availableToShip: 0, incoming: 4 })).toBe('arriving');
    expect(stockWord({ available: 0, availableToShip: 0, incoming: 0 })).toBe('out_of_stock');
  });
});
