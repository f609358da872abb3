import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { profileTypes } from './foldEvent.ts';
import { keepProfiles } from './followProfiles.ts';
import { refreshFacts } from './refreshFacts.ts';

const chunk = 2_000;

/**
 * Makes dealings, meetings and figures anew from the timeline, and goes on where the timeline stands: for a shop that is
 * older than the profile, or after a fault in it. One transaction, so nobody sees the half of it; lists wait for nothing.
 */
export async function rebuildProfiles(ctx: Ctx): Promise<{ events: number; customers: number }> {
  return inTransaction(ctx, async (tx) => {
    // The profile's own place first: while it is held, no relay adds to what is being made anew.
    await sql`select 1 from kernel.outbox_cursor where subscriber = any (array['customers.profile', 'timeline'])
      order by subscriber for update`.execute(tx.db);
    await sql`delete from customers.dealing`.execute(tx.db);
    await sql`delete from customers.activity`.execute(tx.db);
    await sql`delete from customers.profile_facts`.execute(tx.db);
    let [at, id] = ['0001-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'];
    let events = 0;
    for (;;) {
      const { rows } = await sql<{
        id: string;
        type: string;
        subjectId: string;
        at: Date;
        stamp: string;
        channel: string;
        locationId: string | null;
        data: Record<string, unknown>;
      }>`
        select event_id as id, type, subject_id as "subjectId", at, at::text as stamp, channel, location_id as "locationId", data
        from customers.timeline where (at, event_id) > (${at}::timestamptz, ${id}::uuid) and type = any (${[...profileTypes]})
        order by at, event_id limit ${chunk}`.execute(tx.db);
      const last = rows.at(-1);
      if (!last) break;
      await keepProfiles(
        tx,
        // The order of the timeline stands for the versions it does not keep; every later event is newer than these.
        rows.map((row) => ({ ...row, locationId: row.locationId ?? undefined, version: 0 })),
        { figuresLater: true },
      );
      [at, id] = [last.stamp, last.id];
      events += rows.length;
    }
    const customers = await refreshAll(tx);
    await sql`update kernel.outbox_cursor c set xid = t.xid, seq = t.seq from kernel.outbox_cursor t
      where c.subscriber = 'customers.profile' and t.subscriber = 'timeline'`.execute(tx.db);
    return { events, customers };
  });
}

async function refreshAll(tx: Ctx): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let customers = 0;
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select distinct customer_id as id from customers.subject where customer_id > ${after}::uuid
      order by customer_id limit ${chunk}`.execute(tx.db);
    const last = rows.at(-1);
    if (!last) return customers;
    await refreshFacts(
      tx,
      rows.map((row) => row.id),
    );
    after = last.id;
    customers += rows.length;
  }
}

export const rebuildProfilesJob: JobDefinition = {
  name: 'customers.rebuild-profiles',
  async handle(ctx) {
    const done = await rebuildProfiles(ctx);
    ctx.log.info(done, 'profiles rebuilt');
  },
};
