import type { Ctx, Language } from '../../kernel/context.ts';
import { agreeToNews, type ConfirmationSender } from '../../modules/customers/index.ts';
import type { Order } from '../../modules/orders/index.ts';

/** What was ticked beside the order, and never as a part of it: the words shown, in which language. */
export interface NewsWish {
  wording: string;
  language: Language;
}

/**
 * After the order, in a transaction of its own: a wish for news that cannot be kept undoes no order, and a yes that is lost
 * is only one message too few. Who is asked too often is not asked again.
 */
export async function keepNewsWish(ctx: Ctx, sender: ConfirmationSender, order: Order, wish: NewsWish): Promise<void> {
  const { email } = order.contact;
  if (!email || !order.subjectId) return;
  try {
    await agreeToNews({ ...ctx, idempotency: undefined }, sender, {
      ...wish,
      subjectId: order.subjectId,
      email,
      source: 'checkout',
      proof: { orderId: order.id },
    });
  } catch (error) {
    ctx.log.warn({ err: error, orderId: order.id }, 'the wish for news of an order was not kept');
  }
}
