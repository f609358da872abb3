import type { Ctx } from '../../kernel/context.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { getCredits } from '../../modules/credits/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { mailAboutOrder } from '../orders/tellCustomer.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';

/**
 * Whoever paid too much and wanted it on a code is sent the code. It is money: however long nobody could send it, it is
 * still news, so this never asks how old the event is. What a return puts on a code is told with the return.
 */
export const tellCredit = (parts: FlowParts): Subscriber => ({
  name: 'credits-tell',
  types: ['credits.credit.issued'],
  async handle(ctx, events) {
    for (const { id, aggregateId, data } of events) {
      if (data.cause !== 'excess' || typeof data.orderId !== 'string') continue;
      await mailCode({ ...ctx, cause: id }, parts, aggregateId, data.orderId);
    }
  },
});

async function mailCode(ctx: Ctx, parts: FlowParts, creditId: string, orderId: string): Promise<void> {
  const order = await getOrder(ctx, orderId);
  const credit = (await getCredits(ctx, [creditId])).get(creditId);
  if (!credit) return;
  await mailAboutOrder(ctx, order, {
    template: 'credit_issued',
    uniqueKey: `credit-issued:${order.id}:${credit.id}`,
    data: {
      zone: (await getRetailer(ctx)).zone,
      number: order.number,
      amount: credit.issued,
      code: credit.code,
      until: credit.expiresAt,
      url: shopAddress(parts, order.language, '/credit'),
    },
  });
}
