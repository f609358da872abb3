import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/context.ts';

/**
 * The condition that keeps shoppers to their own carts, inside the statement itself, so that another person's cart and
 * one that does not exist are the same to them. Staff come through flows that decide for themselves.
 */
export function ownedBy(actor: Actor): RawBuilder<unknown> {
  if (actor.kind === 'shopper') return sql`and cart.subject_id = any (${actor.subjectIds}::uuid[])`;
  return actor.kind === 'anonymous' ? sql`and false` : sql``;
}
