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
import { chooseZone, type DeliveryZone, listDeliveryZones, type Market } from '../../modules/settings/index.ts';

/** What is to be priced: a cart's lines, or goods named at the till (then without a quote). */
export type GoodsLine = Pick<CartLine, 'id' | 'variantId' | 'quantity' | 'way' | 'discountByHand'> & {
  terms: Pick<CartLine['terms'], 'unit' | 'validUntil'> | undefined;
  reservationId: string | null;
  advisedBy: string | null;
  heldBy: string | null;
};

export interface PricedGoods {
  priced: PricedLines;
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
  const delivery = await deliveryLine(ctx, input, goods);
  if (!delivery.ok) return delivery;
  const priced = priceLines({
    currency: input.market.currency,
    lines: [...goods, ...delivery.value],
    ...(code?.ok ? { code: code.value } : {}),
  });
  return ok({
    priced,
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

/** Delivery costs its zone's rate once, nothing above the zone's limit; its tax is that of the dearest goods sent. */
async function deliveryLine(
  ctx: Ctx,
  input: { market: Market; lines: readonly GoodsLine[]; postcode?: string | undefined; known?: Known | undefined },
  goods: readonly LineToPrice[],
): Promise<Result<LineToPrice[], 'not_offered'>> {
  const sent = goods.filter((_, index) => input.lines[index]?.way.method === 'delivery');
  if (sent.length === 0 || input.postcode === undefined) return ok([]);
  const zones = input.known?.zones ?? (await listDeliveryZones(ctx, input.market.code)).zones;
  const zone = chooseZone(zones, input.postcode);
  if (!zone)
    return refuse('not_offered', { detail: 'Nothing is delivered to this postcode. Choose pickup in a store.' });
  const value = sent.reduce((sum, line) => sum + line.unit * line.quantity, 0);
  const free = zone.freeFrom !== null && value >= zone.freeFrom.amount;
  const taxRateBp = Math.max(...sent.map((line) => line.taxRateBp));
  return ok([
    {
      lineId: deliveryLineId,
      variantId: deliveryLineId,
      quantity: 1,
      unit: free ? 0 : zone.rate.amount,
      taxRateBp,
      exceptFromCode: true,
    },
  ]);
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
