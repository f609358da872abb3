import { audit } from '../../kernel/audit.ts';
import { asSystem, type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { fulfilmentsOfOrders } from '../../modules/fulfilment/index.ts';
import { getOrder, lockOrder, type Order, transitionOrder } from '../../modules/orders/index.ts';
import { paymentsOf, recordStorePayment } from '../../modules/payments/index.ts';
import { commitReservations } from '../../modules/stock/index.ts';
import { unless } from '../orders/cancelParts.ts';
import { partsOf, reservationsOf } from './finishPayment.ts';
import type { StoreMoney } from './handOver.ts';
import { openWork } from './openWork.ts';
import { receivedOf } from './owedNow.ts';

/**
 * An order that waits for its money is paid at the counter, in cash or on the terminal: its goods are its own for good and
 * the work on it begins. Whoever stands at the counter with the number may pay for it, wherever it was ordered.
 *
 * @throws AppError not_found, wrong_location
 */
export async function payHere(
  ctx: Ctx,
  input: { orderId: string; locationId: string; payment: StoreMoney },
): Promise<Result<Order> | Refusal> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  if (!mayActAt(ctx.actor, input.locationId)) throw new AppError('wrong_location');
  const atStore: Ctx = { ...ctx, channel: 'store', locationId: input.locationId };
  return once(atStore, 'selling.payHere', async (tx): Promise<Result<Order> | Refusal> => {
    const read = () => getOrder(asSystem(tx, 'till'), input.orderId);
    const before = await read();
    if (before.state !== 'placed' || before.paidAt !== null)
      return refuse('already_paid', { detail: 'It is paid, or off. Take no money.', state: before.state });
    const pending = ((await paymentsOf(tx, [before.id])).get(before.id) ?? []).some((one) => one.state === 'pending');
    if (pending)
      return refuse('payment_pending', {
        detail: 'The customer is paying elsewhere, or has sent a transfer. Take no money before that is answered.',
      });
    // Holds before the order, as everywhere.
    const kept = await commitReservations(tx, reservationsOf(before), undefined);
    if (!kept.ok) return kept;
    await lockOrder(tx, before.id);
    const order = await read();
    const payments = (await paymentsOf(tx, [order.id])).get(order.id) ?? [];
    const owed = { amount: order.worth.gross.amount - receivedOf(payments), currency: order.currency };
    const { amount } = input.payment;
    if (amount.amount !== owed.amount || amount.currency !== owed.currency)
      throw new AppError('payment_incomplete', {
        detail: 'The amount is not what is to be paid. Nothing was recorded; take this amount.',
        toPay: owed,
      });
    unless(
      await recordStorePayment(tx, {
        orderId: order.id,
        orderTotal: order.totals.gross,
        amount,
        method: input.payment.method,
        locationId: input.locationId,
        key: `till:${order.id}:${payments.length}`,
        subjectId: order.subjectId ?? undefined,
        terminalRef: input.payment.terminalRef,
      }),
    );
    const paid = unless(await transitionOrder(tx, { orderId: order.id, to: 'paid' }));
    const works = (await fulfilmentsOfOrders(tx, [order.id])).get(order.id) ?? [];
    if (works.length === 0) await openWork(tx, paid, await partsOf(tx, order));
    await audit(tx, {
      act: 'orders.paidHere',
      target: 'order',
      targetId: order.id,
      after: { method: input.payment.method },
    });
    return ok(await read());
  });
}
