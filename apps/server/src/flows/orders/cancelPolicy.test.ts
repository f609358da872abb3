import { describe, expect, it } from 'vitest';
import { cancellableLines, whyNotCancel } from './cancelPolicy.ts';

const line = { id: 'a', kind: 'goods' as const, state: 'open' as const };
const work = (state: Parameters<typeof whyNotCancel>[1][number]['state'], orderLineId = 'a') => ({
  id: 'w',
  kind: 'pickup' as const,
  state,
  lines: [{ variantId: 'v', quantity: 1, orderLineId }],
});

describe('what may still be cancelled', () => {
  it.each(['to_pick', 'picking', 'not_found', 'cancelled'] as const)('by the customer while it is %s', (state) => {
    expect(whyNotCancel(line, [work(state)], 'customer')).toBeUndefined();
  });
  it('by the customer no longer once it lies ready; by staff it may', () => {
    expect(whyNotCancel(line, [work('ready')], 'customer')).toBe('ready');
    expect(whyNotCancel(line, [work('ready')], 'staff')).toBeUndefined();
  });
  it.each(['shipped', 'handed_over'] as const)('by nobody once it was %s', (state) => {
    for (const by of ['customer', 'staff'] as const) expect(whyNotCancel(line, [work(state)], by)).toBeDefined();
  });
  it('goes by the work that goes on, not by one that ended before it', () => {
    expect(whyNotCancel(line, [work('cancelled'), work('ready')], 'customer')).toBe('ready');
    expect(whyNotCancel(line, [work('ready'), work('cancelled')], 'customer')).toBe('ready');
  });
  it('is never the delivery by itself, nor anything of an order that is over', () => {
    expect(whyNotCancel({ ...line, kind: 'delivery' }, [], 'staff')).toBe('delivery');
    expect(cancellableLines({ state: 'completed', lines: [line] }, [], 'staff')).toEqual([]);
    expect(cancellableLines({ state: 'paid', lines: [line] }, [], 'staff')).toEqual(['a']);
  });
});
