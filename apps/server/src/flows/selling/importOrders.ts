import { createHash } from 'node:crypto';
import { asSystem, type Channel, type Ctx } from '../../kernel/context.ts';
import { inTransaction, violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { taxInGross } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/result.ts';
import { type VariantCard, variantsBySku } from '../../modules/catalogue/index.ts';
import { claimIdentifiers, nameCustomer, openSubject, splitName } from '../../modules/customers/index.ts';
import {
  type Address,
  type Contact,
  createOrder,
  importedOrders,
  markImported,
  type NewOrderLine,
  type Order,
  settleLines,
  transitionOrder,
} from '../../modules/orders/index.ts';
import { recordTakenElsewhere, type TakenElsewhere } from '../../modules/payments/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { commitReservations, releaseReservations } from '../../modules/stock/index.ts';
import { openWork } from './openWork.ts';
import type { GoodsLine } from './priceGoods.ts';
import { type Part, takeStock } from './takeStock.ts';

export interface ImportedOrder {
  /** Its id in the other system. */
  externalId: string;
  /** `history`: it is over, and touches no stock. `live`: its goods are taken now, and it becomes work. */
  mode: 'history' | 'live';
  placedAt: string;
  channel: Channel;
  /** Whom to write to about it; what is not said is the customer's. */
  contact?: Contact | undefined;
  /** Who bought it, as the other system says: claims of a person of its own, which link to nobody. */
  customer?: Contact | undefined;
  /** What the other system took for it; what is not listed here cannot be given back from here. */
  payments?: readonly TakenElsewhere[] | undefined;
  deliveryAddress?: Address | undefined;
  /** Gross, in minor units of the home market. */
  lines: { sku: string; quantity: number; unit: number; discount?: number | undefined; taxRateBp: number }[];
}

/** What became of each, in the order they were sent. */
export interface ImportVerdict {
  externalId: string;
  result: 'created' | 'known' | 'refused';
  orderId: string | null;
  number: string | null;
  code: string | null;
  detail: string | null;
}

/**
 * Brings orders of other systems in, one transaction each: what was imported before is known by its id there and left as it
 * is, what cannot be imported is named and stops no other. The other system took the money.
 */
export async function importOrders(
  ctx: Ctx,
  input: { source: string; orders: readonly ImportedOrder[] },
): Promise<ImportVerdict[]> {
  const known = await importedOrders(
    ctx,
    input.source,
    input.orders.map((order) => order.externalId),
  );
  const variants = await variantsBySku(ctx, [
    ...new Set(input.orders.flatMap(({ lines }) => lines.map(({ sku }) => sku))),
  ]);
  const verdicts: ImportVerdict[] = [];
  for (const order of input.orders) {
    const before = known.get(order.externalId);
    const verdict = before ? told(order, 'known', before) : await importOne(ctx, input.source, order, variants);
    verdicts.push(verdict);
    if (verdict.orderId && verdict.number)
      known.set(order.externalId, { orderId: verdict.orderId, number: verdict.number });
  }
  return verdicts;
}

const told = (
  order: ImportedOrder,
  result: 'created' | 'known',
  as: { orderId: string; number: string },
): ImportVerdict => ({ externalId: order.externalId, result, ...as, code: null, detail: null });

const refused = (order: ImportedOrder, code: string, detail: string): ImportVerdict => ({
  externalId: order.externalId,
  result: 'refused',
  orderId: null,
  number: null,
  code,
  detail,
});

async function importOne(
  ctx: Ctx,
  source: string,
  order: ImportedOrder,
  variants: ReadonlyMap<string, VariantCard>,
): Promise<ImportVerdict> {
  const unknown = order.lines.filter(({ sku }) => !variants.has(sku)).map(({ sku }) => sku);
  if (unknown.length > 0) return refused(order, 'not_found', `These are in no catalogue here: ${unknown.join(', ')}.`);
  if (order.lines.some((line) => (line.discount ?? 0) > line.unit * line.quantity))
    return refused(order, 'invalid_amount', 'A discount is more than its line.');
  if (order.mode === 'live' && !order.deliveryAddress)
    return refused(order, 'invalid_request', 'What is still to be sent needs an address.');
  const twice = repeated((order.payments ?? []).flatMap(({ externalId }) => externalId ?? []));
  if (twice) return refused(order, 'invalid_request', `The payment ${twice} is there twice.`);
  const system = { ...asSystem(ctx, 'order-import'), channel: order.channel };
  const lines = order.lines.map((line) => ({
    ...line,
    id: ctx.newId(),
    variant: variants.get(line.sku) as VariantCard,
  }));
  const taken = order.mode === 'live' ? await take(system, source, order, lines) : [];
  if (taken instanceof Refusal)
    return refused(order, taken.reason, taken.details.detail ?? 'There is not enough of it to be sent.');
  try {
    const written = await inTransaction(system, (tx) => write(tx, source, order, lines, taken));
    return told(order, 'created', { orderId: written.id, number: written.number });
  } catch (error) {
    await giveBack(system, taken);
    // Imported by somebody else this very moment.
    if (violatedConstraint(error) === 'imported_once') {
      const twin = (await importedOrders(ctx, source, [order.externalId])).get(order.externalId);
      if (twin) return told(order, 'known', twin);
    }
    if (error instanceof AppError) return refused(order, error.code, error.message);
    throw error;
  }
}

const repeated = (ids: readonly string[]) => ids.find((id, n) => ids.indexOf(id) !== n);

type Line = ImportedOrder['lines'][number] & { id: string; variant: VariantCard };

async function take(ctx: Ctx, source: string, order: ImportedOrder, lines: readonly Line[]): Promise<Part[] | Refusal> {
  const market = await getHomeMarket(ctx);
  const parts = await takeStock(ctx, {
    ownerKey: `import:${source}:${order.externalId}`,
    subjectId: undefined,
    market: market.code,
    lines: lines.map(
      (line): GoodsLine => ({
        id: line.id,
        variantId: line.variant.id,
        quantity: line.quantity,
        way: { method: 'delivery' },
        terms: undefined,
        discountByHand: null,
        reservationId: null,
        advisedBy: null,
        heldBy: null,
      }),
    ),
  });
  return parts.ok ? parts.value : parts;
}

async function giveBack(ctx: Ctx, parts: readonly Part[]): Promise<void> {
  if (parts.length === 0) return;
  const ids = parts.map((part) => part.reservationId);
  await inTransaction(ctx, (tx) => releaseReservations(tx, ids, 'superseded'));
}

async function write(
  tx: Ctx,
  source: string,
  order: ImportedOrder,
  lines: readonly Line[],
  parts: Part[],
): Promise<Order> {
  const market = await getHomeMarket(tx);
  // It happened when it happened: then nobody is mailed about what is long over, and reports count it on its day.
  const at = new Date(order.placedAt);
  const then: Ctx = { ...tx, clock: { ...tx.clock, now: () => at } };
  const reservationOf = new Map(parts.flatMap((part) => part.lineIds.map((id) => [id, part.reservationId])));
  const subjectId = order.customer && (await openBuyer(tx, source, order, order.customer));
  const { order: created } = await createOrder(then, {
    subjectId,
    market: market.code,
    currency: market.currency,
    contact: { ...order.customer, ...order.contact },
    deliveryAddress: order.deliveryAddress,
    channel: order.channel,
    contractMadeAt: { place: 'distance' },
    lines: lines.map((line) => toOrderLine(line, reservationOf.get(line.id) ?? null)),
  });
  await markImported(tx, { source, externalId: order.externalId, orderId: created.id });
  if (parts.length > 0) must(await commitReservations(tx, [...new Set(reservationOf.values())], undefined));
  must(
    await recordTakenElsewhere(tx, {
      orderId: created.id,
      orderTotal: created.totals.gross,
      subjectId,
      key: `import:${source}:${order.externalId}`,
      payments: order.payments ?? [],
    }),
  );
  const paid = must(
    await transitionOrder(then, { orderId: created.id, to: 'paid', reason: `imported from ${source}` }),
  );
  if (order.mode === 'live') {
    await openWork(tx, paid, parts);
    return paid;
  }
  return must(
    await settleLines(then, { orderId: created.id, lineIds: created.lines.map((line) => line.id), to: 'fulfilled' }),
  );
}

/**
 * A person of this order alone: what another system says about its customers is a hint for staff, and two orders with one
 * e-mail are not thereby one person's.
 */
async function openBuyer(tx: Ctx, source: string, order: ImportedOrder, customer: Contact): Promise<string> {
  const anonymousId = createHash('sha256')
    .update(JSON.stringify([source, order.externalId]))
    .digest('base64url');
  const { subjectId, customerId } = await openSubject(tx, { source: 'order_import', anonymousId });
  await claimIdentifiers(tx, [
    ...(customer.email ? [{ subjectId, kind: 'email' as const, value: customer.email, source: 'order_import' }] : []),
    ...(customer.phone ? [{ subjectId, kind: 'phone' as const, value: customer.phone, source: 'order_import' }] : []),
  ]);
  if (customer.name?.trim())
    await nameCustomer(tx, { customerId, subjectId, ...splitName(customer.name), source: 'order_import' });
  return subjectId;
}

function toOrderLine(line: Line, reservationId: string | null): NewOrderLine {
  const discount = line.discount ?? 0;
  const gross = line.unit * line.quantity - discount;
  const { net, tax } = taxInGross(gross, line.taxRateBp);
  return {
    variantId: line.variant.id,
    quantity: line.quantity,
    unit: line.unit,
    discount,
    net,
    tax,
    gross,
    taxRateBp: line.taxRateBp,
    way: { method: 'delivery' },
    reservationId,
    snapshot: { sku: line.sku, title: line.variant.title, options: line.variant.optionsText },
  };
}

function must<T>(result: { ok: true; value: T } | Refusal): T {
  if (result instanceof Refusal) throw new AppError(result.reason, result.details);
  return result.value;
}
