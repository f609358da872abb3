import { expect, it } from 'vitest';
import { owedNow } from './owedNow.ts';

const zl = (amount: number) => ({ amount, currency: 'PLN' });
const line = (reservationId: string | null, amount: number, more: object = {}) => ({
  kind: 'goods' as const,
  state: 'open' as const,
  way: { method: 'pickup' as const, locationId: 'krakow' },
  reservationId,
  gross: zl(amount),
  ...more,
});
const order = (lines: ReturnType<typeof line>[], paidAt: string | null = null) => {
  const gross = zl(lines.reduce((sum, one) => sum + one.gross.amount, 0));
  return { paidAt, lines, worth: { gross, net: gross, tax: zl(0), discount: zl(0) } };
};
const here = { kind: 'pickup' as const, reservationId: 'here' };

it('of an unpaid order is paid what leaves now, and what is sent home', () => {
  expect(owedNow(order([line('here', 300)]), 0, here)).toBe(300);
  expect(owedNow(order([line('here', 300), line('rest', 200), line(null, 100)]), 0, here)).toBe(300);
  expect(owedNow(order([line('here', 300), line('post', 200, { way: { method: 'delivery' } })]), 0, here)).toBe(500);
});

it('the last part takes what is left, whatever was paid before', () => {
  const lines = [line('first', 200, { state: 'fulfilled' }), line('here', 300)];
  expect(owedNow(order(lines), 200, here)).toBe(300);
  expect(owedNow(order(lines), 450, here)).toBe(50);
  expect(owedNow(order(lines, '2026-11-24'), 0, here)).toBe(0);
});
