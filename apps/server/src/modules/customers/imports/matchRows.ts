import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { mostOwners } from '../findByIdentifier.ts';

/**
 * Which lines of the file are a person of an earlier line: by the same e-mail or card, or by the same telephone and first
 * name. A telephone alone is a family's.
 */
export async function matchWithin(tx: Ctx, importId: string): Promise<void> {
  await sql`
    update customers.import_row r set same_as = first.line from (
      select line, least(
          case when email is not null then min(line) over (partition by email) end,
          case when loyalty is not null then min(line) over (partition by loyalty) end,
          case when phone is not null then min(line) over (partition by phone, fields ->> 'folded') end) as first
      from customers.import_row where import_id = ${importId} and not is_refused) q
    join customers.import_row first on first.import_id = ${importId} and first.line = q.first
    where r.import_id = ${importId} and r.line = q.line and q.first < r.line`.execute(tx.db);
  // The first of a chain stands for all of it: Anna by her e-mail, then by the telephone of that line.
  for (let round = 0; round < 20; round += 1) {
    const { numAffectedRows } = await sql`
      update customers.import_row r set same_as = p.same_as from customers.import_row p
      where r.import_id = ${importId} and p.import_id = ${importId} and p.line = r.same_as and p.same_as is not null`.execute(
      tx.db,
    );
    if (!numAffectedRows) return;
  }
}

/**
 * Who of those who are here each line may be: the one proven owner of its contacts, else the only one who claims them. Not
 * sure is where contacts lead to several people, and where only the telephone fits and the first name is another. What
 * more people share than a household says nothing. Looks at lines that were not applied; asking again answers anew.
 */
export async function matchRows(tx: Ctx, importId: string, after: number, upTo: number): Promise<void> {
  await sql`
    with mine as materialized (
      select line, email, phone, loyalty, fields ->> 'folded' as given from customers.import_row
      where import_id = ${importId} and line > ${after} and line <= ${upTo} and not is_refused and same_as is null
        and outcome is null
    ), asked as (
      select line, 'email' as kind, email as value from mine where email is not null
      union all select line, 'phone', phone from mine where phone is not null
      union all select line, 'loyalty', loyalty from mine where loyalty is not null
    ), owners as (
      select a.line, a.kind, o.* from asked a cross join lateral (
        select array_agg(distinct s.customer_id) as ids,
          array_agg(distinct s.customer_id) filter (where i.state = 'verified') as proven
        from (select subject_id, state from customers.identifier i
          where i.kind = a.kind and i.value = a.value limit 200) i
        join customers.subject s on s.id = i.subject_id) o
      where cardinality(o.ids) <= ${mostOwners}
    ), people as (
      select o.line, array_agg(distinct p.id) as ids,
        array_agg(distinct p.id) filter (where p.id = any (o.proven)) as proven,
        bool_and(o.kind = 'phone') as by_phone
      from owners o cross join lateral unnest(o.ids) as p(id) group by o.line
    ), decided as (
      select m.line, m.given, p.by_phone,
        case when cardinality(p.proven) = 1 then p.proven[1] when p.proven is null and cardinality(p.ids) = 1 then p.ids[1] end as found,
        cardinality(p.proven) > 1 or (p.proven is null and cardinality(p.ids) > 1) as several
      from mine m left join people p on p.line = m.line
    )
    update customers.import_row r set found = d.found, doubt = case
      when d.several then 'several'
      when d.found is not null and d.by_phone and d.given is not null and exists (
          select 1 from customers.subject s join customers.trait t on t.subject_id = s.id
          where s.customer_id = d.found and t.name = 'given_name')
        and not exists (
          select 1 from customers.subject s join customers.trait t on t.subject_id = s.id
          where s.customer_id = d.found and t.name = 'given_name' and t.folded = d.given) then 'other_name' end
    from decided d where r.import_id = ${importId} and r.line = d.line`.execute(tx.db);
}
