import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Person } from '../../../kernel/personal.ts';

/**
 * A customer as their data is looked for. An address counts as theirs when they proved it, or when nobody else says it is
 * theirs: a colleague's e-mail typed by mistake brings them nothing of the colleague's, and takes nothing from them. A
 * guest who gave an address that this customer proved is no somebody else: that was they, in another browser.
 * Throws not_found.
 */
export async function personOf(ctx: Ctx, customerId: string): Promise<Person> {
  const { rows: subjects } = await sql<{
    id: string;
    customer_id: string;
    home_customer_id: string;
    anonymous_id: string | null;
  }>`select s.id, s.customer_id, s.home_customer_id, s.anonymous_id
    from customers.subject home join customers.subject s on s.customer_id = home.customer_id
    where home.home_customer_id = ${customerId}`.execute(ctx.db);
  const now = subjects[0]?.customer_id;
  if (!now) throw new AppError('not_found', { detail: 'There is no such customer.' });
  const { rows: addresses } = await sql<{ kind: string; value: string }>`
    with proven as (
      select i.kind, i.value from customers.identifier i join customers.subject s on s.id = i.subject_id
      where s.customer_id = ${now} and i.kind in ('email', 'phone') and i.state = 'verified')
    select kind, value from proven
    union
    select i.kind, i.value from customers.identifier i join customers.subject s on s.id = i.subject_id
    where s.customer_id = ${now} and i.kind in ('email', 'phone') and i.state = 'claimed' and not exists (
      select 1 from customers.identifier other join customers.subject o on o.id = other.subject_id
      where other.kind = i.kind and other.value = i.value and o.customer_id <> ${now}
        and (other.state = 'verified' or not exists (
          select 1 from customers.identifier same
          join customers.subject t on t.id = same.subject_id join proven p on p.kind = same.kind and p.value = same.value
          where t.customer_id = o.customer_id)))`.execute(ctx.db);
  const { rows: names } = await sql<{ name: string; is_rare: boolean }>`
    select distinct g.value || ' ' || f.value as name, not exists (
      select 1 from customers.trait og join customers.subject s on s.id = og.subject_id and s.customer_id <> ${now}
      join customers.trait fg on fg.name = 'family_name' and fg.folded = f.folded
      join customers.subject t on t.id = fg.subject_id and t.customer_id = s.customer_id
      where og.name = 'given_name' and og.folded = g.folded
        -- Somebody of the same name at the same address was they, as a guest.
        and not exists (select 1 from customers.identifier i join customers.subject x on x.id = i.subject_id
          join customers.identifier own on own.kind = i.kind and own.value = i.value
          join customers.subject y on y.id = own.subject_id and y.customer_id = ${now}
          where x.customer_id = s.customer_id and i.kind in ('email', 'phone'))) as is_rare
    from customers.trait g join customers.trait f on f.name = 'family_name' and g.name = 'given_name'
    join customers.subject a on a.id = g.subject_id join customers.subject b on b.id = f.subject_id
    where a.customer_id = ${now} and b.customer_id = ${now}`.execute(ctx.db);
  const of = (kind: string) => addresses.filter((row) => row.kind === kind).map((row) => row.value);
  return {
    customerId: now,
    customerIds: [...new Set([now, ...subjects.map((row) => row.home_customer_id)])],
    subjectIds: subjects.map((row) => row.id),
    anonymousIds: subjects.flatMap((row) => (row.anonymous_id ? [row.anonymous_id] : [])),
    emails: of('email'),
    phones: of('phone'),
    fullNames: names.map((row) => row.name),
    rareNames: names.filter((row) => row.is_rare).map((row) => row.name),
  };
}
