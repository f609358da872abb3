import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type ShortageRow, tables } from './tables.ts';

/** What was wrong at the shelf. */
export const shortageKinds = ['not_found', 'damaged', 'short', 'count'] as const;
export type ShortageKind = (typeof shortageKinds)[number];
/** What becomes of it: the customer's or the store's choice. */
export const shortageChoices = ['wait', 'other_store', 'ship_here', 'delivery', 'refund', 'found'] as const;
export type ShortageChoice = (typeof shortageChoices)[number];

/** Pieces of an order that were promised and are not there: open until somebody has chosen what becomes of them. */
export interface Shortage {
  id: string;
  fulfilmentId: string;
  locationId: string;
  orderId: string;
  orderLineId: string;
  variantId: string;
  quantity: number;
  what: ShortageKind;
  reason: string;
  state: 'open' | 'waiting' | 'settled';
  choice: ShortageChoice | null;
  settledBy: string | null;
  settledAt: string | null;
  createdAt: string;
}

const toShortage = (row: ShortageRow): Shortage => ({
  id: row.id,
  fulfilmentId: row.fulfilment_id,
  locationId: row.location_id,
  orderId: row.order_id,
  orderLineId: row.order_line_id,
  variantId: row.variant_id,
  quantity: row.quantity,
  what: row.what,
  reason: row.reason,
  state: row.state,
  choice: row.choice,
  settledBy: row.settled_by,
  settledAt: row.settled_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});

const eventOf = (
  shortage: Shortage,
  happened: 'short' | 'short_settled',
  version: number,
  subjectId: string | null,
) => ({
  type: `fulfilment.fulfilment.${happened}` as const,
  subjectId: subjectId ?? undefined,
  aggregate: 'shortage',
  aggregateId: shortage.id,
  aggregateVersion: version,
  locationId: shortage.locationId,
  data: {
    shortageId: shortage.id,
    fulfilmentId: shortage.fulfilmentId,
    orderId: shortage.orderId,
    orderLineId: shortage.orderLineId,
    variantId: shortage.variantId,
    quantity: shortage.quantity,
    locationId: shortage.locationId,
    what: shortage.what,
    choice: shortage.choice,
  },
});

export type NewShortage = Pick<
  Shortage,
  'fulfilmentId' | 'locationId' | 'orderId' | 'orderLineId' | 'variantId' | 'quantity' | 'what' | 'reason'
> & { subjectId: string | null };

/** In the transaction that takes the pieces off the work. */
export async function openShortage(tx: Ctx, input: NewShortage): Promise<Shortage> {
  const [row] = await tables(tx)
    .insertInto('fulfilment.shortage')
    .values({
      id: tx.newId(),
      fulfilment_id: input.fulfilmentId,
      location_id: input.locationId,
      order_id: input.orderId,
      order_line_id: input.orderLineId,
      variant_id: input.variantId,
      quantity: input.quantity,
      what: input.what,
      reason: input.reason,
      state: 'open',
      choice: null,
      settled_by: null,
      settled_at: null,
      created_at: tx.clock.now(),
    })
    .returningAll()
    .execute();
  if (!row) throw new AppError('internal');
  const shortage = toShortage(row);
  await emit(tx, eventOf(shortage, 'short', 1, input.subjectId));
  return shortage;
}

/** Of two who choose at once the first has chosen; the second is told what. `wait` stays open for a better choice later. */
export async function settleShortage(
  tx: Ctx,
  input: { id: string; choice: ShortageChoice; subjectId: string | null },
): Promise<Result<Shortage, 'illegal_transition'>> {
  const { rows } = await sql<ShortageRow>`
    update fulfilment.shortage set choice = ${input.choice}, state = ${input.choice === 'wait' ? 'waiting' : 'settled'},
      settled_by = ${actorKey(tx.actor)}, settled_at = ${tx.clock.now()}
    where id = ${input.id} and (state = 'open' or (state = 'waiting' and ${input.choice} <> 'wait')) returning *`.execute(
    tx.db,
  );
  const row = rows[0];
  if (!row) {
    const shortage = await getShortage(tx, input.id);
    return refuse('illegal_transition', {
      detail: 'This was chosen already. Nothing was changed.',
      state: shortage.state,
      choice: shortage.choice,
    });
  }
  const shortage = toShortage(row);
  await emit(tx, eventOf(shortage, 'short_settled', shortage.state === 'waiting' ? 2 : 3, input.subjectId));
  return ok(shortage);
}

/** @throws AppError not_found */
export async function getShortage(ctx: Ctx, id: string): Promise<Shortage> {
  const row = await tables(ctx).selectFrom('fulfilment.shortage').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'There is no such shortage.' });
  return toShortage(row);
}

/** Of orders, oldest first; one statement for any number. */
export async function shortagesOfOrders(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, Shortage[]>> {
  const found = new Map<string, Shortage[]>();
  if (orderIds.length === 0) return found;
  const rows = await tables(ctx)
    .selectFrom('fulfilment.shortage')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const row of rows) found.set(row.order_id, [...(found.get(row.order_id) ?? []), toShortage(row)]);
  return found;
}
