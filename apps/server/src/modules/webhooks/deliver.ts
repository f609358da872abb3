import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import { failuresToDisable, pauseAfter } from './policy.ts';
import { post } from './post.ts';

export const sendJob = 'webhooks.send';

interface Due {
  id: string;
  endpoint_id: string;
  event_id: string;
  payload: string;
  attempts: number;
  url: string;
  secret: string;
  old_secret: string | null;
  old_secret_until: Date | null;
}

/**
 * Sends one delivery, outside any transaction, and writes what came of it: taken, or to be tried again after a growing
 * pause, or given up. Its id stays the same over all tries, so that the receiver can leave out what it had.
 */
export const deliver = (allowPrivate: boolean): JobDefinition<{ id: string }> => ({
  name: sendJob,
  async handle(ctx, { id }) {
    const { rows } = await sql<Due>`
      select d.id, d.endpoint_id, d.event_id, d.payload, d.attempts, e.url, e.secret, e.old_secret, e.old_secret_until
      from webhooks.delivery d join webhooks.endpoint e on e.id = d.endpoint_id
      where d.id = ${id} and d.state = 'pending' and e.active`.execute(ctx.db);
    const due = rows[0];
    if (!due) return;
    const result = await attempt(ctx, due, allowPrivate);
    await inTransaction(ctx, (tx) => note(tx, due, result));
  },
});

interface Attempt {
  status: number | null;
  error: string | null;
}

async function attempt(ctx: Ctx, due: Due, allowPrivate: boolean): Promise<Attempt> {
  const at = ctx.clock.now();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Throughline-Webhooks/1',
    'webhook-id': due.event_id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    // Standard Webhooks: several signatures, apart by a space; the receiver looks for one of its own.
    'webhook-signature': secretsAt(due, at)
      .map((secret) => new Webhook(secret).sign(due.event_id, at, due.payload))
      .join(' '),
  };
  try {
    const status = await post(due.url, due.payload, headers, allowPrivate);
    return { status, error: status >= 200 && status < 300 ? null : `answered ${status}` };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message.slice(0, 300) : 'no answer' };
  }
}

const secretsAt = (due: Due, at: Date): string[] =>
  due.old_secret && due.old_secret_until && due.old_secret_until > at ? [due.secret, due.old_secret] : [due.secret];

async function note(tx: Ctx, due: Due, { status, error }: Attempt): Promise<void> {
  const attempts = due.attempts + 1;
  const pause = error === null ? undefined : pauseAfter(attempts);
  const now = tx.clock.now();
  const state = error === null ? 'delivered' : pause === undefined ? 'failed' : 'pending';
  const nextAt = pause === undefined ? null : new Date(now.getTime() + pause * 1000);
  // The endpoint before its delivery, as when it is removed.
  await sql`update webhooks.endpoint set failures = ${error === null ? sql`0` : sql`failures + 1`},
      active = active and (${error === null} or failures + 1 < ${failuresToDisable}),
      disabled_reason = case when ${error !== null} and active and failures + 1 >= ${failuresToDisable} then ${`not taken ${failuresToDisable} times in a row`} else disabled_reason end
    where id = ${due.endpoint_id}`.execute(tx.db);
  const { rows } =
    await sql`update webhooks.delivery set state = ${state}, attempts = ${attempts}, next_at = ${nextAt}, last_status = ${status},
      last_error = ${error}, delivered_at = ${state === 'delivered' ? now : null}
    where id = ${due.id} and attempts = ${due.attempts} returning id`.execute(tx.db);
  if (rows.length > 0 && pause !== undefined)
    await tx.jobs.enqueue(tx, sendJob, { id: due.id }, { startAfterSeconds: pause });
}
