import { sql } from 'kysely';
import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';

const leaseMs = 60_000;

/**
 * Sends the oldest batch that waits, and forgets it when ClickHouse has it. No transaction is open meanwhile: a lease
 * keeps other servers off, and where one takes over after all, the same rows under the same token count once.
 * Returns 'nothing' when none waits, 'failed' when ClickHouse did not take it: it stays and is tried again, later and
 * later, up to a minute apart.
 */
export async function sendBatch(ctx: Ctx, analytics: Analytics): Promise<'sent' | 'nothing' | 'failed'> {
  const now = ctx.clock.now();
  const { rows } = await sql<{ seq: number; token: string; rows: string; tries: number }>`
    update journeys.outgoing set tries = tries + 1, wait_until = ${new Date(now.getTime() + leaseMs)}
    where seq = (select seq from journeys.outgoing where wait_until is null or wait_until <= ${now}
      order by seq limit 1 for update skip locked)
    returning seq, token, rows::text as rows, tries`.execute(ctx.db);
  const batch = rows[0];
  if (!batch) return 'nothing';
  try {
    // As the text it was kept as: neither parsed nor written anew.
    await analytics.insert('touchpoint', batch.rows, batch.token);
  } catch (error) {
    const waitMs = Math.min(60_000, 500 * 2 ** Math.min(batch.tries, 10));
    await sql`update journeys.outgoing set wait_until = ${new Date(ctx.clock.now().getTime() + waitMs)}
      where seq = ${batch.seq}`.execute(ctx.db);
    ctx.log.warn(
      { token: batch.token, tries: batch.tries, err: error },
      'touchpoints could not be sent, will be tried again',
    );
    return 'failed';
  }
  await sql`delete from journeys.outgoing where seq = ${batch.seq}`.execute(ctx.db);
  return 'sent';
}
