import { asSystem, type Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { postSystemMessage, threadsOfCustomers } from '../../modules/conversations/index.ts';
import { customersOf } from '../../modules/customers/index.ts';
import { type MailData, queueMail, type TemplateName } from '../../modules/engagement/index.ts';
import type { Fulfilment } from '../../modules/fulfilment/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import type { Order } from '../../modules/orders/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { describeGoods, describePlace } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { orderAddress } from '../receipts/orderAddress.ts';
import type { WhyCancelled } from './cancelParts.ts';

type Pieces = readonly { variantId: string; quantity: number }[];

/** One mail about an order to the address given with it, in its language, once per reason. */
export async function mailAboutOrder<T extends TemplateName>(
  ctx: Ctx,
  order: Order,
  mail: { template: T; uniqueKey: string; data: MailData[T] },
): Promise<void> {
  if (!order.contact.email) return;
  await queueMail(asSystem(ctx, 'orders'), {
    template: mail.template,
    to: { email: order.contact.email },
    language: order.language,
    subjectId: order.subjectId ?? undefined,
    uniqueKey: mail.uniqueKey,
    data: mail.data,
  });
}

/** Says it in the conversation of whoever bought, if they have one: once per reason, in the words of whoever reads it. */
export async function sayInThread(
  ctx: Ctx,
  order: Order,
  line: { happened: string; uniqueKey: string; data?: Record<string, unknown>; internal?: boolean },
): Promise<void> {
  const customerId = order.subjectId && (await customersOf(ctx, [order.subjectId])).get(order.subjectId);
  const thread = customerId && (await threadsOfCustomers(ctx, [customerId])).get(customerId);
  if (!thread || !order.subjectId) return;
  await postSystemMessage(ctx, {
    threadId: thread.id,
    kind: 'system',
    uniqueKey: line.uniqueKey,
    subjectId: order.subjectId,
    data: { happened: line.happened, orderId: order.id, number: order.number, ...line.data },
    ...(line.internal ? { internal: true } : {}),
  });
}

/**
 * What staff did with an order stands in the conversation, for colleagues: who writes with the customer next knows of it,
 * wherever it was done. What the customer does says itself by mail.
 */
export async function noteInThread(
  ctx: Ctx,
  order: Order,
  act: 'cancelled' | 'moved' | 'kept_longer' | 'collector',
): Promise<void> {
  if (ctx.actor.kind !== 'staff') return;
  await sayInThread(ctx, order, {
    happened: `order_${act}`,
    uniqueKey: `order-act:${act}:${order.id}:${ctx.newId()}`,
    internal: true,
  });
}

/** Of our own address what comes after the host: the chat stands on the same one. */
const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '');

export async function tellCancelled(
  tx: Ctx,
  parts: FlowParts,
  news: { before: Order; after: Order; goods: Pieces; why: Exclude<WhyCancelled, 'withdrawn'>; refund: Money | null },
): Promise<void> {
  const { after, refund } = news;
  if (!after.contact.email) return;
  await mailAboutOrder(tx, after, {
    template: 'order_cancelled',
    uniqueKey: `order-cancelled:${after.id}:${after.version}`,
    data: {
      number: after.number,
      isWhole: after.state === 'cancelled',
      why: news.why,
      goods: await describeGoods(tx, news.goods, after.language),
      refund,
      worth: after.worth.gross,
      url: await orderAddress(tx, parts, after),
    },
  });
}

export async function tellPickupChanged(
  tx: Ctx,
  parts: FlowParts,
  news: { order: Order; work: Fulfilment; what: MailData['pickup_changed']['what']; keepUntil: string | null },
): Promise<void> {
  const { order, work } = news;
  if (!order.contact.email) return;
  const location = await getLocation(tx, work.locationId);
  await mailAboutOrder(tx, order, {
    template: 'pickup_changed',
    uniqueKey: `pickup-changed:${work.id}:${work.version}`,
    data: {
      zone: location.zone,
      number: order.number,
      what: news.what,
      goods: await describeGoods(tx, work.lines, order.language),
      place: describePlace(location),
      readyBy: work.state === 'to_pick' ? work.promisedAt : null,
      until: news.keepUntil,
      collector: work.collector,
      url: await orderAddress(tx, parts, order),
    },
  });
}

/** What was to be collected is sent home instead, at the price it had: where to, and by when it is there. */
export async function tellDeliveryInstead(
  tx: Ctx,
  parts: FlowParts,
  news: { order: Order; work: Fulfilment },
): Promise<void> {
  const { order, work } = news;
  const address = order.deliveryAddress;
  if (!order.contact.email || !address) return;
  await mailAboutOrder(tx, order, {
    template: 'delivery_instead',
    uniqueKey: `delivery-instead:${work.id}`,
    data: {
      zone: (await getRetailer(tx)).zone,
      number: order.number,
      goods: await describeGoods(tx, work.lines, order.language),
      address: [address.name, address.line1, address.line2, `${address.postcode} ${address.city}`]
        .filter(Boolean)
        .join(', '),
      by: work.arrivesLatest,
      url: await orderAddress(tx, parts, order),
    },
  });
}

/** Placed for them by a colleague: where it is paid, and how long it is kept. */
export async function tellToPay(tx: Ctx, parts: FlowParts, order: Order): Promise<void> {
  if (!order.payBy) return;
  const url = `${await orderAddress(tx, parts, order)}#pay`;
  const data = { path: pathOf(url), until: order.payBy };
  await sayInThread(tx, order, { happened: 'order_to_pay', uniqueKey: `order-to-pay:${order.id}`, data });
  await mailAboutOrder(tx, order, {
    template: 'order_to_pay',
    uniqueKey: `order-to-pay:${order.id}`,
    data: {
      zone: (await getRetailer(tx)).zone,
      number: order.number,
      goods: await describeGoods(
        tx,
        order.lines.flatMap((line) => (line.variantId ? [{ variantId: line.variantId, quantity: line.quantity }] : [])),
        order.language,
      ),
      total: order.totals.gross,
      until: order.payBy,
      url,
    },
  });
}

/** Something of the order is not there: the customer is asked what becomes of it. */
export async function tellShort(
  tx: Ctx,
  parts: FlowParts,
  news: { order: Order; locationId: string; shortageId: string; goods: Pieces },
): Promise<void> {
  const { order } = news;
  const location = await getLocation(tx, news.locationId);
  const url = `${await orderAddress(tx, parts, order)}#choose`;
  await sayInThread(tx, order, {
    happened: 'order_short',
    uniqueKey: `order-short:${news.shortageId}`,
    data: { lines: news.goods, locationId: location.id, locationName: location.name, path: pathOf(url) },
  });
  if (!order.contact.email) return;
  await mailAboutOrder(tx, order, {
    template: 'pickup_short',
    uniqueKey: `pickup-short:${news.shortageId}`,
    data: {
      number: order.number,
      goods: await describeGoods(tx, news.goods, order.language),
      place: describePlace(location),
      url,
    },
  });
}
