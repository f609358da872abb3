import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { taxInGross } from '../../kernel/money.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { addDays, getLocations, startOfDay } from '../../modules/locations/index.ts';
import { getOrders } from '../../modules/orders/index.ts';
import { blindReturnsBetween, settledBetween } from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';

/** A line of the separate record of returns (Polish regulation of 29 April 2019 on cash registers, § 3). */
export interface RecordLine {
  protocol: string;
  /** null: nobody knows which sale it was. */
  soldAt: string | null;
  returnedAt: string;
  goods: string;
  sku: string;
  quantity: number;
  /** Minor units. */
  gross: number;
  tax: number;
  taxRateBp: number;
  currency: string;
  /** The number of the sale. */
  proof: string | null;
  place: string;
}

const most = 5_000;
const daysAtMost = 366;

/**
 * Everything that came back and was paid back within days of the calendar, delivery that was given back among it; of the
 * caller's locations. A constant number of statements.
 *
 * @throws AppError invalid_request
 */
export async function readRecord(ctx: Ctx, days: { from: string; to: string }): Promise<RecordLine[]> {
  const { zone } = await getRetailer(ctx);
  const [from, to] = [startOfDay(zone, days.from), startOfDay(zone, addDays(days.to, 1))];
  if (from >= to || to.getTime() - from.getTime() > (daysAtMost + 1) * 86_400_000)
    throw new AppError('invalid_request', { detail: 'Ask for at least a day and at most a year.' });
  const system = asSystem(ctx, 'returns');
  const returns = await settledBetween(ctx, from, to, most);
  const { actor } = ctx;
  const blind = await blindReturnsBetween(ctx, {
    from,
    to,
    locationIds: actor.kind === 'staff' && actor.role !== 'admin' ? actor.locationIds : 'all',
    limit: most,
  });
  const orders = await getOrders(system, [...new Set(returns.map((it) => it.orderId))]);
  const variants = await getVariants(system, [
    ...new Set([...returns, ...blind].flatMap((it) => it.lines.map((line) => line.variantId))),
  ]);
  const places = await getLocations(system, [
    ...new Set([...returns, ...blind].flatMap((it) => (it.locationId ? [it.locationId] : []))),
  ]);
  const goodsOf = (variantId: string) => {
    const variant = variants.get(variantId);
    const title = variant ? `${variant.title[ctx.language]}, ${variant.optionsText[ctx.language]}` : '?';
    return { goods: title, sku: variant?.sku ?? '' };
  };
  const lines = returns.flatMap((it): RecordLine[] => {
    const order = orders.get(it.orderId);
    const common = {
      protocol: it.number,
      soldAt: order?.placedAt ?? null,
      returnedAt: it.receivedAt ?? it.settledAt ?? it.announcedAt,
      currency: it.currency,
      proof: it.orderNumber,
      place: (it.locationId && places.get(it.locationId)?.name) || '',
    };
    const of = (gross: number, rate: number) => ({ gross, tax: taxInGross(gross, rate).tax, taxRateBp: rate });
    const delivery = order?.lines.find((line) => line.kind === 'delivery');
    return [
      ...it.lines
        .filter((line) => (line.amount?.amount ?? 0) > 0)
        .map((line) => ({
          ...common,
          ...goodsOf(line.variantId),
          quantity: line.quantity,
          ...of(line.amount?.amount ?? 0, order?.lines.find((one) => one.id === line.orderLineId)?.taxRateBp ?? 0),
        })),
      ...(it.deliveryAmount.amount > 0
        ? [
            {
              ...common,
              goods: '',
              sku: 'delivery',
              quantity: 1,
              ...of(it.deliveryAmount.amount, delivery?.taxRateBp ?? 0),
            },
          ]
        : []),
    ];
  });
  const without = blind.flatMap((it) =>
    it.lines.map(
      (line): RecordLine => ({
        protocol: it.number,
        soldAt: null,
        returnedAt: it.takenAt,
        ...goodsOf(line.variantId),
        quantity: line.quantity,
        gross: line.amount,
        tax: taxInGross(line.amount, line.taxRateBp).tax,
        taxRateBp: line.taxRateBp,
        currency: it.total.currency,
        proof: null,
        place: places.get(it.locationId)?.name ?? '',
      }),
    ),
  );
  return [...lines, ...without].sort((a, b) => a.returnedAt.localeCompare(b.returnedAt));
}
