import { asSystem, type Ctx } from '../../kernel/context.ts';
import { taxInGross } from '../../kernel/money.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { getCredits } from '../../modules/credits/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { getReturn, type Return, stepsOf } from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';

/** A return with everything that stands on its protocol: goods in words, tax, places, seller, the proof of sale. */
export async function describeReturn(ctx: Ctx, returnId: string) {
  const system = asSystem(ctx, 'returns');
  const it = await getReturn(system, returnId);
  const order = await getOrder(system, it.orderId);
  const { zone, legal, name } = await getRetailer(system);
  const variants = await getVariants(
    system,
    it.lines.map((line) => line.variantId),
  );
  const places = await getLocations(system, it.locationId ? [it.locationId] : []);
  const place = it.locationId ? places.get(it.locationId) : undefined;
  const onCode = it.payouts.find((payout) => payout.to === 'store_credit')?.creditId;
  const credit = onCode ? (await getCredits(system, [onCode])).get(onCode) : undefined;
  const payments = (await paymentsOf(system, [it.orderId])).get(it.orderId) ?? [];
  return {
    return: it,
    goods: it.lines.map((line) => {
      const bought = order.lines.find((one) => one.id === line.orderLineId);
      const variant = variants.get(line.variantId);
      const rate = bought?.taxRateBp ?? 0;
      const tax = taxInGross(line.amount?.amount ?? 0, rate);
      return {
        lineId: line.id,
        title: variant?.title ?? bought?.snapshot.title ?? { en: '?', pl: '?', ru: '?' },
        optionsText: variant?.optionsText ?? bought?.snapshot.options ?? { en: '', pl: '', ru: '' },
        sku: variant?.sku ?? bought?.snapshot.sku ?? null,
        pictureUrl: variant?.pictureUrl ?? null,
        taxRateBp: rate,
        tax: { amount: tax.tax, currency: it.currency },
      };
    }),
    order: {
      number: order.number,
      placedAt: order.placedAt,
      channel: order.channel,
      contactName: order.contact.name ?? null,
    },
    payments: payments.map((payment) => ({
      id: payment.id,
      method: payment.method,
      refunded: payment.refunded,
      isWaiting: payment.captured.amount - payment.refunded.amount > payment.refundable.amount,
    })),
    place: place
      ? { name: place.name, line1: place.address.line1, postcode: place.address.postcode, city: place.address.city }
      : null,
    creditCode: credit?.code ?? null,
    creditUntil: credit?.expiresAt ?? null,
    zone,
    seller: { shopName: name, ...legal },
    steps: await stepsOf(system, returnId),
  };
}

export type DescribedReturn = Awaited<ReturnType<typeof describeReturn>>;

/** What a customer sees of their own return: no staff, no trail, no other means of payment. */
export function toShopReturn(described: DescribedReturn) {
  const { return: it, goods, place, zone, seller } = described;
  const { number, state, orderId, orderNumber, announcedAt, settledAt, refundDueAt, total, note }: Return = it;
  return {
    id: it.id,
    number,
    state,
    orderId,
    orderNumber,
    announcedAt,
    settledAt,
    refundDueAt,
    total,
    note,
    lines: it.lines.map((line, index) => ({
      title: goods[index]?.title ?? { en: '', pl: '', ru: '' },
      optionsText: goods[index]?.optionsText ?? { en: '', pl: '', ru: '' },
      pictureUrl: goods[index]?.pictureUrl ?? null,
      quantity: line.quantity,
      reason: line.reason,
      deductionPercent: line.deductionPercent,
      deductionReason: line.deductionReason,
    })),
    complaint: it.complaint,
    closeReason: it.closeReason,
    receivedAt: it.receivedAt,
    answerDueAt: it.answerDueAt,
    place,
    zone,
    sellerName: seller.companyName || seller.shopName,
  };
}
