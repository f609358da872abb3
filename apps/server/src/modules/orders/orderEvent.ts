import type { NewEvent } from '../../kernel/outbox.ts';
import type { Order } from './order.ts';
import type { OrderState } from './states.ts';

/** How the goods of an order reach the customer: one way, or several; and the one location, where it is one. */
export function wayOfOrder(order: Order): {
  way: 'delivery' | 'pickup' | 'in_store' | 'mixed';
  locationId: string | null;
} {
  const goods = order.lines.filter((line) => line.kind === 'goods');
  const methods = new Set(goods.map((line) => line.way.method));
  const locations = new Set(goods.map((line) => (line.way.method === 'delivery' ? null : line.way.locationId)));
  const [method] = methods;
  const [location] = locations;
  return {
    way: methods.size === 1 && method ? method : 'mixed',
    locationId: locations.size === 1 ? (location ?? null) : null,
  };
}

/**
 * Ids and figures; the contact and the address stay with the order. The envelope's channel is that of the act (handed over
 * in the store), `orderChannel` that of the order (bought on the web).
 */
export function orderEvent(
  order: Order,
  state: OrderState | 'reopened' | 'reduced' | 'moved',
  more: Record<string, unknown> = {},
): NewEvent {
  const { way, locationId } = wayOfOrder(order);
  return {
    type: `orders.order.${state}`,
    subjectId: order.subjectId ?? undefined,
    aggregate: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    locationId: locationId ?? order.contractMadeAt.locationId ?? undefined,
    data: {
      orderId: order.id,
      number: order.number,
      market: order.market,
      currency: order.currency,
      total: order.totals.gross.amount,
      net: order.totals.net.amount,
      /** What is left of it, after what was cancelled. */
      worth: order.worth.gross.amount,
      lines: order.lines
        .filter((line) => line.kind === 'goods')
        .map((line) => ({
          lineId: line.id,
          variantId: line.variantId,
          quantity: line.quantity,
          gross: line.gross.amount,
          ...line.way,
          credits: line.credits,
        })),
      way,
      locationId,
      contractPlace: order.contractMadeAt.place,
      orderChannel: order.channel,
      cartId: order.cartId,
      ...more,
    },
  };
}
