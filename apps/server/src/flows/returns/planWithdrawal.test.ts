import { describe, expect, it } from 'vitest';
import { planWithdrawal } from './planWithdrawal.ts';

const rule = (applies: boolean) => [
  { rule: 'withdrawal' as const, applies, until: null, why: applies ? null : ('too_late' as const), conditions: null },
];
const line = (id: string, returnable: number, cancellable: number, applies = true) => ({
  line: { id },
  returnable,
  cancellable,
  rules: rule(applies),
});

describe('what a declaration of withdrawal means', () => {
  it('for the whole contract: what is out comes back, what is here is cancelled', () => {
    expect(planWithdrawal([line('a', 2, 0), line('b', 0, 3)], undefined)).toEqual({
      back: [{ orderLineId: 'a', quantity: 2 }],
      cancel: [{ orderLineId: 'b', quantity: 3 }],
      needsPerson: false,
    });
  });

  it('for some pieces: those, and never more than there are', () => {
    const asked = [
      { orderLineId: 'a', quantity: 9 },
      { orderLineId: 'b', quantity: 1 },
    ];
    expect(planWithdrawal([line('a', 2, 0), line('b', 0, 3), line('c', 1, 0)], asked)).toMatchObject({
      back: [{ orderLineId: 'a', quantity: 2 }],
      cancel: [{ orderLineId: 'b', quantity: 1 }],
    });
  });

  it('a person looks where nothing fits, it is too late, or money is still under way', () => {
    expect(planWithdrawal([line('a', 2, 0, false)], undefined)).toEqual({ back: [], cancel: [], needsPerson: true });
    expect(planWithdrawal([line('a', 1, 0), line('b', 0, 1)], undefined, false)).toEqual({
      back: [{ orderLineId: 'a', quantity: 1 }],
      cancel: [],
      needsPerson: true,
    });
  });
});
