import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { getCart } from '../../modules/carts/index.ts';
import type { DeliveryMethod } from '../../modules/settings/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { lastOf, waysToGet } from '../../modules/sourcing/index.ts';
import { findPerson } from '../carts/fillForCustomer.ts';
import { linesNamed, linesOfCart, type OrderForCustomer } from './placeForCustomer.ts';
import { type GoodsLine, type PricedGoods, priceGoods } from './priceGoods.ts';

export interface QuotedMethod {
  method: DeliveryMethod;
  /** 'YYYY-MM-DD', where everything can be sent now. */
  days: { earliest: string; latest: string } | null;
  /** What this delivery costs for these goods, above the limit of the method nothing. */
  price: Money;
  total: Money;
}

export interface QuoteForCustomer {
  total: Money;
  /** Of what is sent: every way of the zone, the usual one first. */
  methods: QuotedMethod[];
}

/**
 * What an order for a customer would cost, and by when it would be there, before it is placed: by every way of delivery
 * that holds for the postcode, with the same prices and days that placing it takes. Nothing is written.
 *
 * @throws AppError not_found
 */
export async function quoteForCustomer(
  ctx: Ctx,
  input: Pick<OrderForCustomer, 'person' | 'goods'> & { postcode?: string | undefined },
): Promise<Result<QuoteForCustomer> | Refusal> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  const { subjectIds } = await findPerson(ctx, input.person);
  const cart = 'cartId' in input.goods ? await getCart(ctx, input.goods.cartId) : undefined;
  if (cart && !subjectIds.includes(cart.subjectId ?? ''))
    throw new AppError('not_found', { detail: 'This is not the cart of this customer.' });
  const lines = cart ? linesOfCart(input.goods, cart) : linesNamed(ctx, input.goods, ctx.actor.staffId);
  if (lines.length === 0) return refuse('cart_empty', { detail: 'There is nothing to order.' });
  const market = await getHomeMarket(ctx);
  const price = (deliveryMethodId?: string) =>
    priceGoods(ctx, {
      market,
      lines,
      couponCode: cart?.couponCode ?? null,
      postcode: input.postcode,
      deliveryMethodId,
    });
  const usual = await price();
  if (!usual.ok) return usual;
  const money = (amount: number): Money => ({ amount, currency: market.currency });
  const totalOf = ({ priced }: PricedGoods) => money(priced.totals.gross);
  const sent = lines.filter((line) => line.way.method === 'delivery');
  if (sent.length === 0 || input.postcode === undefined || !usual.value.delivery)
    return ok({ total: totalOf(usual.value), methods: [] });

  const offers = await offersOf(ctx, market.code, input.postcode, sent);
  const methods: QuotedMethod[] = [];
  for (const { method, days } of offers) {
    const goods = method.id === usual.value.delivery.id ? usual : await price(method.id);
    if (!goods.ok) continue;
    const delivery = goods.value.orderLines.find((line) => line.kind === 'delivery');
    methods.push({ method, days, price: money(delivery?.gross ?? 0), total: totalOf(goods.value) });
  }
  return ok({ total: totalOf(usual.value), methods });
}

/** Ways that hold for all that is sent, with the days of the last of it; without days where not all of it can be sent now. */
async function offersOf(
  ctx: Ctx,
  market: string,
  postcode: string,
  sent: readonly GoodsLine[],
): Promise<Pick<QuotedMethod, 'method' | 'days'>[]> {
  const variantIds = [...new Set(sent.map((line) => line.variantId))];
  const ways = await waysToGet(ctx, { variantIds, market, postcode });
  const offers = variantIds.map((id) => ways.get(id)?.delivery);
  const zone = offers.find((offer) => offer !== undefined)?.zone;
  return (zone?.methods ?? []).map((method) => {
    const days = offers.flatMap((offer) => offer?.methods.find((one) => one.method.id === method.id) ?? []);
    return { method, days: days.length === variantIds.length ? (lastOf(days) ?? null) : null };
  });
}
