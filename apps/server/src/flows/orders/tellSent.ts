import type { Ctx } from '../../kernel/context.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { type Fulfilment, getFulfilment } from '../../modules/fulfilment/index.ts';
import { getOrder, type Order } from '../../modules/orders/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { describeGoods } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { orderAddress } from '../receipts/orderAddress.ts';
import { isStillNews } from '../stillNews.ts';
import { mailAboutOrder } from './tellCustomer.ts';

/** A parcel for the customer left: what is in it, who brings it, its number, and by when it is there. */
export const tellSent = (parts: FlowParts): Subscriber => ({
  name: 'orders-sent',
  types: ['fulfilment.fulfilment.shipped'],
  async handle(ctx, events) {
    for (const event of events) {
      const { kind, orderId, toLocationId } = event.data;
      // One for another store of ours is its customer's news once it lies ready there.
      if (kind !== 'ship' || typeof orderId !== 'string' || toLocationId || !isStillNews(ctx, event)) continue;
      const caused = { ...ctx, cause: event.id };
      // As it is known now: a number put right within seconds is never told wrongly.
      const [order, work] = [await getOrder(caused, orderId), await getFulfilment(caused, event.aggregateId)];
      await mailParcelSent(caused, parts, { order, work, occasion: event.aggregateVersion, isCorrection: false });
    }
  },
});

/** By when a parcel is there: as promised since, or as the order said when it was placed. */
export const promisedDays = (
  work: Pick<Fulfilment, 'arrivesEarliest' | 'arrivesLatest'>,
  order: Pick<Order, 'delivery'>,
): { earliest: string | null; latest: string | null } =>
  work.arrivesLatest
    ? { earliest: work.arrivesEarliest, latest: work.arrivesLatest }
    : { earliest: order.delivery?.earliest ?? null, latest: order.delivery?.latest ?? null };

export async function mailParcelSent(
  ctx: Ctx,
  parts: FlowParts,
  news: { order: Order; work: Fulfilment; occasion: number; isCorrection: boolean },
): Promise<void> {
  const { order, work } = news;
  if (!order.contact.email) return;
  await mailAboutOrder(ctx, order, {
    template: 'parcel_sent',
    uniqueKey: `parcel-sent:${work.id}:${news.occasion}`,
    data: {
      zone: (await getRetailer(ctx)).zone,
      number: order.number,
      isCorrection: news.isCorrection,
      goods: await describeGoods(ctx, work.lines, order.language),
      carrier: work.carrier,
      trackingNumber: work.trackingNumber,
      trackingUrl: work.trackingUrl,
      by: promisedDays(work, order).latest,
      url: await orderAddress(ctx, parts, order),
    },
  });
}
