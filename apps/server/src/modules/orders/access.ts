import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/context.ts';
import { hashOfToken } from './accessToken.ts';

/**
 * Whose orders an actor may see, as a condition of the statement: another person's order and none are the same answer.
 * Shoppers: their own once signed in, else with the order's token. Agents and admins: all. Associates and managers:
 * what was made at, or is to be had from, their locations.
 */
export function visibleTo(actor: Actor, token?: string): RawBuilder<unknown> {
  switch (actor.kind) {
    case 'system':
    case 'machine':
      return sql`true`;
    case 'staff':
      if (actor.role === 'agent' || actor.role === 'admin' || actor.locationIds === 'all') return sql`true`;
      return atLocations(actor.locationIds);
    case 'shopper':
      return actor.signedIn
        ? sql`("order".subject_id = any (${actor.subjectIds}::uuid[]) or ${byToken(token)})`
        : byToken(token);
    case 'anonymous':
      return byToken(token);
  }
}

export function atLocations(locationIds: readonly string[]): RawBuilder<unknown> {
  return sql`("order".contract_location_id = any (${[...locationIds]}::uuid[]) or exists (
    select 1 from orders.line l where l.order_id = "order".id and l.location_id = any (${[...locationIds]}::uuid[])))`;
}

function byToken(token: string | undefined): RawBuilder<unknown> {
  if (token === undefined) return sql`false`;
  return sql`exists (select 1 from orders.access_token t where t.order_id = "order".id and t.token_hash = ${hashOfToken(token)})`;
}
