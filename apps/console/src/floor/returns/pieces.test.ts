import { describe, expect, it } from 'vitest';
import { differenceOf, firstChoice, outcomeFor, worthOf } from './pieces.ts';
import type { SaleLine } from './queries.ts';

const pln = (amount: number) => ({ amount, currency: 'PLN' });
const line = (over: Partial<SaleLine> = {}): SaleLine =>
  ({
    orderLineId: 'l',
    returnable: 3,
    worth: [pln(333), pln(334), pln(333)],
    bestRule: 'withdrawal',
    rules: [
      { rule: 'withdrawal', applies: true, until: null, why: null, conditions: null },
      { rule: 'complaint', applies: true, until: null, why: null, conditions: ['damaged', 'faulty'] },
    ],
    ...over,
  }) as SaleLine;

describe('a piece on the counter', () => {
  it('is worth what the next pieces of its line are worth, and nothing when it goes back to the customer', () => {
    const choice = { ...firstChoice(line()), quantity: 2 };
    expect(worthOf(line(), choice)).toBe(667);
    expect(worthOf(line(), { ...choice, outcome: 'send_back' })).toBe(0);
  });

  it('broken is never put back on the shelf by itself', () => {
    expect(outcomeFor('unopened')).toBe('restock');
    expect(outcomeFor('faulty')).toBe('damaged');
  });

  it('taken in only under a complaint starts as faulty, so that one tap is enough', () => {
    const only = line({ bestRule: 'complaint' });
    expect(firstChoice(only)).toMatchObject({
      rule: 'complaint',
      condition: 'faulty',
      reason: 'faulty',
      outcome: 'damaged',
    });
  });
});

it('an exchange has one difference, to take or to give', () => {
  expect(differenceOf(500, 300)).toEqual({ pays: 200, gets: 0 });
  expect(differenceOf(300, 500)).toEqual({ pays: 0, gets: 200 });
  expect(differenceOf(300, 300)).toEqual({ pays: 0, gets: 0 });
});
