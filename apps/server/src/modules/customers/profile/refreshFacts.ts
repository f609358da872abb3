import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { agreedTo } from '../consent/agreedTo.ts';
import { computedTraits } from './computedTraits.ts';

/** Each figure looks through what all of these had to do with us, so few are worked out at a time. */
const atOnce = 20;
const types: Partial<Record<string, string>> = { favourite_category_id: '::uuid' };

/**
 * Works the figures of these customers out anew, from what happened under the subjects that are theirs now: nothing is
 * added or taken away, so the order of events, merges and undoings does not matter. A customer whose subjects all moved
 * elsewhere has no figures. To be called in the transaction of the change. A statement for
 * twenty customers, and two more.
 */
export async function refreshFacts(tx: Ctx, customerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  if (ids.length === 0) return;
  // The row is the lock: whoever works one out waits here, and then reads what the one before wrote.
  await sql`
    insert into customers.profile_facts (customer_id, refreshed_at)
    select id, ${tx.clock.now()}::timestamptz from unnest(${[...ids]}::uuid[]) as q(id) order by id
    on conflict (customer_id) do update set refreshed_at = excluded.refreshed_at`.execute(tx.db);
  for (let at = 0; at < ids.length; at += atOnce) await workOut(tx, ids.slice(at, at + atOnce));
  await sql`
    delete from customers.profile_facts f where f.customer_id = any (${[...ids]}::uuid[])
      and not exists (select 1 from customers.subject s where s.customer_id = f.customer_id)`.execute(tx.db);
}

/**
 * The figures of customers of whom nothing but words is known: whoever was made this moment has dealt with nobody. One
 * statement for any number, where working them out costs one for twenty; the outcome is the same. In the transaction that
 * made them.
 */
export async function firstFacts(tx: Ctx, customerIds: readonly string[]): Promise<void> {
  await sql`
    insert into customers.profile_facts (customer_id, is_known, first_seen_at, last_seen_at, tags, agreed_to, refreshed_at)
    select s.customer_id, true, s.created_at, s.created_at,
      coalesce((select array_agg(t.tag order by t.tag) from customers.tag t where t.subject_id = s.id), '{}'),
      ${agreedTo('s.customer_id')},
      ${tx.clock.now()}::timestamptz
    from customers.subject s where s.home_customer_id = any (${[...customerIds]}::uuid[]) and s.customer_id = s.home_customer_id
    on conflict (customer_id) do nothing`.execute(tx.db);
}

/** Of these customers, those who have figures already. */
export async function haveFacts(tx: Ctx, customerIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from customers.profile_facts where customer_id = any (${[...customerIds]}::uuid[])`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

async function workOut(tx: Ctx, ids: readonly string[]): Promise<void> {
  await sql`
    with mine as materialized (
      select s.customer_id, s.id as subject_id, s.kind, s.created_at from customers.subject s where s.customer_id = any (${[...ids]}::uuid[])
    ), dealt as materialized (
      select m.customer_id, d.* from mine m join customers.dealing d on d.subject_id = m.subject_id
    ), bought as materialized (
      select * from dealt where kind = 'order' and paid_at is not null and state <> 'cancelled'
    ), came_back as materialized (
      select * from dealt where kind = 'return' and state = 'settled'
    ), met as materialized (
      select m.customer_id, a.* from mine m join customers.activity a on a.subject_id = m.subject_id
    ), c as (
      select q.id, (select b.currency from bought b where b.customer_id = q.id
        group by b.currency order by count(*) desc, max(b.at) desc limit 1) as currency
      from unnest(${[...ids]}::uuid[]) as q(id)
    )
    update customers.profile_facts f set
      ${sql.raw(computedTraits.map(({ name, sql: text }) => `${name} = (${text})${types[name] ?? ''}`).join(',\n      '))},
      currency = c.currency,
      is_verified = exists (select 1 from mine m where m.customer_id = c.id and m.kind = 'verified'),
      is_known = exists (select 1 from mine m join customers.identifier i on i.subject_id = m.subject_id
          where m.customer_id = c.id and i.kind in ('email', 'phone', 'loyalty', 'messenger'))
        or exists (select 1 from mine m join customers.trait t on t.subject_id = m.subject_id where m.customer_id = c.id)
        or exists (select 1 from dealt d where d.customer_id = c.id),
      open_orders = (select count(*) from dealt d where d.customer_id = c.id and d.kind = 'order' and d.is_open),
      open_holds = (select count(*) from dealt d where d.customer_id = c.id and d.kind = 'hold' and d.is_open),
      open_threads = (select count(*) from dealt d where d.customer_id = c.id and d.kind = 'thread' and d.is_open),
      touchpoints = (select coalesce(sum(m.times), 0) from met m where m.customer_id = c.id),
      first_seen_at = (select min(m.created_at) from mine m where m.customer_id = c.id),
      last_seen_at = greatest((select max(m.last_at) from met m where m.customer_id = c.id),
        (select max(m.created_at) from mine m where m.customer_id = c.id)),
      tags = coalesce((select array_agg(distinct t.tag order by t.tag) from mine m
        join customers.tag t on t.subject_id = m.subject_id where m.customer_id = c.id), '{}'),
      agreed_to = ${agreedTo('c.id')}
    from c where f.customer_id = c.id`.execute(tx.db);
}
