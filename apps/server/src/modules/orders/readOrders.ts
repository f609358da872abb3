import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { visibleTo } from './access.ts';
import { type LineRecord, type Order, type OrderRecord, toOrder } from './order.ts';
import { tables } from './tables.ts';

interface Read {
  order: OrderRecord;
  lines: LineRecord[];
}

/** Whole orders where `condition` holds over "order", one statement. */
export async function readOrders(
  ctx: Ctx,
  condition: RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql``,
): Promise<Order[]> {
  const { rows } = await sql<Read>`
    select to_jsonb("order") as order,
      (select jsonb_agg(to_jsonb(l) order by l.position) from orders.line l where l.order_id = "order".id) as lines
    from orders.order where ${condition} ${tail}`.execute(ctx.db);
  return rows.map((row) => toOrder(row.order, row.lines));
}

/** An order as it is after a change of its lines. */
export async function raiseVersion(tx: Ctx, orderId: string): Promise<Order> {
  await sql`update orders.order set version = version + 1 where id = ${orderId}`.execute(tx.db);
  const [order] = await readOrders(tx, sql`"order".id = ${orderId}`);
  if (!order) throw new AppError('internal');
  return order;
}

/** Orders by id that the actor may see, one statement for any number; what is missing is left out. */
export async function getOrders(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Order>> {
  if (ids.length === 0) return new Map();
  const orders = await readOrders(ctx, sql`"order".id = any (${[...ids]}::uuid[]) and ${visibleTo(ctx.actor)}`);
  return new Map(orders.map((order) => [order.id, order]));
}

/**
 * One order; a guest gives its token.
 *
 * @throws AppError not_found, also for another person's order
 */
export async function getOrder(ctx: Ctx, id: string, token?: string): Promise<Order> {
  const [order] = await readOrders(ctx, sql`"order".id = ${id} and ${visibleTo(ctx.actor, token)}`);
  if (!order) throw new AppError('not_found', { detail: 'There is no such order, or the link to it is not complete.' });
  return order;
}

/** One order, kept as it is until the end of the transaction. Stock and work are locked before it, payments after it. */
export async function lockOrder(tx: Ctx, id: string): Promise<Order> {
  // By itself: a statement that had to wait would still read the order as it was before.
  await sql`select id from orders.order where id = ${id} for update`.execute(tx.db);
  return getOrder(tx, id);
}

/** The orders of a person, newest first, one statement. Whose subjects these are is the caller's to know. */
export async function ordersOf(
  ctx: Ctx,
  subjectIds: readonly string[],
  page: { limit: number; before?: { placedAt: string; id: string } | undefined } = { limit: 50 },
): Promise<Order[]> {
  if (subjectIds.length === 0) return [];
  const before = page.before
    ? sql`and ("order".placed_at, "order".id) < (${page.before.placedAt}::timestamptz, ${page.before.id}::uuid)`
    : sql``;
  return readOrders(
    ctx,
    sql`"order".subject_id = any (${[...subjectIds]}::uuid[]) ${before}`,
    sql`order by "order".placed_at desc, "order".id desc limit ${page.limit}`,
  );
}

/** The order that has this cart or these holds, for flows that come from there. */
export async function orderOfCart(ctx: Ctx, cartId: string): Promise<Order | undefined> {
  return (await readOrders(ctx, sql`"order".cart_id = ${cartId} and ${visibleTo(ctx.actor)}`))[0];
}

/** Orders that goods were held for, by reservation, as far as the actor may see them; one statement. */
export async function ordersOfReservations(
  ctx: Ctx,
  reservationIds: readonly string[],
): Promise<Map<string, { id: string; number: string }>> {
  if (reservationIds.length === 0) return new Map();
  const { rows } = await sql<{ reservation_id: string; id: string; number: string }>`
    select l.reservation_id, "order".id, "order".number from orders.line l join orders.order on "order".id = l.order_id
    where l.reservation_id = any (${[...reservationIds]}::uuid[]) and ${visibleTo(ctx.actor)}`.execute(ctx.db);
  return new Map(rows.map(({ reservation_id, id, number }) => [reservation_id, { id, number }]));
}

/** Every state an order went through, oldest first. */
export async function stepsOf(ctx: Ctx, orderId: string) {
  const rows = await tables(ctx)
    .selectFrom('orders.step')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    actor: row.actor,
    reason: row.reason,
    at: row.at.toISOString(),
  }));
}
