import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { sendJob } from './deliver.ts';
import type { DeliveryRow } from './tables.ts';

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

const keptDays = 30;

export async function forgetOldDeliveries(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  await sql`delete from webhooks.delivery where created_at < ${before} and state <> 'pending'`.execute(ctx.db);
}
