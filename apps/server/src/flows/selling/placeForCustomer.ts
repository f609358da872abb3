import { audit } from '../../kernel/audit.ts';
import { asSystem, type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once, outcomeUnderKey } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import type { Way } from '../../modules/carts/index.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { closingOfOpeningDay, getLocations } from '../../modules/locations/index.ts';
import { type Address, createOrder, getOrder, type Order } from '../../modules/orders/index.ts';
import { getHoldLimit, getHomeMarket } from '../../modules/settings/index.ts';
import { commitReservations, releaseReservations } from '../../modules/stock/index.ts';
import { type ForWhom, findPerson } from '../carts/fillForCustomer.ts';
import { checkWays } from '../carts/quoteGoods.ts';
import { unless } from '../orders/cancelParts.ts';
import { tellToPay } from '../orders/tellCustomer.ts';
import type { FlowParts } from '../parts.ts';
import { contactOfSubject } from './handOver.ts';
import { openWork } from './openWork.ts';
import { priceGoods } from './priceGoods.ts';
import { type Part, takeStock } from './takeStock.ts';

export interface OrderForCustomer {
  /** The conversation it is placed from, or the customer. */
  person: ForWhom;
  lines: readonly { variantId: string; quantity: number; way: Extract<Way, { method: 'pickup' | 'delivery' }> }[];
  deliveryAddress?: Address | undefined;
  /** Where the link goes, when the customer left no address. */
  email?: string | undefined;
  /** `link`: the customer pays on the order's page, or at any till; `in_store`: when it is collected. */
  payment: 'link' | 'in_store';
  /** Where the customer stands, when an associate places it: the contract is made there. */
  locationId?: string | undefined;
}

/** So long goods are kept for who was sent a link: two nights, as for whoever wants to sleep on it. */
const linkHours = 48;

/**
 * A colleague orders for a customer, after a call, from the chat or at the counter: the same goods, prices and stock as
 * everywhere, in the customer's name, on the colleague's advice. Stock first, then the order in one transaction; the
 * customer pays by a link, at a till, or when they collect it. Nothing is charged here.
 *
 * @throws AppError not_found, archived, wrong_location, invalid_request
 */
export async function placeForCustomer(
  ctx: Ctx,
  parts: FlowParts,
  input: OrderForCustomer,
): Promise<Result<Order> | Refusal> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new AppError('not_allowed');
  const { locationId } = input;
  if (locationId !== undefined && !mayActAt(actor, locationId)) throw new AppError('wrong_location');
  const { subjectId } = await findPerson(ctx, input.person);
  const contact = { ...(await contactOfSubject(ctx, subjectId)), ...(input.email ? { email: input.email } : {}) };
  const wrong = checkTerms(input, contact);
  if (wrong) return wrong;
  const offered = await checkWays(
    ctx,
    input.lines.map((line) => line.way),
  );
  if (!offered.ok) return offered;
  const market = await getHomeMarket(ctx);
  const lines = input.lines.map((line) => ({
    ...line,
    id: ctx.newId(),
    terms: undefined,
    discountByHand: null,
    reservationId: null,
    advisedBy: actor.staffId,
    heldBy: null,
  }));
  const variants = await getVariants(ctx, [...new Set(lines.map((line) => line.variantId))]);
  const gone = lines.find((line) => variants.get(line.variantId)?.archived !== false);
  if (gone) throw new AppError('archived', { detail: 'One of the goods is not sold. Nothing was ordered.' });
  const priced = await priceGoods(ctx, { market, lines, postcode: input.deliveryAddress?.postcode });
  if (!priced.ok) return priced;
  const taken = await takeStock(ctx, {
    ownerKey: ctx.idempotency?.key ?? ctx.newId(),
    subjectId,
    market: market.code,
    lines,
  });
  if (!taken.ok) {
    // A repeat of what was placed already is not refused because its own goods are gone from the shelf.
    const earlier = await outcomeUnderKey<{ orderId: string }>(ctx, 'selling.placeForCustomer');
    return earlier ? ok(await getOrder(asSystem(ctx, 'orders for customers'), earlier.orderId)) : taken;
  }
  const held = taken.value;

  const done = await once(ctx, 'selling.placeForCustomer', async (tx) => {
    const payBy = input.payment === 'link' ? new Date(tx.clock.now().getTime() + linkHours * 3_600_000) : undefined;
    unless(
      await commitReservations(
        tx,
        held.map((part) => part.reservationId),
        payBy ?? (await collectedBy(tx, held)),
      ),
    );
    const { order } = await createOrder(tx, {
      market: market.code,
      currency: market.currency,
      subjectId,
      contact,
      deliveryAddress: input.deliveryAddress,
      payBy,
      contractMadeAt: locationId ? { place: 'on_premises', locationId } : { place: 'distance' },
      lines: priced.value.orderLines.map((line) => ({
        ...line,
        reservationId:
          held.find((part) => line.cartLineId && part.lineIds.includes(line.cartLineId))?.reservationId ?? null,
        cartLineId: null,
      })),
    });
    if (payBy) await tellToPay(tx, parts, order);
    else await openWork(tx, order, held);
    await audit(tx, {
      act: 'orders.placedForCustomer',
      target: 'order',
      targetId: order.id,
      after: { payment: input.payment, lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })) },
    });
    return { orderId: order.id };
  }).catch(async (error: unknown) => {
    await inTransaction(ctx, (tx) =>
      releaseReservations(
        tx,
        held.map((part) => part.reservationId),
        'superseded',
      ),
    );
    throw error;
  });
  return ok(await getOrder(asSystem(ctx, 'orders for customers'), done.orderId));
}

function checkTerms(input: OrderForCustomer, contact: { email?: string }): Refusal | undefined {
  const isSent = input.lines.some((line) => line.way.method === 'delivery');
  if (isSent && !input.deliveryAddress)
    throw new AppError('invalid_request', {
      detail: 'An address is needed for what is delivered. Nothing was ordered.',
    });
  if (isSent && input.payment === 'in_store')
    return refuse('not_offered', {
      detail:
        'What is delivered is paid beforehand: send a link, or take the payment at the till. Nothing was ordered.',
    });
  if (input.payment === 'link' && !contact.email)
    throw new AppError('invalid_request', { detail: 'Where should the link go? Give an e-mail. Nothing was ordered.' });
  return undefined;
}

/** Unpaid pickups wait for their customer to closing time of the last day the shop keeps them. */
async function collectedBy(tx: Ctx, parts: readonly Part[]): Promise<Date | undefined> {
  const locations = await getLocations(
    tx,
    parts.map((part) => part.locationId),
  );
  const days = await getHoldLimit(tx, 'pickup', 'shopper');
  const ends = [...locations.values()].map((location) => closingOfOpeningDay(location, tx.clock.now(), days));
  return ends.sort((a, b) => b.getTime() - a.getTime())[0];
}
