import type { Ctx } from '../../kernel/context.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { getCredits } from '../../modules/credits/index.ts';
import { queueMail } from '../../modules/engagement/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { getReturn, type Return, withdrawalsOfOrders } from '../../modules/returns/index.ts';
import { describeGoods } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { mayOpenOrder, orderAddress } from '../receipts/orderAddress.ts';
import { isStillNews } from '../stillNews.ts';

/** What the customer hears of a return: its number for the parcel, and that the money is on its way. */
export const tellReturns = (parts: FlowParts): Subscriber => ({
  name: 'returns-tell',
  types: [
    'returns.return.announced',
    'returns.return.inspected',
    'returns.return.settled',
    'returns.return.refused',
    'returns.complaint.accepted',
    'returns.complaint.refused',
    'returns.complaint.accepted_by_silence',
  ],
  async handle(ctx, events) {
    for (const event of events) {
      if (!isStillNews(ctx, event)) continue;
      const it = await getReturn(ctx, event.aggregateId);
      const inside = { ...ctx, cause: event.id };
      if (event.type === 'returns.return.settled') await tellSettled(inside, it);
      else if (event.type.startsWith('returns.complaint.')) await tellAnswer(inside, parts, it);
      else if (it.way !== 'post') continue;
      else if (event.type === 'returns.return.announced') await tellAnnounced(inside, parts, it);
      else if (event.type === 'returns.return.inspected') await tellDeducted(inside, parts, it);
      // A refused complaint was told with its own words.
      else if (!it.complaint) await tellRefused(inside, parts, it);
    }
  },
});

async function tellAnnounced(ctx: Ctx, parts: FlowParts, it: Return): Promise<void> {
  // Who withdrew has the number in the acknowledgement.
  const declared = (await withdrawalsOfOrders(ctx, [it.orderId])).get(it.orderId) ?? [];
  if (declared.some((one) => one.returnId === it.id)) return;
  const order = await getOrder(ctx, it.orderId);
  if (!order.contact.email) return;
  await queueMail(ctx, {
    template: 'return_announced',
    to: { email: order.contact.email },
    language: it.language,
    subjectId: it.subjectId ?? undefined,
    uniqueKey: `return-announced:${it.id}`,
    data: {
      number: it.number,
      orderNumber: it.orderNumber,
      goods: await describeGoods(ctx, it.lines, it.language),
      address: await addressOf(ctx, it),
      url: await orderAddress(ctx, parts, order, { language: it.language, path: `/returns/${it.id}` }),
    },
  });
}

/** What the mails about one return share; undefined where there is nobody to write to. */
async function letterAbout(ctx: Ctx, parts: FlowParts, it: Return) {
  const order = await getOrder(ctx, it.orderId);
  const { email } = order.contact;
  if (!email) return undefined;
  return {
    to: { to: { email }, language: it.language, subjectId: it.subjectId ?? undefined },
    data: {
      number: it.number,
      orderNumber: it.orderNumber,
      url: await orderAddress(ctx, parts, order, { language: it.language, path: `/returns/${it.id}` }),
    },
  };
}

async function tellAnswer(ctx: Ctx, parts: FlowParts, it: Return): Promise<void> {
  const letter = await letterAbout(ctx, parts, it);
  if (!letter || !it.complaint) return;
  const { answer, text } = it.complaint;
  await queueMail(ctx, {
    template: 'complaint_answered',
    ...letter.to,
    uniqueKey: `complaint-answered:${it.id}`,
    data: {
      ...letter.data,
      answer,
      text,
      goods: await describeGoods(
        ctx,
        it.lines.filter((line) => line.rule === 'complaint'),
        it.language,
      ),
    },
  });
}

async function tellDeducted(ctx: Ctx, parts: FlowParts, it: Return): Promise<void> {
  const cut = it.lines.filter((line) => line.deductionPercent > 0);
  const letter = cut.length > 0 ? await letterAbout(ctx, parts, it) : undefined;
  if (!letter) return;
  const goods = await describeGoods(ctx, cut, it.language);
  await queueMail(ctx, {
    template: 'return_deducted',
    ...letter.to,
    uniqueKey: `return-deducted:${it.id}`,
    data: {
      ...letter.data,
      deductions: cut.map((line, index) => ({
        title: goods[index]?.title ?? '?',
        percent: line.deductionPercent,
        reason: line.deductionReason ?? '',
      })),
    },
  });
}

async function tellRefused(ctx: Ctx, parts: FlowParts, it: Return): Promise<void> {
  const letter = await letterAbout(ctx, parts, it);
  if (!letter) return;
  await queueMail(ctx, {
    template: 'return_refused',
    ...letter.to,
    uniqueKey: `return-refused:${it.id}`,
    data: { ...letter.data, reason: it.closeReason ?? '', goods: await describeGoods(ctx, it.lines, it.language) },
  });
}

/** Where the parcel goes, in one line. */
async function addressOf(ctx: Ctx, it: Return): Promise<string | null> {
  const place = it.locationId ? (await getLocations(ctx, [it.locationId])).get(it.locationId) : undefined;
  return place ? `${place.name}, ${place.address.line1}, ${place.address.postcode} ${place.address.city}` : null;
}

async function tellSettled(ctx: Ctx, it: Return): Promise<void> {
  const order = await getOrder(ctx, it.orderId);
  if (!order.contact.email || it.total.amount === 0) return;
  const onCode = it.payouts.find((payout) => payout.to === 'store_credit')?.creditId;
  const credit = onCode ? (await getCredits(ctx, [onCode])).get(onCode) : undefined;
  await queueMail(ctx, {
    template: 'return_settled',
    to: { email: order.contact.email },
    language: it.language,
    subjectId: it.subjectId ?? undefined,
    uniqueKey: `return-settled:${it.id}`,
    data: {
      number: it.number,
      orderNumber: it.orderNumber,
      goods: await describeGoods(
        ctx,
        it.lines.filter((line) => line.outcome !== 'not_received' && line.outcome !== 'send_back'),
        it.language,
      ),
      total: it.total,
      delivery: it.deliveryAmount.amount > 0 ? it.deliveryAmount : null,
      payouts: it.payouts.map(({ to, amount }) => ({ to, amount })),
      // A code is money: it goes to no address that may be a stranger's, and the counter has handed it over.
      creditCode: (await mayOpenOrder(ctx, order)) ? (credit?.code ?? null) : null,
    },
  });
}
