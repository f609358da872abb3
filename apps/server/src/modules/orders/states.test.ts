import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineStates, orderStates, orderTransitions, stateOfLines, statesBefore } from './states.ts';

test('every state of an order can be reached, and a cancelled order stays cancelled', () => {
  for (const state of orderStates)
    expect(state === 'cancelled' || statesBefore(state).length > 0 || state === 'placed').toBe(true);
  expect(orderTransitions.cancelled).toEqual([]);
});

test('lines put their order where it belongs', () => {
  expect(stateOfLines(['open', 'open'], false)).toBe('placed');
  expect(stateOfLines(['open', 'open'], true)).toBe('paid');
  expect(stateOfLines(['open', 'fulfilled'], true)).toBe('partly_fulfilled');
  expect(stateOfLines(['cancelled', 'fulfilled'], true)).toBe('completed');
  expect(stateOfLines(['cancelled', 'cancelled'], true)).toBe('cancelled');
});

test('goods handed over one by one, in any order, end completed and pass no illegal step', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...lineStates), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (start, isPaid) => {
        const lines = [...start];
        let state = stateOfLines(lines, isPaid);
        for (let i = 0; i < lines.length; i += 1) {
          if (lines[i] !== 'open') continue;
          lines[i] = 'fulfilled';
          const next = stateOfLines(lines, isPaid);
          const unpaid = !isPaid && state === 'placed' && next === 'completed';
          expect(next === state || orderTransitions[state].includes(next) || unpaid).toBe(true);
          state = next;
        }
        expect(state).toBe(start.every((line) => line === 'cancelled') ? 'cancelled' : 'completed');
      },
    ),
  );
});
