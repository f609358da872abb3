import { sql } from 'kysely';
import type pg from 'pg';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';

/** That somebody was erased: ids that name nobody, kept where no backup brings an older state back. */
export interface Erasure {
  requestId: string;
  /** All under which they were ever known: the backup may be from before some of them were one. */
  customerIds: string[];
}

/** Those a database knows that is about to be replaced: it may have been served from another machine's folder. */
export async function erasuresIn(client: pg.ClientBase): Promise<Erasure[]> {
  const { rows: known } = await client.query("select to_regclass('customers.data_request') is not null as known");
  if (!known[0]?.known) return [];
  const { rows } = await client.query<Erasure>(`
    select r.id as "requestId", array_agg(distinct s.home_customer_id::text) as "customerIds"
    from customers.data_request r join customers.subject home on home.home_customer_id = r.customer_id
    join customers.subject s on s.customer_id = home.customer_id
    where r.kind = 'erasure' group by r.id`);
  return rows;
}

/**
 * Asks again, in a database just restored, for what was erased since the backup: a promise that was kept stays kept. The
 * server does it when it starts. Returns how many.
 */
export async function askAgain(ctx: Ctx, erasures: readonly Erasure[], jobName: string): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    let asked = 0;
    for (const { requestId, customerIds } of erasures) {
      const { rows } = await sql<{ id: string }>`
        select c.id from customers.customer c where c.id = any(${customerIds}::uuid[])
          and not exists (select 1 from customers.data_request r where r.id = ${requestId} and r.state = 'done')
        order by c.id`.execute(tx.db);
      for (const [index, { id: customerId }] of rows.entries()) {
        const id = index === 0 ? requestId : tx.newId();
        const { rows: made } = await sql<{ id: string }>`
          insert into customers.data_request (id, kind, customer_id, state, asked_by, asked_at)
          values (${id}, 'erasure', ${customerId}, 'queued', 'system:restore', ${tx.clock.now()})
          on conflict do nothing returning id`.execute(tx.db);
        if (!made[0]) continue;
        await tx.jobs.enqueue(tx, jobName, { requestId: id });
        asked += 1;
      }
    }
    return asked;
  });
}
