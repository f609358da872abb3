import { expect, test } from 'vitest';
import { layOut, type Touchpoint } from './layOut.ts';

const at = (time: string, kind: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id: `${time}${kind}`,
  at: time,
  channel: 'web',
  kind,
  origin: 'domain',
  subjectId: 's',
  source: null,
  locationId: null,
  orderId: null,
  total: null,
  facts: {},
  counted: null,
  ...more,
});

test('time runs to the right, a lane a channel, silence is folded, the order is a diamond', () => {
  const drawing = layOut(
    [
      at('2026-11-01T10:00:00Z', 'page', { channel: 'ads', counted: 'ads › web' }),
      at('2026-11-01T10:01:00Z', 'Product Viewed'),
      at('2026-11-01T10:01:00Z', 'journeys.session.started'),
      at('2026-11-08T10:00:00Z', 'conversations.message.posted', { channel: 'chat', counted: 'chat' }),
      at('2026-11-08T10:05:00Z', 'stock.reservation.held', { channel: 'chat', facts: { purpose: 'checkout' } }),
      at('2026-11-08T10:06:00Z', 'orders.order.placed', { channel: 'store' }),
    ],
    'Europe/Warsaw',
  );
  expect(drawing.lanes).toEqual(['ads', 'web', 'chat', 'store']);
  expect(drawing.marks.map(({ shape }) => shape)).toEqual(['dot', 'small', 'dot', 'diamond']);
  const xs = drawing.marks.map(({ x }) => x);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  expect(drawing.quiets.map(({ days }) => days)).toEqual([7]);
  expect(drawing.days).toHaveLength(2);
});

test('a day is the shop’s: an event at half past midnight there begins a new one', () => {
  const { days } = layOut([at('2026-11-01T22:30:00Z', 'page'), at('2026-11-01T23:30:00Z', 'page')], 'Europe/Warsaw');
  expect(days).toHaveLength(2);
});

test('a short journey fills the space there is, a long one takes what it needs', () => {
  const minutes = Array.from({ length: 12 }, (_, n) => at(`2026-11-01T10:${String(n).padStart(2, '0')}:00Z`, 'page'));
  expect(layOut(minutes, 'Europe/Warsaw', 600).width).toBe(600);
  expect(layOut(minutes, 'Europe/Warsaw', 3_000).width).toBeLessThan(700);
  expect(layOut(minutes, 'Europe/Warsaw', 100).width).toBe(layOut(minutes, 'Europe/Warsaw').width);
});
