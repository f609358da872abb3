import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { CartLine } from '../../modules/carts/index.ts';
import { getVariants, type VariantCard } from '../../modules/catalogue/index.ts';
import type { NewOrderLine } from '../../modules/orders/index.ts';
import {
  type PricedLines,
  type PriceQuote,
  payable,
  priceLines,
  promotionByCode,
  quotePrices,
} from '../../modules/pricing/index.ts';
import {
  chooseZone,
  type DeliveryMethod,
  type DeliveryZone,
  listDeliveryZones,
  type Market,
} from '../../modules/settings/index.ts';

/** What is to be priced: a cart's lines, or goods named at the till (then without a quote). */
export type GoodsLine = Pick<CartLine, 'id' | 'variantId' | 'quantity' | 'way' | 'discountByHand'> & {
  terms: Pick<CartLine['terms'], 'unit' | 'validUntil'> | undefined;
  reservationId: string | null;
  advisedBy: string | null;
  heldBy: string | null;
};

export interface PricedGoods {
  priced: PricedLines;
  /** How it is sent; undefined where nothing is, or nobody said where to. */
  delivery: DeliveryMethod | undefined;
  /** Lines as an order writes them, delivery cost included. */
  orderLines: NewOrderLine[];
  /** Lines whose quote ran out and whose price rose: to be shown and accepted anew. */
  risen: { lineId: string; quoted: Money; current: Money }[];
}

export interface Known {
  quotes: Map<string, PriceQuote>;
  variants: Map<string, VariantCard>;
  /** Of the market; read when a postcode asks for them. */
  zones?: readonly DeliveryZone[] | undefined;
}

const deliveryLineId = 'delivery';

/**
 * The one calculation of what goods cost, for cart, checkout, hand-over and till: the lower of quoted and current price
 * while the quote is valid, the code, the discount by hand, tax per line, and the cost of delivery. Three statements, one
 * more with a code.
 */
export async function priceGoods(
  ctx: Ctx,
  input: {
    market: Market;
    lines: readonly GoodsLine[];
    couponCode?: string | null;
    postcode?: string | undefined;
    /** One of the zone's methods; the usual one unless said. */
    deliveryMethodId?: string | undefined;
    /** What the caller has read already. */
    known?: Known | undefined;
  },
): Promise<Result<PricedGoods, 'price_missing' | 'promotion_code_invalid' | 'not_offered'>> {
  const variantIds = [...new Set(input.lines.map((line) => line.variantId))];
  const quotes = input.known?.quotes ?? (await quotePrices(ctx, input.market.code, variantIds));
  const missing = input.lines.find((line) => !quotes.has(line.variantId));
  if (missing)
    return refuse('price_missing', {
      detail: 'One of the goods is not sold in this market.',
      variantId: missing.variantId,
    });
  const code = input.couponCode
    ? await promotionByCode(ctx, input.couponCode, { market: input.market.code, variantIds })
    : undefined;
  if (code && !code.ok) return code;

  const now = ctx.clock.now();
  const lines = input.lines.map((line) => {
    const quote = quoteOf(quotes, line);
    const pay = line.terms ? payable(line.terms, quote.unit, now) : { unit: quote.unit, mustAccept: false };
    return { line, quote, ...pay };
  });
  const goods = lines.map(({ line, quote, unit }) => ({
    lineId: line.id,
    variantId: line.variantId,
    quantity: line.quantity,
    unit: unit.amount,
    taxRateBp: quote.taxRateBp,
    discountByHand: line.discountByHand ? { unit: line.discountByHand.newUnit.amount } : null,
  }));
  const delivery = await chooseMethod(ctx, input);
  if (!delivery.ok) return delivery;
  const priced = priceLines({
    currency: input.market.currency,
    lines: delivery.value ? [...goods, deliveryLine(delivery.value, input.lines, goods)] : goods,
    ...(code?.ok ? { code: code.value } : {}),
  });
  return ok({
    priced,
    delivery: delivery.value,
    orderLines: toOrderLines(input.known?.variants ?? (await getVariants(ctx, variantIds)), input.lines, priced),
    risen: lines.flatMap(({ line, unit, mustAccept }) =>
      mustAccept && line.terms ? [{ lineId: line.id, quoted: line.terms.unit, current: unit }] : [],
    ),
  });
}

function quoteOf(quotes: Map<string, PriceQuote>, line: GoodsLine): PriceQuote {
  const quote = quotes.get(line.variantId);
  if (!quote) throw new AppError('internal', { detail: 'a line without a quote' });
  return quote;
}

type LineToPrice = Parameters<typeof priceLines>[0]['lines'][number];

/** How what is sent is sent: by the method that was chosen, or the usual one of the zone. Says plainly where it is not. */
async function chooseMethod(
  ctx: Ctx,
  input: {
    market: Market;
    lines: readonly GoodsLine[];
    postcode?: string | undefined;
    deliveryMethodId?: string | undefined;
    known?: Known | undefined;
  },
): Promise<Result<DeliveryMethod | undefined, 'not_offered'>> {
  const isSent = input.lines.some((line) => line.way.method === 'delivery');
  if (!isSent || input.postcode === undefined) return ok(undefined);
  const zones = input.known?.zones ?? (await listDeliveryZones(ctx, input.market.code)).zones;
  const zone = chooseZone(zones, input.postcode);
  if (!zone || zone.methods.length === 0)
    return refuse('not_offered', { detail: 'Nothing is delivered to this postcode. Choose pickup in a store.' });
  const wanted = input.deliveryMethodId;
  const method = wanted === undefined ? zone.methods[0] : zone.methods.find(({ id }) => id === wanted);
  if (!method)
    return refuse('not_offered', {
      detail: 'This way of delivery is not offered to this postcode. Nothing was ordered; choose another one.',
      deliveryMethods: zone.methods.map(({ id, name }) => ({ id, name: name[ctx.language] })),
    });
  return ok(method);
}

/** Delivery costs its method's rate once, nothing above the method's limit; its tax is that of the dearest goods sent. */
function deliveryLine(method: DeliveryMethod, lines: readonly GoodsLine[], goods: readonly LineToPrice[]): LineToPrice {
  const sent = goods.filter((_, index) => lines[index]?.way.method === 'delivery');
  const value = sent.reduce((sum, line) => sum + line.unit * line.quantity, 0);
  const free = method.freeFrom !== null && value >= method.freeFrom.amount;
  return {
    lineId: deliveryLineId,
    variantId: deliveryLineId,
    quantity: 1,
    unit: free ? 0 : method.rate.amount,
    taxRateBp: Math.max(...sent.map((line) => line.taxRateBp)),
    exceptFromCode: true,
  };
}

function toOrderLines(
  variants: Map<string, VariantCard>,
  lines: readonly GoodsLine[],
  priced: PricedLines,
): NewOrderLine[] {
  return priced.lines.map((amounts): NewOrderLine => {
    const { unit, quantity, discount, net, tax, gross, taxRateBp } = amounts;
    const line = lines.find((candidate) => candidate.id === amounts.lineId);
    if (!line)
      return {
        kind: 'delivery',
        variantId: null,
        quantity,
        unit,
        discount,
        net,
        tax,
        gross,
        taxRateBp,
        way: { method: 'delivery' },
      };
    const variant = variants.get(line.variantId);
    return {
      variantId: line.variantId,
      quantity,
      unit,
      discount,
      net,
      tax,
      gross,
      taxRateBp,
      way: line.way,
      reservationId: line.reservationId,
      cartLineId: line.id,
      snapshot: variant ? { sku: variant.sku, title: variant.title, options: variant.optionsText } : {},
      advisedBy: line.advisedBy,
      heldBy: line.heldBy,
    };
  });
}
