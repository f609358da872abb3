import { expect, it } from 'vitest';
import { isOnlySaid, maskContact, nameOf } from './nameOf.ts';

it('calls people by the name we know, then by the one they gave', () => {
  expect(nameOf('Julia Kowalska', 'J.', 'Visitor')).toBe('Julia Kowalska');
  expect(nameOf('julia@example.com', 'Julia', 'Visitor')).toBe('Julia');
  expect(isOnlySaid('julia@example.com', 'Julia')).toBe(true);
  expect(isOnlySaid('Julia Kowalska', 'Julia')).toBe(false);
});

it('shows no contact in full where only a name is asked for', () => {
  expect(nameOf('julia@example.com', null, 'Visitor')).toBe('j…@example.com');
  expect(nameOf('+48600700800', null, 'Visitor')).toBe('+48600 … 800');
  expect(nameOf(null, null, 'Visitor')).toBe('Visitor');
  expect(maskContact('j…@example.com')).toBe('j…@example.com');
});
