import type { NewEvent } from '../../kernel/outbox.ts';
import type { Cart } from './cart.ts';

/** The event of a change to one line; a line that is gone is told by its id alone. */
export function lineEvent(happened: 'added' | 'changed' | 'removed', cart: Cart, lineId: string): NewEvent {
  const line = cart.lines.find((candidate) => candidate.id === lineId);
  return {
    type: `carts.line.${happened}`,
    subjectId: cart.subjectId,
    aggregate: 'cart',
    aggregateId: cart.id,
    aggregateVersion: cart.version,
    data: {
      cartId: cart.id,
      lineId,
      ...(line && {
        variantId: line.variantId,
        quantity: line.quantity,
        ...line.way,
        unit: line.terms.unit.amount,
        currency: cart.currency,
      }),
    },
  };
}
