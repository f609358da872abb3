import { type Static, Type } from 'typebox';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Strict } from '../../kernel/schemas.ts';
import { findHandoffByToken } from '../../modules/carts/index.ts';
import { getVariants, searchProducts, variantsBySku } from '../../modules/catalogue/index.ts';
import { searchCustomers, subjectsOfMany, summariseCustomer } from '../../modules/customers/index.ts';
import { workOfSubjects } from '../../modules/fulfilment/index.ts';
import { quotePrices } from '../../modules/pricing/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { availability } from '../../modules/stock/index.ts';
import { CardShape } from '../cartShape.ts';
import { showCard } from '../cartView.ts';
import { DeskShape, handOverDesk } from '../handOverDesk.ts';
import { PriceShape, showPrice } from '../shapes.ts';
import { showWorkRows, WorkRow } from './floorQueue.ts';
import { mayBeCode, readScan } from './readScan.ts';

const Contact = Nullable(Strict({ masked: Type.String(), state: Type.String() }));

const GoodsFound = Strict({
  variant: CardShape,
  gtin: Nullable(Type.String()),
  price: Nullable(PriceShape),
  freeHere: Type.Integer(),
  freeElsewhere: Type.Integer(),
});

const Found = Strict({
  /** What the code is by itself; none: words to search by, in the lists below. */
  exact: Type.String({ description: 'work, cart, order, goods, customer, none' }),
  /** For work, cart and order: what the desk makes of it. */
  desk: Nullable(DeskShape),
  goods: Type.Array(GoodsFound),
  customers: Type.Array(
    Strict({ id: Id, name: Nullable(Type.String()), verified: Type.Boolean(), email: Contact, phone: Contact }),
  ),
  /** Open and past work here for the customers found. */
  works: Type.Array(WorkRow),
});
type Found = Static<typeof Found>;

const nothing: Found = { exact: 'none', desk: null, goods: [], customers: [], works: [] };

/**
 * One field for everything a scanner reads or a person types: the code of a pickup or hold, an order's number, the QR of a
 * cart, a bar code, an SKU, a phone, an e-mail, a name, words for goods. The answer says what it is.
 */
async function floorFind(ctx: Ctx, input: { text: string; locationId: string }): Promise<Found> {
  if (!mayActAt(ctx.actor, input.locationId)) throw new AppError('wrong_location');
  const scan = readScan(input.text);
  if (scan.kind === 'link') {
    const handoff = await findHandoffByToken(ctx, scan.token);
    return handoff.ok ? byCode(ctx, handoff.value.code, input.locationId) : nothing;
  }
  if (scan.kind === 'gtin') return goodsBy(ctx, scan.gtin, input.locationId, 'only exact');
  const { text } = scan;
  if (text.length < 2) return nothing;
  const sku = (await variantsBySku(ctx, [text, text.toUpperCase()])).values().next().value;
  if (sku) return { ...nothing, exact: 'goods', goods: await showGoods(ctx, [sku.id], input.locationId) };
  if (mayBeCode(text)) {
    const found = await byCode(ctx, text, input.locationId);
    if (found.exact !== 'none') return found;
  }
  const [people, goods] = await Promise.all([
    searchCustomers(ctx, text),
    goodsBy(ctx, text, input.locationId, 'words'),
  ]);
  const shown = people.slice(0, 8).map((customer) => {
    const { id, name, verified, email, phone } = summariseCustomer(customer);
    return { id, name, verified, email, phone };
  });
  const subjects = await subjectsOfMany(
    ctx,
    shown.map((person) => person.id),
  );
  const works = await workOfSubjects(ctx, {
    locationId: input.locationId,
    subjectIds: [...subjects.values()].flat(),
    limit: 12,
  });
  const isContact = text.includes('@') || /^[+\d][\d\s().-]{5,}$/.test(text);
  return {
    exact: isContact && shown.length === 1 ? 'customer' : goods.exact,
    desk: null,
    goods: isContact ? [] : goods.goods,
    customers: shown,
    works: await showWorkRows(ctx, works),
  };
}

async function byCode(ctx: Ctx, code: string, locationId: string): Promise<Found> {
  const desk = await handOverDesk(ctx, { code, locationId });
  if (desk.verdict === 'unknown') return nothing;
  const exact = desk.cart ? 'cart' : desk.fulfilmentId ? 'work' : desk.orderId ? 'order' : 'work';
  return { ...nothing, exact, desk };
}

async function goodsBy(ctx: Ctx, query: string, locationId: string, how: 'only exact' | 'words'): Promise<Found> {
  const found = await searchProducts(ctx, { query, language: ctx.language, limit: how === 'words' ? 8 : 2 });
  const goods = await showGoods(
    ctx,
    found.hits.map((hit) => hit.variantId),
    locationId,
  );
  if (how === 'words') return { ...nothing, goods };
  const same = goods.filter((one) => one.gtin !== null && one.gtin.padStart(14, '0') === query.padStart(14, '0'));
  return same.length > 0 ? { ...nothing, exact: 'goods', goods: same.slice(0, 1) } : nothing;
}

async function showGoods(ctx: Ctx, variantIds: string[], locationId: string): Promise<Found['goods']> {
  const market = (await getRetailer(ctx)).defaultMarket;
  const [variants, quotes, levels] = await Promise.all([
    getVariants(ctx, variantIds),
    quotePrices(ctx, market, variantIds),
    availability(ctx, { variantIds }),
  ]);
  return variantIds.flatMap((id) => {
    const variant = variants.get(id);
    if (!variant) return [];
    const quote = quotes.get(id);
    const own = levels.filter((level) => level.variantId === id);
    const free = (here: boolean) =>
      own
        .filter((level) => (level.locationId === locationId) === here)
        .reduce((sum, level) => sum + level.available, 0);
    return [
      {
        variant: showCard(variant, id, ctx.language),
        gtin: variant.gtin,
        price: quote ? showPrice(quote, ctx.language) : null,
        freeHere: free(true),
        freeElsewhere: free(false),
      },
    ];
  });
}

export const floorFindRoute = route({
  method: 'GET',
  path: '/api/staff/floor/find',
  summary: 'What a scan or a typed text is here: work, cart, order, goods, customer',
  tag: 'floor',
  audience: staff('associate', 'manager', 'admin'),
  // Scanners are quick; guessing short codes must not be.
  perMinute: 240,
  query: Strict({ text: Type.String({ minLength: 1, maxLength: 400 }), locationId: Id }),
  response: Found,
  handle: (ctx, { query }) => floorFind(ctx, query),
});
