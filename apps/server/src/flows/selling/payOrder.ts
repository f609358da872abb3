import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { getOrder, lockOrder, type Order } from '../../modules/orders/index.ts';
import { getPayment, type Payment, paymentsOf, startPayment } from '../../modules/payments/index.ts';
import { commitReservations } from '../../modules/stock/index.ts';
import { choosePayment, type Means } from '../money/choosePayment.ts';
import { unless } from '../orders/cancelParts.ts';
import { finishPayment, reservationsOf } from './finishPayment.ts';

/**
 * The customer pays an order that was placed for them, from the link. A card that is refused ends nothing: the goods are
 * kept as long as the link said, and another one may be tried. Money is asked for outside any transaction.
 *
 * @throws AppError not_found, also for another person's order
 */
export async function payOrder(
  ctx: Ctx,
  input: { orderId: string; token?: string | undefined; payment: Exclude<Means, { method: 'pay_in_store' }> },
): Promise<Result<{ order: Order; payment: Payment }> | Refusal> {
  const seen = await getOrder(ctx, input.orderId, input.token);
  const plan = choosePayment(ctx, input.payment, seen.currency);
  if (!plan.ok) return plan;
  const chosen = plan.value;
  if (!chosen) throw new AppError('invalid_request');
  const started = await once(ctx, 'selling.payOrder', async (tx): Promise<Result<{ paymentId: string }> | Refusal> => {
    const before = await getOrder(tx, input.orderId, input.token);
    const over = whyNot(before, (await paymentsOf(tx, [before.id])).get(before.id) ?? [], tx.clock.now());
    if (over) return over;
    // As long as the link said, or as long as the provider may take, whichever is later. Holds before the order.
    const answerBy = tx.clock.now().getTime() + chosen.deadlineMinutes * 60_000;
    const deadline = new Date(Math.max(Date.parse(before.payBy ?? ''), answerBy));
    const kept = await commitReservations(tx, reservationsOf(before), deadline);
    if (!kept.ok) return kept;
    await lockOrder(asSystem(tx, 'payments'), before.id);
    const tries = (await paymentsOf(tx, [before.id])).get(before.id) ?? [];
    const total = before.worth.gross;
    const payment = unless(
      await startPayment(tx, {
        orderId: before.id,
        orderTotal: before.totals.gross,
        amount: total,
        provider: chosen.provider,
        method: chosen.method,
        capture: 'at_once',
        key: `order:${before.id}:${tries.length}`,
        subjectId: before.subjectId ?? undefined,
      }),
    );
    return ok({ paymentId: payment.id });
  });
  if (!started.ok) return started;
  const system = { ...asSystem(ctx, 'payments'), channel: seen.channel };
  const payment = await getPayment(system, started.value.paymentId);
  const finished = await finishPayment(ctx, payment, chosen.instrumentFor(seen));
  if (finished.payment.state === 'declined')
    return refuse('payment_declined', {
      detail: 'No money was taken and the goods are kept for you. Try another card.',
      reason: finished.payment.declineReason,
    });
  if (finished.isGivenBack)
    return refuse('reservation_expired', {
      detail: 'The goods were gone when the money came, so it goes back at once.',
    });
  return ok({ order: await getOrder(ctx, input.orderId, input.token), payment: finished.payment });
}

function whyNot(order: Order, payments: readonly Payment[], now: Date): Refusal | undefined {
  if (order.paidAt !== null || payments.some((one) => one.coversOrder && one.captured.amount > one.refunded.amount))
    return refuse('already_paid', { detail: 'This order is paid. Do not pay again.' });
  if (payments.some((one) => one.state === 'pending'))
    return refuse('payment_pending', { detail: 'A payment for it is under way. Wait a minute and look again.' });
  if (order.state !== 'placed' || !order.payBy || new Date(order.payBy) <= now)
    return refuse('not_changeable', {
      detail: 'This link is over and the goods are on sale again.',
      state: order.state,
    });
  return undefined;
}
