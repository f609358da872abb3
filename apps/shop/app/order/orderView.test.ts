import { expect, test } from 'vitest';
import type { OrderPageData } from './lastOrder.ts';
import { standingOfOrder, stepsOf } from './orderView.ts';

const page = (state: string, payment: string, stages: string[]) =>
  ({
    order: { state },
    payment: { state: payment },
    parts: stages.map((stage) => ({ stage, kind: 'pickup' })),
  }) as unknown as OrderPageData;

test('whoever is being charged is told to wait before anything else', () => {
  expect(standingOfOrder(page('placed', 'pending', []))).toBe('checking');
  expect(standingOfOrder(page('cancelled', 'declined', []))).toBe('not_paid');
  expect(standingOfOrder(page('cancelled', 'refunded', []))).toBe('cancelled');
});

test('of several parts the one that asks something of the customer comes first', () => {
  expect(standingOfOrder(page('paid', 'paid', ['to_pick', 'ready']))).toBe('ready');
  expect(standingOfOrder(page('paid', 'paid', ['ready', 'not_found']))).toBe('not_found');
  expect(standingOfOrder(page('completed', 'paid', ['handed_over']))).toBe('done');
});

test('a parcel that lies packed is not shown as on its way', () => {
  const now = (kind: string, stage: string) => stepsOf({ kind, stage }).find((step) => step.now)?.key;
  expect(now('ship', 'ready')).toBe('picking');
  expect(now('ship', 'shipped')).toBe('shipped');
  expect(now('pickup', 'ready')).toBe('ready');
  expect(stepsOf({ kind: 'pickup', stage: 'not_found' })).toEqual([]);
});
