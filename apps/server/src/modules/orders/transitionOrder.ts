import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type LineRecord, type Order, type OrderRecord, toOrder } from './order.ts';
import { orderEvent } from './orderEvent.ts';
import { readOrders } from './readOrders.ts';
import { type OrderState, orderTransitions, statesBefore } from './states.ts';

export interface OrderTransition {
  orderId: string;
  to: OrderState;
  /** When given, the order must still be the one that was looked at. */
  version?: number | undefined;
  reason?: string | undefined;
  /** A step back: told as `reopened`, because `paid` and `partly_fulfilled` tell of steps forward. */
  isBack?: boolean | undefined;
}

export type TransitionRefusal = 'illegal_transition' | 'version_conflict' | 'payment_incomplete';

/**
 * Moves an order one step, in the caller's transaction: one statement, with its trail, and its event. An order that is
 * not paid is never completed. Cancelling closes the lines that are still open.
 *
 * @throws AppError not_found
 */
export async function transitionOrder(ctx: Ctx, input: OrderTransition): Promise<Result<Order, TransitionRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = (await move(tx, input)) ?? (await waitAndMove(tx, input));
    if (!order) return explain(tx, input);
    const more = input.reason === undefined ? {} : { reason: input.reason };
    await emit(tx, orderEvent(order, input.isBack ? 'reopened' : input.to, { ...more, state: order.state }));
    return ok(order);
  });
}

async function move(tx: Ctx, { orderId, to, version, reason }: OrderTransition): Promise<Order | undefined> {
  const now = tx.clock.now();
  const { rows } = await sql<{ order: OrderRecord; lines: LineRecord[] }>`
    with was as materialized (
      select o.id, o.state from orders.order o where o.id = ${orderId} and o.state = any (${statesBefore(to)})
        and (${to} <> 'completed' or o.paid_at is not null)
        ${version === undefined ? sql`` : sql`and o.version = ${version}`} for update
    ), moved as (
      update orders.order o set state = ${to}, version = o.version + 1,
        paid_at = case when ${to} = 'paid' then coalesce(o.paid_at, ${now}) else o.paid_at end,
        completed_at = case when ${to} = 'completed' then ${now}::timestamptz end,
        cancelled_at = case when ${to} = 'cancelled' then ${now}::timestamptz end,
        cancel_reason = case when ${to} = 'cancelled' then ${reason ?? null} end
      from was where o.id = was.id and (${to} <> 'completed' or o.paid_at is not null)
      returning o.*
    ), step as (
      insert into orders.step (id, order_id, from_state, to_state, actor, reason, at)
      select ${tx.newId()}, was.id, was.state, ${to}, ${actorKey(tx.actor)}, ${reason ?? null}, ${now} from was join moved on moved.id = was.id
    ), closed as (
      update orders.line l set state = 'cancelled' from moved where l.order_id = moved.id and moved.state = 'cancelled' and l.state = 'open'
      returning l.*
    )
    select to_jsonb(moved) as order, (select jsonb_agg(to_jsonb(line) order by line.position) from (
      select * from closed union all
      select l.* from orders.line l where l.order_id = moved.id and l.id not in (select id from closed)) line) as lines
    from moved`.execute(tx.db);
  return rows[0] && toOrder(rows[0].order, rows[0].lines);
}

/**
 * A statement that had to wait for another change still sees the order as it was before it. Only then the lock is taken
 * first and the order looked at anew; in peace one statement is enough.
 */
async function waitAndMove(tx: Ctx, input: OrderTransition): Promise<Order | undefined> {
  await sql`select id from orders.order where id = ${input.orderId} for update`.execute(tx.db);
  return move(tx, input);
}

async function explain(tx: Ctx, { orderId, to, version }: OrderTransition) {
  const [order] = await readOrders(tx, sql`"order".id = ${orderId}`);
  if (!order) throw new AppError('not_found', { detail: 'There is no such order.' });
  return refusalOf(order, to, version);
}

export function refusalOf(order: Order, to: OrderState, version?: number) {
  if (version !== undefined && order.version !== version) {
    return refuse('version_conflict', {
      detail: 'The order was changed elsewhere; look again.',
      version: order.version,
      state: order.state,
    });
  }
  if (to === 'completed' && order.paidAt === null && orderTransitions[order.state].includes(to)) {
    return refuse('payment_incomplete', {
      detail: 'The order is not paid; take the payment first.',
      orderId: order.id,
      state: order.state,
    });
  }
  return refuse('illegal_transition', {
    detail: `An order that is ${order.state} cannot become ${to}.`,
    state: order.state,
    legal: orderTransitions[order.state],
  });
}
