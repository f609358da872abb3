import type { Ctx } from '../kernel/context.ts';
import type { DomainEvent } from '../kernel/outbox.ts';

const hours = 24;

/**
 * Whether people should still be told: after a long outage, or when history is imported, nobody wants a hundred mails
 * about what is over. What follows for stock and work follows all the same.
 */
export function isStillNews(ctx: Ctx, event: Pick<DomainEvent, 'occurredAt'>): boolean {
  return ctx.clock.now().getTime() - event.occurredAt.getTime() < hours * 3_600_000;
}
