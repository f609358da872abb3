import type { Ctx } from '../../kernel/context.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import {
  addressKey,
  claimIdentifiers,
  contactOf,
  customersOf,
  nameCustomer,
  splitName,
} from '../../modules/customers/index.ts';
import { type MailData, queueMail } from '../../modules/engagement/index.ts';
import { fulfilmentsOfOrders } from '../../modules/fulfilment/index.ts';
import { getLocations, type Location } from '../../modules/locations/index.ts';
import { getOrder, getOrders, type Order, taxesOf } from '../../modules/orders/index.ts';
import { type Payment, paymentsOf } from '../../modules/payments/index.ts';
import { getRetailer, type Retailer } from '../../modules/settings/index.ts';
import { getReservations } from '../../modules/stock/index.ts';
import { describeGoods, describePlace } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { mayOpenOrder, orderAddress, receiptAddress } from '../receipts/orderAddress.ts';
import { shopAddress } from '../shopAddress.ts';
import { isStillNews } from '../stillNews.ts';

/** The confirmation on a durable medium, once an order is certain: placed to be paid in the store, or paid. */
const confirmOrders = (parts: FlowParts): Subscriber => ({
  name: 'orders-confirm',
  types: ['orders.order.placed', 'orders.order.paid'],
  // Under load a batch holds dozens: read as sets, then written one by one.
  async handle(ctx, events) {
    const news = events.filter((event) => isStillNews(ctx, event));
    const causes = new Map(news.map((event) => [event.aggregateId, event.id]));
    const [orders, payments] = [await getOrders(ctx, [...causes.keys()]), await paymentsOf(ctx, [...causes.keys()])];
    const certain = [...orders.values()].filter((order) => isCertain(order, payments.get(order.id) ?? []));
    if (certain.length === 0) return;
    const [retailer, locations] = [
      await getRetailer(ctx),
      await getLocations(ctx, [...new Set(certain.flatMap(locationIdsOf))]),
    ];
    for (const order of certain)
      await confirm({ ...ctx, cause: causes.get(order.id) }, parts, { order, retailer, locations });
  },
});

/** A card that is being asked: the order is not certain yet. Its "paid" event comes here too. */
function isCertain(order: Order, payments: readonly Payment[]): boolean {
  if (!order.contact.email || order.state === 'cancelled') return false;
  // Who is asked to pay by a link hears that it is certain once they have.
  if (order.payBy && order.paidAt === null) return false;
  const open: readonly Payment['state'][] = ['pending', 'declined', 'failed'];
  return order.paidAt !== null || !payments.some((payment) => open.includes(payment.state));
}

interface Confirmed {
  order: Order;
  retailer: Retailer;
  locations: Map<string, Location>;
}

async function confirm(ctx: Ctx, parts: FlowParts, { order, retailer, locations }: Confirmed): Promise<void> {
  if (!order.contact.email) return;
  const letter = {
    to: { email: order.contact.email },
    language: order.language,
    subjectId: order.subjectId ?? undefined,
    uniqueKey: `order-confirmed:${order.id}`,
  };
  if (await mayOpenOrder(ctx, order)) {
    const data = toMail(parts, order, retailer, locations, await orderAddress(ctx, parts, order));
    await queueMail(ctx, { ...letter, template: 'order_confirmed', data });
    return;
  }
  const url = await receiptAddress(ctx, parts, order);
  await queueMail(ctx, {
    ...letter,
    template: 'receipt',
    isUnproven: true,
    data: toReceipt(toMail(parts, order, retailer, locations, url), placeNameOf(order, locations) ?? retailer.name),
  });
}

/** Of the confirmation only what a stranger may read, in case the address was mistyped. */
function toReceipt(mail: MailData['order_confirmed'], placeName: string): MailData['receipt'] {
  const { zone, number, lines, totals, taxes, seller, url, placedAt } = mail;
  return { zone, number, lines, totals, taxes, seller, url, soldAt: placedAt, placeName };
}

const placeNameOf = (order: Order, locations: Map<string, Location>) =>
  locations.get(order.contractMadeAt.locationId ?? '')?.name;

const locationIdsOf = (order: Order) => [
  ...new Set([
    ...order.lines.flatMap((line) => (line.way.method === 'delivery' ? [] : [line.way.locationId])),
    ...(order.contractMadeAt.locationId ? [order.contractMadeAt.locationId] : []),
  ]),
];

function toMail(
  parts: FlowParts,
  order: Order,
  retailer: Retailer,
  locations: Map<string, Location>,
  url: string,
): MailData['order_confirmed'] {
  const address = order.deliveryAddress;
  return {
    zone: retailer.zone,
    number: order.number,
    placedAt: order.placedAt,
    lines: order.lines
      .filter((line) => line.kind === 'goods')
      .map((line) => ({
        title: line.snapshot.title?.[order.language] ?? '',
        options: line.snapshot.options?.[order.language] ?? '',
        quantity: line.quantity,
        price: line.gross,
        way:
          line.way.method === 'delivery'
            ? {
                method: 'delivery' as const,
                from: order.delivery?.earliest ?? null,
                to: order.delivery?.latest ?? null,
              }
            : line.way.method === 'pickup'
              ? { method: 'pickup' as const, placeName: locations.get(line.way.locationId)?.name ?? '', from: null }
              : { method: 'in_store' as const, placeName: locations.get(line.way.locationId)?.name ?? '' },
      })),
    totals: order.totals,
    taxes: taxesOf(order),
    deliveryAddress: address
      ? [address.name, address.line1, address.line2, `${address.postcode} ${address.city}`].filter(Boolean).join(', ')
      : null,
    deliveryMethod: order.delivery?.name[order.language] ?? null,
    payment: order.paidAt ? 'paid' : 'pay_in_store',
    seller: {
      name: retailer.legal.companyName,
      address: retailer.legal.address,
      taxId: retailer.legal.taxId,
      register: retailer.legal.registration || null,
      email: retailer.legal.email,
      phone: retailer.legal.phone || null,
    },
    withdrawalDays: order.contractMadeAt.place === 'distance' ? 14 : null,
    termsUrl: shopAddress(parts, order.language, '/returns'),
    url,
  };
}

/** The pickup lies ready: said once, and in other words than the confirmation. */
const tellPickupReady = (parts: FlowParts): Subscriber => ({
  name: 'orders-pickup-ready',
  types: ['fulfilment.fulfilment.ready'],
  async handle(ctx, events) {
    for (const event of events) {
      const orderId = event.data.orderId;
      if (event.data.kind !== 'pickup' || typeof orderId !== 'string' || !isStillNews(ctx, event)) continue;
      await pickupReady({ ...ctx, cause: event.id }, parts, {
        orderId,
        fulfilmentId: event.aggregateId,
        occasion: event.aggregateVersion,
      });
    }
  },
});

async function pickupReady(
  ctx: Ctx,
  parts: FlowParts,
  news: { orderId: string; fulfilmentId: string; occasion: number },
): Promise<void> {
  const order = await getOrder(ctx, news.orderId);
  const work = (await fulfilmentsOfOrders(ctx, [order.id])).get(order.id)?.find((one) => one.id === news.fulfilmentId);
  if (!order.contact.email || !work) return;
  const location = (await getLocations(ctx, [work.locationId])).get(work.locationId);
  if (!location) return;
  const reservation = work.reservationId
    ? (await getReservations(ctx, [work.reservationId])).get(work.reservationId)
    : undefined;
  const until = work.keepUntil ?? reservation?.expiresAt?.toISOString() ?? ctx.clock.now().toISOString();
  await queueMail(ctx, {
    template: 'pickup_ready',
    to: { email: order.contact.email },
    language: order.language,
    subjectId: order.subjectId ?? undefined,
    uniqueKey: `pickup-ready:${work.id}:${news.occasion}`,
    data: {
      zone: location.zone,
      number: order.number,
      goods: await describeGoods(ctx, work.lines, order.language),
      place: describePlace(location),
      until,
      code: work.code,
      url: await orderAddress(ctx, parts, order),
      toPay: order.paidAt ? null : order.worth.gross,
    },
  });
}

/** What a guest typed at the checkout is a claim: a hint for staff, and nothing that shows or changes anything. */
const claimContacts: Subscriber = {
  name: 'orders-claim-contacts',
  types: ['orders.order.placed'],
  async handle(ctx, events) {
    const orders = await getOrders(
      ctx,
      events.map((event) => event.aggregateId),
    );
    const claims = [...orders.values()].flatMap(({ subjectId, contact, contractMadeAt, deliveryAddress }) =>
      subjectId && contractMadeAt.place === 'distance' ? [{ subjectId, contact, home: deliveryAddress }] : [],
    );
    await claimIdentifiers(
      ctx,
      claims.flatMap(({ subjectId, contact, home }) => [
        ...addressClaim(subjectId, home),
        ...(contact.email ? [{ subjectId, kind: 'email' as const, value: contact.email, source: 'checkout' }] : []),
        ...(contact.phone ? [{ subjectId, kind: 'phone' as const, value: contact.phone, source: 'checkout' }] : []),
      ]),
    );
    for (const { subjectId, contact } of claims) if (contact.name) await nameIfUnknown(ctx, subjectId, contact.name);
  },
};

function addressClaim(subjectId: string, home: Parameters<typeof addressKey>[0] | null) {
  const value = home && addressKey(home);
  return value ? [{ subjectId, kind: 'address' as const, value, source: 'checkout' }] : [];
}

async function nameIfUnknown(ctx: Ctx, subjectId: string, name: string): Promise<void> {
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId || (await contactOf(ctx, customerId)).name) return;
  await nameCustomer(ctx, { customerId, subjectId, ...splitName(name), source: 'checkout' });
}

export const sellingSubscribers = (parts: FlowParts): Subscriber[] => [
  confirmOrders(parts),
  tellPickupReady(parts),
  claimContacts,
];
