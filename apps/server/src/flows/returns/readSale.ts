import { asSystem, type Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { getVariants, listCategories } from '../../modules/catalogue/index.ts';
import { type Fulfilment, fulfilmentsOfOrders } from '../../modules/fulfilment/index.ts';
import { getOrder, type Order, type OrderLine } from '../../modules/orders/index.ts';
import { type Payment, paymentsOf } from '../../modules/payments/index.ts';
import {
  applicableRules,
  type Return,
  type ReturnPolicy,
  type RuleAnswer,
  readPolicy,
  returnsOfOrders,
  shareOfUnits,
  unitsOf,
} from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { whyNotCancel, workOf } from '../orders/cancelPolicy.ts';

export interface SaleLine {
  line: OrderLine & { variantId: string };
  /** When the customer got it; null = not yet. */
  hadAt: Date | null;
  returned: number;
  returnable: number;
  /** Pieces that have not left the house: they can be taken off the order. */
  cancellable: number;
  /** What the next pieces are worth, one by one. */
  worth: Money[];
  rules: RuleAnswer[];
}

/** A sale of any channel as a counter, a warehouse and the customer see it when something of it comes back. */
export interface Sale {
  order: Order;
  policy: ReturnPolicy;
  zone: string;
  /** When the last parcel came; null = something is still on its way. */
  possessedAt: Date | null;
  lines: SaleLine[];
  payments: Payment[];
  returns: Return[];
}

/**
 * Reads as the system: goods come back to any counter, whoever sold them. What of it a caller may see is the caller's to
 * say. A constant number of statements.
 *
 * @param at the instant whose rules are asked for, where that is not now
 * @throws AppError not_found
 */
export async function readSale(ctx: Ctx, orderId: string, at?: Date): Promise<Sale> {
  const system = asSystem(ctx, 'returns');
  const order = await getOrder(system, orderId);
  const policy = await readPolicy(system);
  const { zone } = await getRetailer(system);
  const work = (await fulfilmentsOfOrders(system, [orderId])).get(orderId) ?? [];
  const units = await unitsOf(system, [orderId]);
  const goods = order.lines.flatMap((line) =>
    line.kind === 'goods' && line.variantId && line.state !== 'cancelled'
      ? [{ ...line, variantId: line.variantId }]
      : [],
  );
  const had = new Map(goods.map((line) => [line.id, hadAt(order, line, work, policy)]));
  const times = goods.map((line) => had.get(line.id) ?? null);
  const possessedAt = times.every((time) => time !== null)
    ? new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)))
    : null;
  const categories = policy.exceptions.length > 0 ? await categoriesOf(system, goods) : new Map<string, string[]>();
  const now = at ?? ctx.clock.now();
  const lines = goods.map((line): SaleLine => {
    const unit = units.get(line.id);
    const returned = unit?.claimed ?? 0;
    const returnable = isOut(line, work) ? line.quantity - returned : 0;
    const cancellable = !isOut(line, work) && !whyNotCancel(line, work, 'staff') ? line.quantity - returned : 0;
    const rules = applicableRules(
      {
        contractPlace: order.contractMadeAt.place,
        contractAt: new Date(order.contractMadeAt.at),
        possessedAt,
        hadAt: had.get(line.id) ?? null,
        categoryIds: categories.get(line.variantId) ?? [],
      },
      policy,
      now,
      zone,
    );
    const settled = unit?.settled ?? 0;
    const worth = Array.from({ length: Math.min(returnable, 100) }, (_, n) => ({
      amount: shareOfUnits(line.gross.amount, line.quantity, settled + n, 1),
      currency: order.currency,
    }));
    return { line, hadAt: had.get(line.id) ?? null, returned, returnable, cancellable, worth, rules };
  });
  return {
    order,
    policy,
    zone,
    possessedAt,
    lines,
    payments: (await paymentsOf(system, [orderId])).get(orderId) ?? [],
    returns: (await returnsOfOrders(system, [orderId])).get(orderId) ?? [],
  };
}

/** With the customer, or on the way to them. */
const isOut = (line: OrderLine, work: readonly Fulfilment[]): boolean =>
  line.state === 'fulfilled' || (line.state === 'open' && workOf(line.id, work)?.state === 'shipped');

/** Handed over is had; a parcel is had some days after it left, in the customer's favour, unless somebody knows better. */
function hadAt(order: Order, line: OrderLine, work: readonly Fulfilment[], policy: ReturnPolicy): Date | null {
  if (!isOut(line, work)) return null;
  const own = work.filter(
    (one) =>
      one.doneAt !== null &&
      (one.lines.some((part) => part.orderLineId === line.id) ||
        (line.reservationId !== null && one.reservationId === line.reservationId)),
  );
  const times = own.map(
    (one) => Date.parse(one.doneAt ?? '') + (one.kind === 'ship' ? policy.parcelDays * 86_400_000 : 0),
  );
  return times.length > 0 ? new Date(Math.max(...times)) : new Date(order.completedAt ?? order.placedAt);
}

/** Of variants, their categories from the top down. */
async function categoriesOf(ctx: Ctx, goods: readonly { variantId: string }[]): Promise<Map<string, string[]>> {
  const variants = await getVariants(
    ctx,
    goods.map((line) => line.variantId),
  );
  const parents = new Map((await listCategories(ctx, { withArchived: true })).map((one) => [one.id, one.parentId]));
  return new Map(
    [...variants].map(([id, variant]) => {
      const chain: string[] = [];
      for (let at: string | null | undefined = variant.categoryId; at && !chain.includes(at); at = parents.get(at))
        chain.unshift(at);
      return [id, chain];
    }),
  );
}
