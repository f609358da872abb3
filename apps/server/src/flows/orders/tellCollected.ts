import type { Subscriber } from '../../kernel/relay.ts';
import { getFulfilment } from '../../modules/fulfilment/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { describeGoods } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { orderAddress } from '../receipts/orderAddress.ts';
import { isStillNews } from '../stillNews.ts';
import { mailAboutOrder } from './tellCustomer.ts';

/** A pickup was handed over: who bought it hears of it at once, and who came, when it was somebody else. */
export const tellCollected = (parts: FlowParts): Subscriber => ({
  name: 'orders-collected',
  types: ['fulfilment.fulfilment.handed_over'],
  async handle(ctx, events) {
    for (const event of events) {
      if (event.data.kind !== 'pickup' || typeof event.data.orderId !== 'string' || !isStillNews(ctx, event)) continue;
      const caused = { ...ctx, cause: event.id };
      const [order, work] = [
        await getOrder(caused, event.data.orderId),
        await getFulfilment(caused, event.aggregateId),
      ];
      // Taken back since: then nobody has collected anything.
      if (work.state !== 'handed_over' || !order.contact.email) continue;
      const location = await getLocation(caused, work.locationId);
      await mailAboutOrder(caused, order, {
        template: 'pickup_collected',
        uniqueKey: `pickup-collected:${work.id}:${event.aggregateVersion}`,
        data: {
          zone: location.zone,
          number: order.number,
          goods: await describeGoods(caused, work.lines, order.language),
          placeName: location.name,
          at: work.doneAt ?? event.occurredAt.toISOString(),
          collectedBy: work.collectedBy,
          url: await orderAddress(caused, parts, order),
        },
      });
    }
  },
});
