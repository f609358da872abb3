import { expect, test } from 'vitest';
import { hasValidCheckDigit, judge } from './cards.ts';

const now = new Date('2026-11-21T12:00:00Z');
const card = (number: string, expiryMonth = 12, expiryYear = 2030) => ({
  kind: 'card' as const,
  number,
  expiryMonth,
  expiryYear,
  cvc: '123',
});

test.each([
  ['4242 4242 4242 4242', { approved: true, lost: false }],
  ['4000000000000119', { approved: true, lost: true }],
  ['4000000000000002', { approved: false, reason: 'card_declined' }],
  ['4000000000009995', { approved: false, reason: 'insufficient_funds' }],
  ['4242424242424241', { approved: false, reason: 'invalid_number' }],
  ['5555555555554444', { approved: false, reason: 'card_declined' }],
])('%s', (number, verdict) => {
  expect(judge(card(number), now)).toEqual(verdict);
});

test('a card is good until the end of the month printed on it', () => {
  expect(judge(card('4242424242424242', 11, 2026), now)).toMatchObject({ approved: true });
  expect(judge(card('4242424242424242', 10, 2026), now)).toEqual({ approved: false, reason: 'expired_card' });
});

test('one wrong digit is noticed', () => {
  expect(hasValidCheckDigit('4242424242424242')).toBe(true);
  for (let i = 0; i < 16; i += 1) {
    const digits = [...'4242424242424242'];
    digits[i] = String((Number(digits[i]) + 3) % 10);
    expect(hasValidCheckDigit(digits.join(''))).toBe(false);
  }
});
