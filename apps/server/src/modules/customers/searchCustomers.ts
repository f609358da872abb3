import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { findByIdentifier } from './findByIdentifier.ts';
import { foldName } from './foldName.ts';
import { type Customer, getCustomers } from './getCustomers.ts';
import type { IdentifierKind } from './normaliseIdentifier.ts';

const limit = 20;
const sortedAtMost = 2_000;

/**
 * Customers by what staff type into one field: an e-mail, a phone in any form, a loyalty number, or the beginnings of
 * names, or the number of an order. People with the identifier verified come first. A constant number of statements.
 */
export async function searchCustomers(ctx: Ctx, query: string): Promise<Customer[]> {
  const ids = await findCustomerIds(ctx, query.trim(), limit);
  const customers = await getCustomers(ctx, ids);
  return ids.flatMap((id) => customers.get(id) ?? []);
}

/** The ids of whom a text may mean, the surest first: also the customer of an order, a return or a hold by its number. */
export async function findCustomerIds(ctx: Ctx, text: string, most: number): Promise<string[]> {
  const numbered = /^[A-Za-z0-9-]{4,24}$/.test(text) && /\d/.test(text) ? await findByNumber(ctx, text) : [];
  return [...new Set([...numbered, ...(await findPeople(ctx, text, most))])].slice(0, most);
}

async function findByNumber(ctx: Ctx, text: string): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select s.customer_id from customers.dealing d join customers.subject s on s.id = d.subject_id
    where d.number = ${text.toUpperCase()} limit 5`.execute(ctx.db);
  return rows.map((row) => row.customer_id);
}

async function findPeople(ctx: Ctx, text: string, most: number): Promise<string[]> {
  const kinds: IdentifierKind[] = text.includes('@')
    ? ['email']
    : /\d{4}/.test(text.replace(/[\s().-]/g, ''))
      ? ['phone', 'loyalty']
      : [];
  const found: string[] = [];
  for (const kind of kinds) {
    const { verified, claimed } = await findByIdentifier(ctx, kind, text);
    if (verified) found.unshift(verified);
    found.push(...claimed);
  }
  if (found.length > 0 || text.includes('@')) return [...new Set(found)].slice(0, most);
  return findByName(ctx, text, most);
}

/** Every word must begin a word of the person's names, also of one that was given whole; their order does not matter. */
async function findByName(ctx: Ctx, text: string, most: number): Promise<string[]> {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word.length >= 2)
    .slice(0, 4);
  if (words.length === 0) return [];
  const patterns = words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`);
  // Of a name that a tenth of a million bears, the newest of the first thousands: sorting all of them takes half a second.
  const [only, ...more] = patterns;
  const found =
    more.length > 0
      ? sql`customers.trait t`
      : sql`(select subject_id, folded, at from customers.trait where (' ' || folded) like ${only} limit ${sortedAtMost}) t`;
  const { rows } = await sql<{ customer_id: string }>`
    select s.customer_id
    from ${found}
    join customers.subject s on s.id = t.subject_id
    join unnest(${patterns}::text[]) as p(pattern) on (' ' || t.folded) like p.pattern
    group by s.customer_id
    having count(distinct p.pattern) = ${new Set(patterns).size}
    order by max(t.at) desc, s.customer_id
    limit ${most}`.execute(ctx.db);
  return rows.map((row) => row.customer_id);
}
