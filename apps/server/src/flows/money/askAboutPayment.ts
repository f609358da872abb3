import { asSystem, type Ctx } from '../../kernel/context.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { askAgain, movementsByKeys, paymentsOf, stopAction } from '../../modules/payments/index.ts';
import { settlePayment } from '../selling/finishPayment.ts';

/**
 * The customer is back from the provider's page: asked now, not only when the webhook or the job comes. `stop`: they came
 * back without paying, and nothing more can be paid there; the goods are free and the cart is theirs again. Who paid after
 * all has paid: the answer says so.
 *
 * @throws AppError not_found, also for another person's order
 */
export async function askAboutPayment(
  ctx: Ctx,
  input: { orderId: string; token?: string | undefined; stop: boolean },
): Promise<{ state: string }> {
  const order = await getOrder(ctx, input.orderId, input.token);
  const payment = (await paymentsOf(ctx, [order.id])).get(order.id)?.at(-1);
  if (payment?.state !== 'pending' || !payment.action?.url) return { state: payment?.state ?? 'none' };
  const [step] = await movementsByKeys(ctx, [payment.key]);
  if (!step) return { state: payment.state };
  const system = { ...asSystem(ctx, 'payments'), channel: order.channel };
  const outcome = input.stop ? await stopAction(system, step) : await askAgain(system, step);
  if (!outcome) return { state: payment.state };
  return { state: (await settlePayment(system, payment, outcome)).payment.state };
}
