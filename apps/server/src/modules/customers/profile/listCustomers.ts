import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/page.ts';
import type { NewsChannel } from '../consent/agreedTo.ts';
import { getCustomers } from '../getCustomers.ts';
import { findCustomerIds } from '../searchCustomers.ts';
import { type CustomerSummary, summariseCustomer } from '../summariseCustomer.ts';
import { type CustomerFacts, type FactsRow, showFacts } from './readFacts.ts';

export const customerSorts = ['seen', 'value', 'orders', 'new'] as const;
export type CustomerSort = (typeof customerSorts)[number];
export const openThings = ['order', 'hold', 'thread'] as const;

export interface CustomerFilter {
  query?: string | undefined;
  verified?: boolean | undefined;
  locationId?: string | undefined;
  channel?: string | undefined;
  categoryId?: string | undefined;
  open?: readonly (typeof openThings)[number][] | undefined;
  tag?: string | undefined;
  /** Agreed to news in this way; whether an address stands against it is asked when something is sent. */
  agreedTo?: NewsChannel | undefined;
  /** Minor units, in the customer's own currency. */
  valueMin?: number | undefined;
  valueMax?: number | undefined;
  seenFrom?: string | undefined;
  seenTo?: string | undefined;
}

export type ListedCustomer = CustomerSummary & { facts: CustomerFacts };

const columns: Record<CustomerSort, { column: string; type: 'instant' | 'integer' }> = {
  seen: { column: 'last_seen_at', type: 'instant' },
  value: { column: 'value_minor', type: 'integer' },
  orders: { column: 'orders', type: 'integer' },
  new: { column: 'first_seen_at', type: 'instant' },
};
/** Beyond it a list says "more than": nobody reads on, and counting a million rows would cost what the page costs a thousand times. */
export const countedAtMost = 10_000;
const foundAtMost = 200;

/**
 * Customers with something known of them, by search and filters, a page at a time. A constant number of statements for
 * any page; every filter is an index of the one table of figures, which asks no other module.
 */
export async function listCustomers(
  ctx: Ctx,
  input: { filter: CustomerFilter; sort: CustomerSort; cursor?: string | undefined; limit: number },
): Promise<{ items: ListedCustomer[]; nextCursor: string | null; total: number | null; isMore: boolean }> {
  const where = await conditionsOf(ctx, input.filter);
  const { column, type } = columns[input.sort];
  const after = decodeCursor(input.cursor, [type, 'id']);
  const cast = sql.raw(type === 'instant' ? 'timestamptz' : 'bigint');
  const older = after
    ? sql`and (${sql.ref(`f.${column}`)}, f.customer_id) < (${String(after[0])}::${cast}, ${String(after[1])}::uuid)`
    : sql``;
  const { rows } = await sql<FactsRow>`
    select f.* from customers.profile_facts f where f.is_known ${where} ${older}
    order by ${sql.ref(`f.${column}`)} desc, f.customer_id desc limit ${input.limit + 1}`.execute(ctx.db);
  const counted = input.cursor === undefined ? await countMatching(ctx, where) : null;
  const page = rows.slice(0, input.limit);
  const people = await getCustomers(
    ctx,
    page.map((row) => row.customer_id),
  );
  const last = page.at(-1);
  const keyOf = (row: FactsRow): string | number =>
    input.sort === 'seen'
      ? (row.last_seen_at ?? row.refreshed_at).toISOString()
      : input.sort === 'new'
        ? (row.first_seen_at ?? row.refreshed_at).toISOString()
        : input.sort === 'value'
          ? row.value_minor
          : row.orders;
  return {
    items: page.flatMap((row) => {
      const person = people.get(row.customer_id);
      return person ? [{ ...summariseCustomer(person), facts: showFacts(row) }] : [];
    }),
    nextCursor: rows.length > input.limit && last ? encodeCursor([keyOf(last), last.customer_id]) : null,
    total: counted === null ? null : Math.min(counted, countedAtMost),
    isMore: (counted ?? 0) > countedAtMost,
  };
}

async function countMatching(ctx: Ctx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from customers.profile_facts f where f.is_known ${where} limit ${countedAtMost + 1}) q`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}

/** Up to so many are looked up one by one; of more, the next ones in order are soon met. */
const fewAtMost = 2_000;

/** Who has a tag, where few have it; undefined for many. The planner cannot tell a rare tag from a common one. */
async function fewWith(ctx: Ctx, tag: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.customer_id as id from customers.tag t join customers.subject s on s.id = t.subject_id
    where t.tag = ${tag} limit ${fewAtMost + 1}`.execute(ctx.db);
  return rows.length > fewAtMost ? undefined : [...new Set(rows.map((row) => row.id))];
}

/** The filters as SQL; what was searched for becomes ids first. */
export async function conditionsOf(ctx: Ctx, filter: CustomerFilter): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [];
  if (filter.query?.trim()) {
    const ids = await findCustomerIds(ctx, filter.query.trim(), foundAtMost);
    parts.push(sql`f.customer_id = any (${ids}::uuid[])`);
  }
  if (filter.verified !== undefined) parts.push(sql`f.is_verified = ${filter.verified}`);
  if (filter.locationId) parts.push(sql`f.favourite_location_id = ${filter.locationId}::uuid`);
  if (filter.channel) parts.push(sql`f.favourite_channel = ${filter.channel}`);
  if (filter.categoryId) parts.push(sql`f.favourite_category_id = ${filter.categoryId}::uuid`);
  for (const thing of filter.open ?? []) parts.push(sql`${sql.ref(`f.open_${thing}s`)} > 0`);
  if (filter.tag) {
    const tag = filter.tag.trim().toLowerCase();
    parts.push(sql`f.tags @> array[${tag}]::text[]`);
    const few = await fewWith(ctx, tag);
    if (few) parts.push(sql`f.customer_id = any (${few}::uuid[])`);
  }
  if (filter.agreedTo) parts.push(sql`f.agreed_to @> array[${filter.agreedTo}]::text[]`);
  if (filter.valueMin !== undefined) parts.push(sql`f.value_minor >= ${filter.valueMin}`);
  if (filter.valueMax !== undefined) parts.push(sql`f.value_minor < ${filter.valueMax}`);
  if (filter.seenFrom) parts.push(sql`f.last_seen_at >= ${filter.seenFrom}::timestamptz`);
  if (filter.seenTo) parts.push(sql`f.last_seen_at < ${filter.seenTo}::timestamptz`);
  return parts.length > 0 ? sql`and ${sql.join(parts, sql` and `)}` : sql``;
}
