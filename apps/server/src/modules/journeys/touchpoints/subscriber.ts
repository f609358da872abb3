import type { Analytics } from '../../../kernel/analytics.ts';
import type { Subscriber } from '../../../kernel/relay.ts';
import { describeDomainEvent } from './describeDomainEvent.ts';
import { followLinks } from './followLinks.ts';

export const subscriberName = 'journeys-clickhouse';

/**
 * Copies domain events to ClickHouse as touchpoints, and the map of who is whom. The relay gives the same range the same
 * token after a crash, and ClickHouse drops a token it has seen. Without an analytics engine there is nothing to copy to.
 */
export function touchpointSubscriber(analytics: () => Analytics): Subscriber {
  return {
    name: subscriberName,
    types: 'all',
    mode: 'external',
    async handle(ctx, events, token) {
      const engine = analytics();
      if (engine.unavailable !== undefined) return;
      const receivedAt = ctx.clock.now();
      const rows = events.flatMap((event) => describeDomainEvent(event, receivedAt) ?? []);
      await engine.insert('subject_customer', await followLinks(ctx, events), token);
      await engine.insert('touchpoint', rows, token);
    },
  };
}
