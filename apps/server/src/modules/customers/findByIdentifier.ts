import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type IdentifierKind, normaliseIdentifier, sharedKinds } from './normaliseIdentifier.ts';
import { tables } from './tables.ts';

/** Who has proved to own an identifier, and who only says so. */
export interface Owners {
  verified?: string;
  claimed: string[];
}

/** Customers by an identifier, in whatever form it was typed. One statement. */
export async function findByIdentifier(ctx: Ctx, kind: IdentifierKind, value: string): Promise<Owners> {
  const normal = normaliseIdentifier(kind, value);
  if (normal === undefined) return { claimed: [] };
  const rows = await tables(ctx)
    .selectFrom('customers.identifier as i')
    .innerJoin('customers.subject as s', 's.id', 'i.subject_id')
    .select(['s.customer_id', 'i.state'])
    .where('i.kind', '=', kind)
    .where('i.value', '=', normal)
    .orderBy('i.at', 'desc')
    .limit(100)
    .execute();
  const verified = rows.find((row) => row.state === 'verified')?.customer_id;
  const claimed = [...new Set(rows.map((row) => row.customer_id))].filter((id) => id !== verified);
  return { ...(verified ? { verified } : {}), claimed };
}

/** The subject of who proved to own it. */
export async function ownerOf(ctx: Ctx, kind: IdentifierKind, value: string): Promise<string | undefined> {
  const normal = normaliseIdentifier(kind, value);
  if (normal === undefined) return undefined;
  const row = await tables(ctx)
    .selectFrom('customers.identifier')
    .select('subject_id')
    .where('kind', '=', kind)
    .where('value', '=', normal)
    .where('state', '=', 'verified')
    .executeTakeFirst();
  return row?.subject_id;
}

/** What more people than this share is nobody's: the shop's own number, a colleague's address typed at every till. */
export const mostOwners = 8;

/**
 * Other customers who have or claim an identifier of this one, an e-mail by its hash too: suggestions for a person to decide,
 * nothing more. Where many share one it says nothing, and neither does what several people use anyway. One statement.
 */
export async function suggestionsFor(ctx: Ctx, customerId: string): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    with mine as (
      select distinct i.kind, i.value from customers.subject s join customers.identifier i on i.subject_id = s.id
      where s.customer_id = ${customerId} and i.kind <> all (${[...sharedKinds]})),
    asked as (
      select kind, value from mine
      union select 'email_hash', encode(sha256(value::bytea), 'hex') from mine where kind = 'email'
      union select 'email', e.value from mine m
        join customers.identifier e on e.kind = 'email' and encode(sha256(e.value::bytea), 'hex') = m.value
        where m.kind = 'email_hash')
    select distinct found.customer_id from asked a cross join lateral (
      select array_agg(distinct s.customer_id) as ids from (
        select i.subject_id from customers.identifier i where i.kind = a.kind and i.value = a.value limit 200) i
      join customers.subject s on s.id = i.subject_id
    ) owners cross join lateral unnest(owners.ids) as found(customer_id)
    where found.customer_id <> ${customerId} and cardinality(owners.ids) <= ${mostOwners}
    limit 20`.execute(ctx.db);
  return rows.map((row) => row.customer_id);
}
