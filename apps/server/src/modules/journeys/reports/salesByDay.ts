import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import { addDays, localDate } from '../../locations/index.ts';
import { type DailyTotal, dailyTotals } from '../../orders/index.ts';
import { orderPlaced } from '../touchpoints/describeDomainEvent.ts';
import { askAnalytics } from './askAnalytics.ts';
import { dataAsOf } from './dataAsOf.ts';
import type { ReportWindow } from './reportWindow.ts';

/** Orders of one calendar day in one channel. */
export interface ChannelDay {
  /** YYYY-MM-DD in the retailer's zone. */
  day: string;
  channel: string;
  orders: number;
  /** One entry a currency. */
  revenue: Money[];
}

export interface SalesReport {
  definition: string;
  definitionVersion: number;
  unit: 'orders';
  zone: string;
  window: { from: string; to: string; days: number };
  /** As many days, right before. */
  previous: { from: string; to: string };
  days: ChannelDay[];
  previousDays: ChannelDay[];
  total: { orders: number; revenue: Money[] };
  previousTotal: { orders: number; revenue: Money[] };
  /** Placed in the window and cancelled since, by the ledger; they are in the figures. */
  cancelled: { orders: number; revenue: Money[] };
  reconcile: {
    ledgerOrders: number;
    ledgerRevenue: Money[];
    shownOrders: number;
    shownRevenue: Money[];
    /** Days on which the two differ. */
    differs: { day: string; ledgerOrders: number; shownOrders: number }[];
    agrees: boolean;
  };
  dataAsOf: string;
}

interface Row {
  day: string;
  channel: string;
  n: number;
  money: Record<string, number>;
}

const salesSql = `
with placed as (
  select order_id, at, channel, amount, currency from touchpoint
  where origin = 'domain' and kind = '${orderPlaced}' and at >= {from:DateTime64(3)} and at < {to:DateTime64(3)}
  limit 1 by order_id)
select toString(toDate(at, {zone:String})) as day, channel, toUInt32(count()) as n, sumMap(map(currency, amount)) as money
from placed group by day, channel order by day, n desc, channel`;

/**
 * Orders and money by calendar day and channel of the contract, beside the days before, held against the order ledger day
 * by day. Money in minor units per currency; gross, cancelled orders included. Throws insight_unavailable.
 */
export async function salesByDay(ctx: Ctx, analytics: Analytics, window: ReportWindow): Promise<SalesReport> {
  const asOf = await dataAsOf(ctx);
  const { from, to, zone } = window;
  const first = localDate(zone, from);
  const last = localDate(zone, new Date(to.getTime() - 1));
  const days = daysBetween(first, last);
  const earlier = { from: addDays(first, -days), to: addDays(first, -1) };
  const before = new Date(from.getTime() - (days + 1) * 86_400_000);
  const [rows, ledger] = await Promise.all([
    askAnalytics<Row>(ctx, analytics, salesSql, { from: before, to, zone }),
    dailyTotals(ctx, { from: from.toISOString(), to: to.toISOString(), zone }),
  ]);
  const all = rows.map(({ day, channel, n, money }) => ({ day, channel, orders: n, revenue: toMoney(money) }));
  const shown = all.filter((row) => row.day >= first);
  const previous = all.filter((row) => row.day >= earlier.from && row.day <= earlier.to);
  const total = { orders: ordersOf(shown), revenue: sum(shown.flatMap((row) => row.revenue)) };
  return {
    definition:
      'Every order by the calendar day on which it was placed and the channel in which the contract was made (a contract made on the premises is the store’s, whoever typed it in). Revenue is the gross total of the order, delivery and tax included, at the moment of placing; an order that was cancelled later stays in, and is told beside. Computed on all orders, no sample.',
    definitionVersion: 1,
    unit: 'orders',
    zone,
    window: { from: first, to: last, days },
    previous: earlier,
    days: shown,
    previousDays: previous,
    total,
    previousTotal: { orders: ordersOf(previous), revenue: sum(previous.flatMap((row) => row.revenue)) },
    cancelled: {
      orders: ledger.reduce((count, row) => count + row.cancelledOrders, 0),
      revenue: sum(ledger.map((row) => row.cancelledGross)).filter((money) => money.amount !== 0),
    },
    reconcile: reconcile(ledger, shown, total),
    dataAsOf: asOf.toISOString(),
  };
}

const daysBetween = (first: string, last: string) =>
  Math.round((Date.parse(`${last}T12:00:00Z`) - Date.parse(`${first}T12:00:00Z`)) / 86_400_000) + 1;

const ordersOf = (rows: readonly { orders: number }[]) => rows.reduce((count, row) => count + row.orders, 0);

const toMoney = (money: Record<string, number>): Money[] =>
  Object.entries(money).map(([currency, amount]) => ({ amount: Number(amount), currency }));

function sum(moneys: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of moneys) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ amount, currency }));
}

function reconcile(
  ledger: readonly DailyTotal[],
  shown: readonly ChannelDay[],
  total: SalesReport['total'],
): SalesReport['reconcile'] {
  const days = new Set([...ledger.map((row) => row.day), ...shown.map((row) => row.day)]);
  const differs = [...days].sort().flatMap((day) => {
    const ledgerOrders = ordersOf(ledger.filter((row) => row.day === day));
    const shownOrders = ordersOf(shown.filter((row) => row.day === day));
    return ledgerOrders === shownOrders ? [] : [{ day, ledgerOrders, shownOrders }];
  });
  const ledgerRevenue = sum(ledger.map((row) => row.gross));
  return {
    ledgerOrders: ordersOf(ledger),
    ledgerRevenue,
    shownOrders: total.orders,
    shownRevenue: total.revenue,
    differs,
    agrees: differs.length === 0 && JSON.stringify(ledgerRevenue) === JSON.stringify(total.revenue),
  };
}
