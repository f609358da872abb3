import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { providersOf } from './askProvider.ts';
import { sentByHand } from './elsewhere.ts';
import {
  type Movement,
  type MovementRecord,
  type Payment,
  type PaymentRecord,
  toMovement,
  toPayment,
} from './payment.ts';
import { tables } from './tables.ts';

/** @throws AppError not_found */
export async function getPayment(ctx: Ctx, id: string): Promise<Payment> {
  const row = await tables(ctx).selectFrom('payments.payment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'There is no such payment.' });
  return toPayment(row);
}

/** Payments of orders, oldest first: one statement for any number of orders. */
export async function paymentsOf(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, Payment[]>> {
  const found = new Map<string, Payment[]>();
  if (orderIds.length === 0) return found;
  const rows = await tables(ctx)
    .selectFrom('payments.payment')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const row of rows) found.set(row.order_id, [...(found.get(row.order_id) ?? []), toPayment(row)]);
  return found;
}

/**
 * The payments of an order, oldest first, kept as they are until the end of the transaction: who shares an amount out over
 * them decides on figures that no other server can change meanwhile.
 */
export async function lockPaymentsOf(tx: Ctx, orderId: string): Promise<Payment[]> {
  if (!tx.db.isTransaction) throw new Error('payments are locked inside a transaction');
  // Locked in the order of their ids, as everyone does who takes more than one of them.
  const { rows } = await sql<PaymentRecord>`
    select * from payments.payment where order_id = ${orderId} order by id for update`.execute(tx.db);
  return rows.map(toPayment).sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}

/** Steps by their keys: one statement for any number of them. */
export async function movementsByKeys(ctx: Ctx, keys: readonly string[]): Promise<Unresolved[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    select to_jsonb(m) as movement, to_jsonb(p) as payment
    from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.key = any (${[...keys]}) order by m.requested_at, m.id`.execute(ctx.db);
  return rows.map((row) => ({
    movement: toMovement(row.movement, row.payment.currency),
    payment: toPayment(row.payment),
  }));
}

/** How many steps wait for providers this server does not know, by provider: to be said, not to be tried. */
export async function waitingForUnknown(
  ctx: Ctx,
  input: { olderThanSeconds: number },
): Promise<{ provider: string; steps: number }[]> {
  const before = new Date(ctx.clock.now().getTime() - input.olderThanSeconds * 1000);
  const known = [...providersOf(ctx).keys(), ...sentByHand];
  const { rows } = await sql<{ provider: string; steps: number }>`
    select p.provider, count(*)::int as steps from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.state = 'pending' and m.requested_at <= ${before} and p.provider <> all (${known})
    group by p.provider order by p.provider`.execute(ctx.db);
  return rows;
}

/** Every step of a payment, oldest first. */
export async function movementsOf(ctx: Ctx, paymentId: string): Promise<Movement[]> {
  const { rows } = await sql<MovementRecord & { currency: string }>`
    select m.*, p.currency from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.payment_id = ${paymentId} order by m.requested_at, m.id`.execute(ctx.db);
  return rows.map((row) => toMovement(row, row.currency));
}

export interface Unresolved {
  movement: Movement;
  payment: Payment;
}

/**
 * Steps that were asked for and not answered for that long, oldest first: work for the reconciling job. What a provider
 * did that this server does not know (a newer version beside it does, or it is set up no more) is left to who knows it.
 */
export async function findUnresolved(
  ctx: Ctx,
  input: { olderThanSeconds: number; limit?: number },
): Promise<Unresolved[]> {
  const before = new Date(ctx.clock.now().getTime() - input.olderThanSeconds * 1000);
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    select to_jsonb(m) as movement, to_jsonb(p) as payment
    from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.state = 'pending' and m.requested_at <= ${before}
      -- What a person sends by hand is nobody's to ask about, and must not stand in front of what is.
      and not (m.kind = 'refund' and p.provider = any (${[...sentByHand]}))
      and p.provider = any (${[...providersOf(ctx).keys()]})
      and (m.kind <> 'authorise' or p.ask_after is null or p.ask_after <= ${ctx.clock.now()}) order by m.requested_at, m.id limit ${input.limit ?? 50}`.execute(
    ctx.db,
  );
  return rows.map((row) => ({
    movement: toMovement(row.movement, row.payment.currency),
    payment: toPayment(row.payment),
  }));
}
