import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { type Fulfilment, type FulfilmentLine, toFulfilment } from './fulfilment.ts';
import type { FulfilmentState } from './states.ts';
import { type FulfilmentRow, tables } from './tables.ts';

const linesOf = sql<
  FulfilmentLine[]
>`(select coalesce(jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity,
  'orderLineId', l.order_line_id, 'picked', l.picked) order by l.position), '[]') from fulfilment.line l where l.fulfilment_id = f.id)`.as(
  'lines',
);

const select = (ctx: Ctx) => tables(ctx).selectFrom('fulfilment.fulfilment as f').selectAll('f').select(linesOf);
const toWork = (row: FulfilmentRow & { lines: FulfilmentLine[] }) => toFulfilment(row, row.lines);

/** @throws AppError not_found */
export async function getFulfilment(ctx: Ctx, id: string): Promise<Fulfilment> {
  const row = await select(ctx).where('f.id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'There is no such piece of work.' });
  return toWork(row);
}

export async function fulfilmentsOfReservations(
  ctx: Ctx,
  reservationIds: readonly string[],
): Promise<Map<string, Fulfilment>> {
  if (reservationIds.length === 0) return new Map();
  const rows = await select(ctx)
    .where('f.reservation_id', 'in', [...reservationIds])
    .execute();
  return new Map(rows.flatMap((row) => (row.reservation_id ? [[row.reservation_id, toWork(row)] as const] : [])));
}

export async function fulfilmentsOfOrders(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, Fulfilment[]>> {
  const found = new Map<string, Fulfilment[]>();
  if (orderIds.length === 0) return found;
  const rows = await select(ctx)
    .where('f.order_id', 'in', [...orderIds])
    .orderBy('f.created_at')
    .orderBy('f.id')
    .execute();
  for (const row of rows) if (row.order_id) found.set(row.order_id, [...(found.get(row.order_id) ?? []), toWork(row)]);
  return found;
}

/** By what the customer shows; the newest first, because codes are used again after years. */
export async function findByCode(ctx: Ctx, code: string): Promise<Fulfilment[]> {
  const rows = await select(ctx).where('f.code', '=', code).orderBy('f.created_at', 'desc').limit(5).execute();
  return rows.map(toWork);
}

/** The queue of a location, oldest first, so that nothing waits unseen at the end of a list. */
export async function listQueue(
  ctx: Ctx,
  query: { locationId: string; states: readonly FulfilmentState[]; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  let rows = select(ctx)
    .where('f.location_id', '=', query.locationId)
    .where('f.state', 'in', [...query.states]);
  if (after) rows = rows.where(sql<boolean>`(f.created_at, f.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const found = await rows
    .orderBy('f.created_at')
    .orderBy('f.id')
    .limit(query.limit + 1)
    .execute();
  const page = toPage(found, query.limit, (row) => [row.created_at.toISOString(), row.id]);
  return { items: page.items.map(toWork), nextCursor: page.nextCursor };
}

/** What other locations sent here and nobody has received yet, oldest first. */
export async function listArriving(ctx: Ctx, query: { locationId: string; limit: number }): Promise<Fulfilment[]> {
  const rows = await select(ctx)
    .where('f.to_location_id', '=', query.locationId)
    .where('f.arrived_at', 'is', null)
    .where('f.state', '=', 'shipped')
    .orderBy('f.created_at')
    .orderBy('f.id')
    .limit(query.limit)
    .execute();
  return rows.map(toWork);
}

/** What left a location since an instant, newest first: holds, pickups and sales at the counter. */
export async function doneSince(
  ctx: Ctx,
  query: { locationId: string; since: Date; limit: number },
): Promise<Fulfilment[]> {
  const rows = await select(ctx)
    .where('f.location_id', '=', query.locationId)
    .where('f.done_at', '>=', query.since)
    .orderBy('f.done_at', 'desc')
    .orderBy('f.id')
    .limit(query.limit)
    .execute();
  return rows.map(toWork);
}

/** The newest work at a location for a person, whatever state it is in. */
export async function workOfSubjects(
  ctx: Ctx,
  query: { locationId: string; subjectIds: readonly string[]; limit: number },
): Promise<Fulfilment[]> {
  if (query.subjectIds.length === 0) return [];
  const rows = await select(ctx)
    .where('f.location_id', '=', query.locationId)
    .where('f.subject_id', 'in', [...query.subjectIds])
    .orderBy('f.created_at', 'desc')
    .limit(query.limit)
    .execute();
  return rows.map(toWork);
}

export interface Step {
  from: FulfilmentState | null;
  to: FulfilmentState;
  actor: string;
  place: string | null;
  reason: string | null;
  at: string;
}

/** Everything that was done with it, oldest first. */
export async function stepsOf(ctx: Ctx, fulfilmentId: string): Promise<Step[]> {
  const rows = await tables(ctx)
    .selectFrom('fulfilment.step')
    .selectAll()
    .where('fulfilment_id', '=', fulfilmentId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    actor: row.actor,
    place: row.place,
    reason: row.reason,
    at: row.at.toISOString(),
  }));
}
