import { expect, test } from 'vitest';
import { paymentStates, paymentTransitions, statesBefore } from './states.ts';

test('every state of a payment can be reached, and what was declined or voided moves no more', () => {
  for (const state of paymentStates) if (state !== 'pending') expect(statesBefore(state)).not.toEqual([]);
  expect(paymentStates.filter((state) => paymentTransitions[state].length === 0)).toEqual(['declined', 'voided']);
});

test('an answer that comes after a payment was given up is still taken', () => {
  expect(statesBefore('authorised')).toEqual(['pending', 'failed']);
  expect(statesBefore('declined')).toEqual(['pending']);
});
