import type { NewEvent } from '../../kernel/outbox.ts';
import type { Return } from './return.ts';
import type { ReturnState } from './states.ts';

/** Ids and figures of a return; the envelope's location is where it happened. */
export function returnEvent(happened: ReturnState, it: Return): NewEvent {
  return {
    type: `returns.return.${happened}`,
    subjectId: it.subjectId ?? undefined,
    aggregate: 'return',
    aggregateId: it.id,
    aggregateVersion: it.version,
    locationId: it.locationId ?? undefined,
    data: {
      returnId: it.id,
      number: it.number,
      orderId: it.orderId,
      orderNumber: it.orderNumber,
      way: it.way,
      currency: it.currency,
      total: it.total.amount,
      exchangeOrderId: it.exchangeOrderId,
      lines: it.lines.map(({ orderLineId, variantId, quantity, rule, reason, outcome }) => ({
        orderLineId,
        variantId,
        quantity,
        rule,
        reason,
        outcome,
      })),
    },
  };
}
