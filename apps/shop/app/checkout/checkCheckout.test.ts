import { expect, test } from 'vitest';
import { checkCheckout, checkField, fieldsAsked, readExpiry } from './checkCheckout.ts';
import { nothingTyped } from './readCheckoutForm.ts';
import { tidyCard, tidyExpiry } from './tidyFields.ts';

const asked = { delivers: true, knownEmail: null, now: new Date('2026-11-22T12:00:00Z') };
const right = {
  ...nothingTyped,
  email: 'julia@example.com',
  name: 'Julia Kowalska',
  street: 'Długa 5/12',
  postcode: '31-146',
  city: 'Kraków',
  payment: 'card' as const,
  card: '4242 4242 4242 4242',
  expiry: '12 / 29',
  cvc: '123',
};

test('an order that says everything has no fault, and a phone number is nobody’s duty', () => {
  expect(checkCheckout(right, asked)).toEqual({});
});

test('nobody sees more than eight fields, the optional ones behind a link not counted', () => {
  const seen = fieldsAsked(asked, 'card').filter((field) => !['phone', 'note', 'payment'].includes(field));
  expect(seen).toHaveLength(8);
  expect(fieldsAsked({ delivers: false, knownEmail: 'julia@example.com' }, 'pay_in_store')).toEqual([
    'name',
    'phone',
    'payment',
  ]);
});

test('each fault is named', () => {
  expect(checkCheckout(nothingTyped, asked)).toEqual({
    email: 'emailMissing',
    name: 'nameMissing',
    street: 'streetMissing',
    postcode: 'postcodeMissing',
    city: 'cityMissing',
    payment: 'paymentMissing',
  });
  expect(checkField('email', 'julia@example', asked)).toBe('emailWrong');
  expect(checkField('street', 'Długa', asked)).toBe('streetNoNumber');
  expect(checkField('postcode', '3114', asked)).toBe('postcodeWrong');
  expect(checkField('postcode', '31146', asked)).toBeUndefined();
  expect(checkField('phone', '12', asked)).toBe('phoneWrong');
  expect(checkField('card', '4242 4242 4242 4241', asked)).toBe('cardTypo');
  expect(checkField('card', '4242', asked)).toBe('cardShort');
  expect(checkField('expiry', '13/29', asked)).toBe('expiryWrong');
  expect(checkField('cvc', '12', asked)).toBe('cvcWrong');
});

test('a card is good to the end of the month printed on it', () => {
  expect(checkField('expiry', '11/26', asked)).toBeUndefined();
  expect(checkField('expiry', '10/26', asked)).toBe('expiryPast');
});

test('card and expiry are read and written as they are printed', () => {
  expect(tidyCard('4242424242424242')).toBe('4242 4242 4242 4242');
  expect(tidyExpiry('1229')).toBe('12 / 29');
  expect(tidyExpiry('12/2029')).toBe('12 / 29');
  expect(['12 / 29', '1229', '12/2029', '1/29'].map(readExpiry)).toEqual([
    { month: 12, year: 2029 },
    { month: 12, year: 2029 },
    { month: 12, year: 2029 },
    { month: 1, year: 2029 },
  ]);
});
