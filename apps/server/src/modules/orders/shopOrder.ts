import type { Static } from 'typebox';
import type { Order } from './order.ts';
import type { ShopOrderSchema } from './schemas.ts';

export type ShopOrder = Static<typeof ShopOrderSchema>;

/** The customer's view: without staff, holds and identities. */
export function toShopOrder(order: Order): ShopOrder {
  const { channel: _channel, subjectId: _subject, cartId: _cart, cancelReason: _reason, lines, ...rest } = order;
  return {
    ...rest,
    lines: lines.map(({ reservationId: _reservation, cartLineId: _cartLine, credits: _credits, ...line }) => line),
  };
}
