import { type Static, Type } from 'typebox';
import { priceGoods } from '../../flows/selling/priceGoods.ts';
import { CounterGoodsSchema } from '../../flows/selling/routes.ts';
import { explainShortage, readBasket } from '../../flows/selling/sellOnTheSpot.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { Refusal } from '../../kernel/result.ts';
import { route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict } from '../../kernel/schemas.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { customersOf, getCustomers, summariseCustomer } from '../../modules/customers/index.ts';
import { payable, quotePrices } from '../../modules/pricing/index.ts';
import { getDiscountLimit, getHomeMarket } from '../../modules/settings/index.ts';
import { availability } from '../../modules/stock/index.ts';
import { CardShape } from '../cartShape.ts';
import { showCard } from '../cartView.ts';

const Quote = Strict({
  lines: Type.Array(
    Strict({
      variant: CardShape,
      quantity: Type.Integer(),
      /** As it was quoted, in a cart; null for what was scanned here. */
      quotedUnit: Nullable(MoneySchema),
      listUnit: MoneySchema,
      /** After the quote's protection: what a discount by hand comes off. */
      baseUnit: MoneySchema,
      /** After the quote's protection and the discount by hand, before the code. */
      unit: MoneySchema,
      discount: MoneySchema,
      gross: MoneySchema,
      /** Held for this very customer, so that it need not be free. */
      isHeldForThem: Type.Boolean(),
      freeHere: Type.Integer(),
      heldHere: Type.Integer(),
    }),
  ),
  totals: Strict({ gross: MoneySchema, net: MoneySchema, tax: MoneySchema, discount: MoneySchema }),
  /** Why the sale would be refused now, said before anybody takes money for it; null when it would not. */
  shortage: Nullable(
    Strict({
      shortfall: Type.Array(Strict({ variantId: Id, requested: Type.Integer() })),
      heldForOthers: Type.Integer(),
      heldUntil: Nullable(Type.String()),
      alternatives: Type.Array(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
  /** Why the code does not count; the totals leave it out. */
  couponProblem: Nullable(Type.String()),
  customer: Nullable(Strict({ id: Id, name: Nullable(Type.String()), hasEmail: Type.Boolean() })),
  discountLimitBp: Type.Integer(),
});

interface Asked {
  locationId: string;
  goods: Parameters<typeof readBasket>[1]['goods'];
  customerId?: string | undefined;
  couponCode?: string | undefined;
}

/** What the sale would come to, by the calculation that will be used for it. Nothing is written. */
async function tillQuote(ctx: Ctx, asked: Asked): Promise<Static<typeof Quote> | Refusal> {
  if (!mayActAt(ctx.actor, asked.locationId)) throw new AppError('wrong_location');
  const basket = await readBasket({ ...ctx, channel: 'store' }, asked);
  if (basket instanceof Refusal) return basket;
  const market = await getHomeMarket(ctx);
  const variantIds = [...new Set(basket.lines.map((line) => line.variantId))];
  const [quotes, variants, levels, limit] = await Promise.all([
    quotePrices(ctx, market.code, variantIds),
    getVariants(ctx, variantIds),
    availability(ctx, { variantIds, locationIds: [asked.locationId] }),
    ctx.actor.kind === 'staff' ? getDiscountLimit(ctx, ctx.actor.role) : 0,
  ]);
  const freeOf = (variantId: string) => levels.find((level) => level.variantId === variantId)?.available ?? 0;
  const now = ctx.clock.now();
  const baseOf = (line: (typeof basket.lines)[number]) => {
    const current = quotes.get(line.variantId)?.unit;
    return current && line.terms ? payable(line.terms, current, now).unit : current;
  };
  const lines = basket.lines.map((line) => {
    const base = baseOf(line);
    if (!line.discount || !base) return line;
    const { discount } = line.discount;
    const newUnit =
      'newUnit' in discount
        ? discount.newUnit
        : { ...base, amount: base.amount - Math.floor((base.amount * discount.basisPoints) / 10_000) };
    return { ...line, discountByHand: { newUnit, basisPoints: 0, reason: line.discount.reason, by: '' } };
  });
  const known = { quotes, variants };
  const withCode = await priceGoods(ctx, { market, lines, couponCode: basket.couponCode, known });
  const codeProblem = !withCode.ok && withCode.reason === 'promotion_code_invalid' ? withCode : undefined;
  const goods = codeProblem ? await priceGoods(ctx, { market, lines, known }) : withCode;
  if (!goods.ok) return goods;
  const { currency } = market;
  const money = (amount: number) => ({ amount, currency });
  const customerId =
    asked.customerId ?? (basket.subjectId && (await customersOf(ctx, [basket.subjectId])).get(basket.subjectId));
  const customer = customerId ? (await getCustomers(ctx, [customerId])).get(customerId) : undefined;
  const summary = customer && summariseCustomer(customer);
  const shortfall = lines
    .filter((line) => !line.reservationId && freeOf(line.variantId) < line.quantity)
    .map(({ variantId, quantity }) => ({ variantId, requested: quantity }));
  const shortage = shortfall.length > 0 ? (await explainShortage(ctx, asked.locationId, shortfall)).details : undefined;
  return {
    lines: lines.map((line) => {
      const priced = goods.value.priced.lines.find((one) => one.lineId === line.id);
      const level = levels.find((one) => one.variantId === line.variantId);
      return {
        variant: showCard(variants.get(line.variantId), line.variantId, ctx.language),
        quantity: line.quantity,
        quotedUnit: line.terms?.unit ?? null,
        listUnit: quotes.get(line.variantId)?.unit ?? money(0),
        baseUnit: baseOf(line) ?? money(0),
        unit: money(priced?.unit ?? 0),
        discount: money(priced?.discount ?? 0),
        gross: money(priced?.gross ?? 0),
        isHeldForThem: line.reservationId !== null,
        freeHere: freeOf(line.variantId),
        heldHere: level?.reserved ?? 0,
      };
    }),
    totals: {
      gross: money(goods.value.priced.totals.gross),
      net: money(goods.value.priced.totals.net),
      tax: money(goods.value.priced.totals.tax),
      discount: money(goods.value.priced.totals.discount),
    },
    shortage: shortage
      ? {
          shortfall,
          heldForOthers: shortage.heldForOthers,
          heldUntil: shortage.heldUntil,
          alternatives: shortage.alternatives.map((one) => ({ ...one })),
        }
      : null,
    couponProblem: codeProblem ? String(codeProblem.details.detail ?? '') : null,
    customer: summary ? { id: summary.id, name: summary.name, hasEmail: summary.email !== null } : null,
    discountLimitBp: limit,
  };
}

export const tillQuoteRoute = route({
  method: 'POST',
  path: '/api/staff/floor/quote',
  summary: 'What a sale at the counter would come to; nothing is reserved and nothing written',
  tag: 'till',
  audience: staff('associate', 'manager', 'admin'),
  body: Strict({
    locationId: Id,
    goods: CounterGoodsSchema,
    customerId: Type.Optional(Id),
    couponCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  }),
  response: Quote,
  handle: (ctx, { body }) => tillQuote(ctx, body),
});
