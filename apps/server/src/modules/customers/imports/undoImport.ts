import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { emit } from '../../../kernel/outbox.ts';
import { customersOf } from '../customersOf.ts';
import { raiseVersions } from '../lockCustomers.ts';
import { refreshFacts } from '../profile/refreshFacts.ts';
import { type ImportRow, sourceOf } from './importTypes.ts';

const undoneAtOnce = 500;

/**
 * Takes back what the next rows brought: people it made of whom nothing else is known by now mean nobody again, and what it
 * filled in elsewhere goes. Who did something since, or was joined with somebody, stays as they are. Returns whether there
 * are more.
 */
export async function undoImport(ctx: Ctx, row: ImportRow): Promise<boolean> {
  const source = sourceOf(row.id);
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ line: number; subject_id: string }>`
      select line, subject_id from customers.import_row
      where import_id = ${row.id} and line > ${row.line} and subject_id is not null order by line limit ${undoneAtOnce}`.execute(
      tx.db,
    );
    const last = rows.at(-1);
    if (!last) {
      await sql`update customers.import set state = 'undone', version = version + 1, line = 0, done = coalesce(total, 0),
        worked_at = ${tx.clock.now()} where id = ${row.id}`.execute(tx.db);
      return false;
    }
    // Another line may have filled in what an earlier one made: both are of a person this import made.
    const { rows: all } = await sql<{ id: string }>`
      select distinct subject_id as id from customers.import_row where import_id = ${row.id} and outcome = 'made'
        and subject_id = any (${rows.map((one) => one.subject_id)}::uuid[])`.execute(tx.db);
    const made = all.map((one) => one.id);
    const kept = await touchedSince(tx, made, source);
    const subjects = [...new Set(rows.map((one) => one.subject_id))].filter((id) => !kept.has(id));
    await takeBack(tx, row.id, subjects);
    const customers = await customersOf(tx, subjects);
    const gone = new Set(made.filter((id) => !kept.has(id)));
    await sql`delete from customers.profile_facts where customer_id = any (${[...gone].map((id) => customers.get(id))}::uuid[])`.execute(
      tx.db,
    );
    await refreshFacts(
      tx,
      [...customers].filter(([subjectId]) => !gone.has(subjectId)).map(([, customerId]) => customerId),
    );
    const versions = await raiseVersions(tx, [...customers.values()]);
    await emit(
      tx,
      ...subjects.flatMap((subjectId) => {
        const customerId = customers.get(subjectId);
        return customerId
          ? [
              {
                type: 'customers.customer.import_undone' as const,
                subjectId,
                aggregate: 'customer',
                aggregateId: customerId,
                aggregateVersion: versions.get(customerId) ?? 1,
                data: { customerId, importId: row.id },
              },
            ]
          : [];
      }),
    );
    await sql`update customers.import set line = ${last.line}, done = done + ${rows.length}, worked_at = ${tx.clock.now()},
      counts = jsonb_set(counts, '{kept}', to_jsonb(coalesce((counts ->> 'kept')::int, 0) + ${kept.size}::int))
      where id = ${row.id}`.execute(tx.db);
    return true;
  });
}

/** Of subjects that an import made, those of whom anybody has said or done anything since. */
async function touchedSince(tx: Ctx, subjectIds: readonly string[], source: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select s.id from customers.subject s where s.id = any (${[...subjectIds]}::uuid[]) and (
      s.customer_id <> s.home_customer_id
      or exists (select 1 from customers.subject o where o.customer_id = s.customer_id and o.id <> s.id)
      or exists (select 1 from customers.dealing d where d.subject_id = s.id)
      or exists (select 1 from customers.timeline t where t.subject_id = s.id and t.type not like 'customers.customer.import%')
      or exists (select 1 from customers.note n where n.subject_id = s.id)
      or exists (select 1 from customers.session n where n.subject_id = s.id)
      or exists (select 1 from customers.address a where a.subject_id = s.id)
      or exists (select 1 from customers.identifier i where i.subject_id = s.id and i.source <> ${source})
      or exists (select 1 from customers.trait t where t.subject_id = s.id and t.source <> ${source})
      or exists (select 1 from customers.trait_value t where t.subject_id = s.id and t.source <> ${source})
      or exists (select 1 from customers.tag t where t.subject_id = s.id and t.actor <> ${source})
      or exists (select 1 from customers.consent c where c.subject_id = s.id and c.source <> 'import'))`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

async function takeBack(tx: Ctx, importId: string, subjectIds: readonly string[]): Promise<void> {
  const source = sourceOf(importId);
  const ids = sql`any (${[...subjectIds]}::uuid[])`;
  await sql`delete from customers.identifier where subject_id = ${ids} and source = ${source} and state = 'claimed'`.execute(
    tx.db,
  );
  await sql`delete from customers.trait where subject_id = ${ids} and source = ${source}`.execute(tx.db);
  await sql`delete from customers.trait_value where subject_id = ${ids} and source = ${source}`.execute(tx.db);
  await sql`delete from customers.tag where subject_id = ${ids} and actor = ${source}`.execute(tx.db);
  // A word about consent is never removed. A no of the same moment outweighs it, and leaves alone what was said before or since.
  const { rows } = await sql<{ id: string }>`
    select id from customers.consent c where subject_id = ${ids} and source = 'import' and state = 'given'
      and proof ->> 'importId' = ${importId} and not exists (select 1 from customers.consent n
        where n.subject_id = c.subject_id and n.proof ->> 'undoes' = c.id::text)`.execute(tx.db);
  await sql`
    insert into customers.consent (id, subject_id, purpose, channel, state, source, wording, language, proof, actor, at)
    select q.id, c.subject_id, c.purpose, c.channel, 'withdrawn', 'import', c.wording, c.language,
      jsonb_build_object('importId', ${importId}::text, 'undoes', c.id::text), ${actorKey(tx.actor)}, c.at
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ id: tx.newId(), of: row.id })))}::jsonb) as q(id uuid, of uuid)
    join customers.consent c on c.id = q.of`.execute(tx.db);
}
