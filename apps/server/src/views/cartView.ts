import { type PricedGoods, priceGoods } from '../flows/selling/priceGoods.ts';
import type { Ctx, Language } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import type { Cart, CartLine } from '../modules/carts/index.ts';
import { getVariants, type VariantCard } from '../modules/catalogue/index.ts';
import { type Fulfilment, fulfilmentsOfReservations } from '../modules/fulfilment/index.ts';
import { getLocations, type Location } from '../modules/locations/index.ts';
import { type PriceQuote, payable, quotePrices } from '../modules/pricing/index.ts';
import { getMarket, type Market } from '../modules/settings/index.ts';
import {
  chooseSource,
  type DeliveryOffer,
  type OfferedMethod,
  type WaysToGet,
  waysToGet,
} from '../modules/sourcing/index.ts';
import type { CardShape, CartChangeShape, CartLineShape, CartShape } from './cartShape.ts';
import { showPrice } from './shapes.ts';

export interface CartViewOptions {
  /** Where it is sent: makes delivery part of the totals. */
  postcode?: string | undefined;
  /** How it is sent, where the postcode's zone offers it; the usual way unless said. */
  deliveryMethodId?: string | undefined;
  /** Only these lines, where a link or a code is for them alone. */
  lineIds?: readonly string[] | undefined;
  /** The cart's, where the caller has read it. */
  market?: Market | undefined;
}

/** Everything that is read for a cart, whatever the number of its lines. */
interface Facts {
  now: Date;
  language: Language;
  variants: Map<string, VariantCard>;
  quotes: Map<string, PriceQuote>;
  ways: Map<string, WaysToGet>;
  locations: Map<string, Location>;
  works: Map<string, Fulfilment>;
  /** Most pieces that can be sent, for variants of which too few can. */
  shortToSend: Map<string, number>;
  deliveryMethodId: string | undefined;
}

/** The method of an offer that was asked for, else its usual one. */
const methodOf = (facts: Facts, offer: DeliveryOffer | undefined): OfferedMethod | undefined =>
  offer?.methods.find(({ method }) => method.id === facts.deliveryMethodId) ?? offer?.methods[0];

/** What was chosen for another postcode is forgotten, so that the cart is priced as it is shown. */
function knownMethod(facts: Facts, wanted: string | undefined): string | undefined {
  const offers = [...facts.ways.values()].flatMap(({ delivery }) => (delivery ? [delivery] : []));
  return offers.some((offer) => offer.zone.methods.some(({ id }) => id === wanted)) ? wanted : undefined;
}

/**
 * A cart with goods, prices, stock and dates as of now, and what changed since its goods were quoted. Nothing is written:
 * a risen price waits to be accepted, what ran out waits to be decided. A constant number of statements.
 */
export async function cartView(ctx: Ctx, cart: Cart, options: CartViewOptions = {}): Promise<CartShape> {
  const lines = options.lineIds ? cart.lines.filter((line) => options.lineIds?.includes(line.id)) : cart.lines;
  const market = options.market?.code === cart.market ? options.market : await getMarket(ctx, cart.market);
  const facts = await readFacts(ctx, market, lines, options);
  const sold = lines.filter((line) => isSold(facts, line));
  const { goods, codeProblem, deliveryProblem } = await priceSold(ctx, market, facts, sold, cart.couponCode, {
    postcode: options.postcode,
    deliveryMethodId: knownMethod(facts, options.deliveryMethodId),
  });
  const shown = lines.map((line) => showLine(facts, lines, line, goods));
  const deliveries = lines.filter((line) => line.way.method === 'delivery');
  const offered = offerOf(facts, deliveries);
  const mustAccept = shown.some((line) => line.price?.mustAccept);
  return {
    id: cart.id,
    version: cart.version,
    state: cart.state,
    market: cart.market,
    currency: cart.currency,
    lines: shown,
    changes: shown.flatMap(changesOf),
    code: cart.couponCode
      ? { code: cart.couponCode, isValid: codeProblem === undefined, detail: codeProblem ?? null }
      : null,
    totals: totalsOf(goods, cart.currency),
    deliveryOffer: offered && { rate: offered.method.rate, freeFrom: offered.method.freeFrom },
    deliveryMethod: offered && { id: offered.method.id, name: offered.method.name[ctx.language] },
    deliveryProblem: deliveryProblem ?? null,
    mustAccept,
    isOrderable:
      cart.state === 'open' &&
      shown.length > 0 &&
      !mustAccept &&
      deliveryProblem === undefined &&
      shown.every((line) => line.price !== null && line.stock.isEnough),
    asOf: facts.now.toISOString(),
  };
}

/** What a shopper without a cart sees: nothing yet, in the shop's currency. */
export function emptyCart(ctx: Ctx, market: Pick<Market, 'code' | 'currency'>): CartShape {
  return {
    id: null,
    version: 0,
    state: 'open',
    market: market.code,
    currency: market.currency,
    lines: [],
    changes: [],
    code: null,
    totals: totalsOf(undefined, market.currency),
    deliveryOffer: null,
    deliveryMethod: null,
    deliveryProblem: null,
    mustAccept: false,
    isOrderable: false,
    asOf: ctx.clock.now().toISOString(),
  };
}

async function readFacts(
  ctx: Ctx,
  market: Market,
  lines: readonly CartLine[],
  { postcode, deliveryMethodId }: CartViewOptions,
): Promise<Facts> {
  const variantIds = [...new Set(lines.map((line) => line.variantId))];
  const held = lines.flatMap((line) => (line.reservationId ? [line.reservationId] : []));
  const places = new Set(lines.flatMap((line) => (line.way.method === 'delivery' ? [] : [line.way.locationId])));
  const [variants, quotes, ways, locations, works] = await Promise.all([
    getVariants(ctx, variantIds),
    quotePrices(ctx, market.code, variantIds),
    variantIds.length > 0
      ? waysToGet(ctx, { variantIds, market: market.code, postcode, orUsual: true })
      : new Map<string, WaysToGet>(),
    getLocations(ctx, [...places]),
    fulfilmentsOfReservations(ctx, held),
  ]);
  const shortToSend = await readShortToSend(ctx, lines, ways);
  return {
    now: ctx.clock.now(),
    language: ctx.language,
    variants,
    quotes,
    ways,
    locations,
    works,
    shortToSend,
    deliveryMethodId,
  };
}

/**
 * Each line is sent from one place. Single pieces are plain from the sum of what there is; for more pieces the function
 * that will choose the sender is asked, so that the cart promises what checkout can keep.
 */
async function readShortToSend(
  ctx: Ctx,
  lines: readonly CartLine[],
  ways: ReadonlyMap<string, WaysToGet>,
): Promise<Map<string, number>> {
  const sent = lines.filter((line) => line.way.method === 'delivery' && line.reservationId === null);
  const short = new Map<string, number>();
  for (const { variantId } of sent) {
    const wanted = sent.filter((line) => line.variantId === variantId).reduce((sum, line) => sum + line.quantity, 0);
    const available = ways.get(variantId)?.delivery?.available ?? 0;
    if (wanted > available) short.set(variantId, available);
  }
  const open = sent.filter((line) => !short.has(line.variantId));
  if (open.every((line) => line.quantity === 1)) return short;
  const plan = await chooseSource(ctx, {
    demands: open.map((line) => ({ lineId: line.id, variantId: line.variantId, quantity: line.quantity })),
  });
  if (!plan.ok) {
    const shortfall = plan.details.shortfall as { variantId: string; available: number }[];
    for (const row of shortfall) short.set(row.variantId, row.available);
  }
  return short;
}

const isSold = (facts: Facts, line: CartLine): boolean =>
  facts.quotes.has(line.variantId) && facts.variants.get(line.variantId)?.archived === false;

interface Priced {
  goods: PricedGoods | undefined;
  codeProblem?: string | undefined;
  deliveryProblem?: string | undefined;
}

/** A code that ended or a postcode nobody drives to must not hide the cart: it is priced without, and told. */
async function priceSold(
  ctx: Ctx,
  market: Market,
  known: Pick<Facts, 'quotes' | 'variants'>,
  lines: readonly CartLine[],
  couponCode: string | null,
  sending: { postcode: string | undefined; deliveryMethodId: string | undefined },
): Promise<Priced> {
  if (lines.length === 0) return { goods: undefined };
  const priced = await priceGoods(ctx, { market, lines, couponCode, ...sending, known });
  if (priced.ok) return { goods: priced.value };
  const detail = priced.details.detail ?? priced.reason;
  if (priced.reason === 'promotion_code_invalid') {
    return { ...(await priceSold(ctx, market, known, lines, null, sending)), codeProblem: detail };
  }
  if (priced.reason === 'not_offered') {
    return { ...(await priceSold(ctx, market, known, lines, couponCode, nowhere)), deliveryProblem: detail };
  }
  const { variantId } = priced.details;
  return priceSold(
    ctx,
    market,
    known,
    lines.filter((line) => line.variantId !== variantId),
    couponCode,
    sending,
  );
}

const nowhere = { postcode: undefined, deliveryMethodId: undefined };

function showLine(
  facts: Facts,
  lines: readonly CartLine[],
  line: CartLine,
  goods: PricedGoods | undefined,
): CartLineShape {
  const place = line.way.method === 'delivery' ? undefined : facts.locations.get(line.way.locationId);
  const ways = facts.ways.get(line.variantId);
  const atPlace = place && ways?.places.find((candidate) => candidate.location.id === place.id);
  const hold = liveHold(facts, line);
  const method = methodOf(facts, ways?.delivery);
  return {
    id: line.id,
    quantity: line.quantity,
    variant: showCard(facts.variants.get(line.variantId), line.variantId, facts.language),
    way: {
      method: line.way.method,
      locationId: line.way.method === 'delivery' ? null : line.way.locationId,
      locationName: place?.name ?? null,
      city: place?.address.city ?? null,
    },
    price: showPrices(facts, line, goods),
    hold,
    holdEnded: line.holdEnded,
    stock: stockOf(facts, lines, line),
    delivery: line.way.method === 'delivery' && method ? { earliest: method.earliest, latest: method.latest } : null,
    readyAt: (hold && facts.works.get(hold.reservationId)?.promisedAt) ?? atPlace?.readyAt?.toISOString() ?? null,
  };
}

function liveHold(facts: Facts, line: CartLine): CartLineShape['hold'] {
  if (!line.reservationId || !line.heldUntil || new Date(line.heldUntil) <= facts.now) return null;
  return {
    reservationId: line.reservationId,
    until: line.heldUntil,
    stage: facts.works.get(line.reservationId)?.state ?? null,
  };
}

/** A variant's card; one that was lost for good still has its line. */
export function showCard(variant: VariantCard | undefined, variantId: string, language: Language): CardShape {
  return {
    id: variantId,
    productId: variant?.productId ?? variantId,
    sku: variant?.sku ?? '',
    slug: variant?.slug[language] ?? '',
    title: variant?.title[language] ?? '?',
    optionsText: variant?.optionsText[language] ?? '',
    pictureUrl: variant?.pictureUrl ?? null,
    archived: variant?.archived ?? true,
  };
}

function showPrices(facts: Facts, line: CartLine, goods: PricedGoods | undefined): CartLineShape['price'] {
  const quote = facts.quotes.get(line.variantId);
  const priced = goods?.priced.lines.find((candidate) => candidate.lineId === line.id);
  if (!quote || !priced) return null;
  const money = moneyIn(line.terms.unit.currency);
  const { unit, mustAccept } = payable(line.terms, quote.unit, facts.now);
  const byHand = line.discountByHand;
  return {
    quoted: line.terms.unit,
    current: quote.unit,
    payable: unit,
    validUntil: line.terms.validUntil,
    mustAccept,
    reduction: showPrice(quote, facts.language).reduction,
    byHand: byHand && { newUnit: byHand.newUnit, basisPoints: byHand.basisPoints },
    discount: money(priced.discount),
    gross: money(priced.gross),
    net: money(priced.net),
    tax: money(priced.tax),
    taxRateBp: priced.taxRateBp,
  };
}

/** Lines that want the same goods in the same way share what there is; what is held for a line is its own. */
function stockOf(facts: Facts, lines: readonly CartLine[], line: CartLine): CartLineShape['stock'] {
  if (!isSold(facts, line)) return { word: 'discontinued', available: 0, isEnough: false };
  const ways = facts.ways.get(line.variantId);
  const { way } = line;
  if (way.method === 'delivery') {
    const short = facts.shortToSend.get(line.variantId);
    const available = short ?? ways?.delivery?.available ?? 0;
    const word = ways?.delivery?.word ?? 'out_of_stock';
    return liveHold(facts, line)
      ? { word, available: Math.max(available, line.quantity), isEnough: true }
      : { word, available, isEnough: short === undefined };
  }
  const place = ways?.places.find((candidate) => candidate.location.id === way.locationId);
  const free = place?.available ?? 0;
  const word = place?.word ?? 'out_of_stock';
  if (liveHold(facts, line)) return { word, available: free + line.quantity, isEnough: true };
  const wanted = lines
    .filter(
      (other) =>
        other.variantId === line.variantId &&
        other.way.method !== 'delivery' &&
        other.way.locationId === way.locationId &&
        !liveHold(facts, other),
    )
    .reduce((sum, other) => sum + other.quantity, 0);
  return { word, available: free, isEnough: wanted <= free };
}

function changesOf(line: CartLineShape): CartChangeShape[] {
  const change = { lineId: line.id, oldUnit: null, newUnit: null, mustAccept: false, wanted: null, available: null };
  const changes: CartChangeShape[] = [];
  if (!line.price) changes.push({ ...change, what: 'not_sold' });
  else if (line.price.current.amount !== line.price.quoted.amount) {
    const { quoted: oldUnit, current: newUnit, mustAccept } = line.price;
    changes.push({ ...change, what: newUnit.amount > oldUnit.amount ? 'rose' : 'fell', oldUnit, newUnit, mustAccept });
  }
  if (line.price && !line.stock.isEnough) {
    changes.push({ ...change, what: 'ran_out', wanted: line.quantity, available: line.stock.available });
  }
  if (line.holdEnded && !line.hold) changes.push({ ...change, what: 'hold_ended' });
  return changes;
}

const moneyIn =
  (currency: string) =>
  (amount: number): Money => ({ amount, currency });

function totalsOf(goods: PricedGoods | undefined, currency: string): CartShape['totals'] {
  const money = moneyIn(currency);
  const delivery = goods?.orderLines.find((line) => line.kind === 'delivery');
  const totals = goods?.priced.totals ?? { gross: 0, net: 0, tax: 0, discount: 0 };
  return {
    goods: money(totals.gross - (delivery?.gross ?? 0)),
    delivery: delivery ? money(delivery.gross) : null,
    discount: money(totals.discount),
    gross: money(totals.gross),
    net: money(totals.net),
    tax: money(totals.tax),
    taxes: (goods?.priced.taxes ?? []).map(({ taxRateBp, gross, net, tax }) => ({
      taxRateBp,
      gross: money(gross),
      net: money(net),
      tax: money(tax),
    })),
  };
}

function offerOf(facts: Facts, deliveries: readonly CartLine[]): OfferedMethod | null {
  const offer = deliveries
    .map((line) => facts.ways.get(line.variantId)?.delivery)
    .find((candidate) => candidate !== undefined);
  return methodOf(facts, offer) ?? null;
}
