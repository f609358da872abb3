import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { sendJob } from './deliver.ts';
import { type DeliveryRow, tables } from './tables.ts';

/** One event told, or to be told, to one endpoint. */
export interface Delivery {
  id: string;
  endpointId: string;
  eventId: string;
  eventType: string;
  state: DeliveryRow['state'];
  attempts: number;
  nextAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  deliveredAt: string | null;
}

const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  endpointId: row.endpoint_id,
  eventId: row.event_id,
  eventType: row.event_type,
  state: row.state,
  attempts: row.attempts,
  nextAt: row.next_at?.toISOString() ?? null,
  lastStatus: row.last_status,
  lastError: row.last_error,
  createdAt: row.created_at.toISOString(),
  deliveredAt: row.delivered_at?.toISOString() ?? null,
});

/** The log, newest first, in pages. */
export async function findDeliveries(
  ctx: Ctx,
  filter: { endpointId?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: Delivery[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const { rows } = await sql<DeliveryRow>`
    select * from webhooks.delivery
    where (${filter.endpointId ?? null}::uuid is null or endpoint_id = ${filter.endpointId ?? null})
      ${after ? sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by created_at desc, id desc limit ${filter.limit + 1}`.execute(ctx.db);
  return toPage(rows.map(toDelivery), filter.limit, (one) => [one.createdAt, one.id]);
}

/** Sends one again, from the first try on, whatever became of it. @throws AppError not_found */
export async function replayDelivery(ctx: Ctx, id: string): Promise<Delivery> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<DeliveryRow>`
      update webhooks.delivery set state = 'pending', attempts = 0, next_at = ${tx.clock.now()}, delivered_at = null
      where id = ${id} returning *`.execute(tx.db);
    if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such delivery.' });
    await tx.jobs.enqueue(tx, sendJob, { id });
    await audit(tx, { act: 'webhooks.delivery.replayed', target: 'webhook_delivery', targetId: id });
    return toDelivery(rows[0]);
  });
}

/** At most so many are sent again at a time: each is a job of its own, and the endpoint has to take them. */
const rangeLimit = 1_000;

/**
 * Sends again what an endpoint was told of between two moments, oldest first: after a fault of its own, or when its data
 * were lost. `more`: there were too many for one time; go on from the last.
 *
 * @throws AppError not_found
 */
export async function replayRange(
  ctx: Ctx,
  input: { endpointId: string; from: string; to: string; onlyFailed: boolean },
): Promise<{ queued: number; more: boolean; last: string | null }> {
  return once(ctx, 'webhooks.replayRange', async (tx) => {
    const known = await tables(tx)
      .selectFrom('webhooks.endpoint')
      .select('id')
      .where('id', '=', input.endpointId)
      .executeTakeFirst();
    if (!known) throw new AppError('not_found', { detail: 'There is no such endpoint.' });
    const { rows } = await sql<{ id: string; created_at: Date }>`
      with chosen as (
        select id from webhooks.delivery where endpoint_id = ${input.endpointId}
          and created_at >= ${input.from}::timestamptz and created_at <= ${input.to}::timestamptz
          and (state = 'failed' or (not ${input.onlyFailed} and state = 'delivered'))
        order by created_at, id limit ${rangeLimit + 1} for update
      )
      update webhooks.delivery d set state = 'pending', attempts = 0, next_at = ${tx.clock.now()}, delivered_at = null
      from (select id from chosen limit ${rangeLimit}) c where d.id = c.id returning d.id, d.created_at`.execute(tx.db);
    const sent = rows.sort((a, b) => a.created_at.getTime() - b.created_at.getTime());
    for (const { id } of sent) await tx.jobs.enqueue(tx, sendJob, { id });
    await audit(tx, {
      act: 'webhooks.range.replayed',
      target: 'webhook_endpoint',
      targetId: input.endpointId,
      after: { from: input.from, to: input.to, onlyFailed: input.onlyFailed, queued: sent.length },
    });
    const last = sent.at(-1)?.created_at.toISOString() ?? null;
    return { queued: sent.length, more: sent.length === rangeLimit, last };
  });
}

/** Tells an endpoint something that did not happen, so that its owner sees whether it arrives. @throws AppError not_found */
export async function sendTest(ctx: Ctx, endpointId: string): Promise<Delivery> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const payload = JSON.stringify({ type: testType, timestamp: now.toISOString(), data: { endpointId } });
    const { rows } = await sql<DeliveryRow>`
      insert into webhooks.delivery (id, endpoint_id, event_id, event_type, payload, state, next_at, created_at)
      select ${tx.newId()}, e.id, ${tx.newId()}, ${testType}, ${payload}, 'pending', ${now}, ${now}
      from webhooks.endpoint e where e.id = ${endpointId} returning *`.execute(tx.db);
    if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such endpoint.' });
    await tx.jobs.enqueue(tx, sendJob, { id: rows[0].id });
    return toDelivery(rows[0]);
  });
}

/** No event of ours: nothing happened. */
const testType = 'webhooks.test';

const keptDays = 30;

export async function forgetOldDeliveries(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  await sql`delete from webhooks.delivery where created_at < ${before} and state <> 'pending'`.execute(ctx.db);
}
