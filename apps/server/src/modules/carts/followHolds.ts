import type { Subscriber } from '../../kernel/relay.ts';
import { detachHolds } from './detachHolds.ts';

/** A hold that expired or was released by anyone leaves its cart line; a newer hold of the line stays. */
export const followHolds: Subscriber = {
  name: 'carts-holds',
  types: ['stock.reservation.expired', 'stock.reservation.released'],
  async handle(ctx, events) {
    await detachHolds(
      ctx,
      events.map((event) => ({
        reservationId: event.aggregateId,
        reason: typeof event.data.reason === 'string' ? event.data.reason : (event.type.split('.').at(-1) ?? 'ended'),
      })),
    );
  },
};
