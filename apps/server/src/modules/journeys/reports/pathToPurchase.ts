import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import { askAnalytics } from './askAnalytics.ts';
import { dataAsOf } from './dataAsOf.ts';
import { pathSql } from './pathSql.ts';
import { wilson95 } from './wilson.ts';

/** Orders and money of the window as the order ledger has them; one entry a currency. */
export interface Ledger {
  orders: number;
  revenue: Money[];
}

export interface PathRow {
  /** Channels in order, repeats collapsed, ending with the channel of the purchase or of the hand-over. */
  path: string[];
  orders: number;
  revenue: Money[];
  /** Of all orders of the report, 0 to 1; null below 30 orders: too few for a rate. */
  share: number | null;
  /** Wilson, 95 %. */
  shareInterval: [number, number] | null;
  /** Days from the first touchpoint in the window to the order; the middle order's. */
  medianDays: number | null;
}

export interface PathReport {
  definition: string;
  definitionVersion: number;
  unit: 'orders';
  window: { from: string; to: string; days: number };
  /** Orders behind the report. */
  n: number;
  tooFewForShares: boolean;
  paths: PathRow[];
  /** All other paths together, so that the rows add up. */
  other: Omit<PathRow, 'path'> & { distinctPaths: number };
  /** Orders before which no touchpoint is known: no consent, no identity, or a stranger at the till. */
  withoutTouchpoints: { orders: number; revenue: Money[] };
  total: { orders: number; revenue: Money[] };
  reconcile: Reconciliation;
  dataAsOf: string;
}

export interface Reconciliation {
  ledgerOrders: number;
  ledgerRevenue: Money[];
  inPaths: number;
  withoutTouchpoints: number;
  /** Ledger minus report: on their way while data is not up to date, else a fault to look into. */
  missingOrders: number;
  missingRevenue: Money[];
  agrees: boolean;
}

export interface PathQuestion {
  from: Date;
  to: Date;
  windowDays: number;
  limit: number;
  ledger: Ledger;
}

/** Fewer orders than this carry no rate. */
const fewest = 30;

interface Row {
  kind: 'path' | 'other' | 'none';
  channels: string[];
  n: number;
  distinct_paths: number;
  money: Record<string, number>;
  median_days: number | null;
}

/**
 * How customers came to their orders: for every order placed from `from` (inclusive) to `to` (exclusive), the channels in
 * which its customer met us in the `windowDays` before. Money is in minor units, per currency. Held against the order
 * ledger, which the caller gives. Throws insight_unavailable.
 */
export async function pathToPurchase(ctx: Ctx, analytics: Analytics, question: PathQuestion): Promise<PathReport> {
  const asOf = await dataAsOf(ctx);
  const { from, to, windowDays, limit } = question;
  const rows = await askAnalytics<Row>(ctx, analytics, pathSql, { from, to, windowDays, limit });
  const n = ordersOf(rows);
  const all = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  const paths = all('path').map((row) => ({ path: row.channels, ...figures([row], n) }));
  const others = all('other');
  const none = all('none');
  const total = { orders: n, revenue: revenueOf(rows) };
  return {
    definition: definitionOf(windowDays),
    definitionVersion: 1,
    unit: 'orders',
    window: { from: from.toISOString(), to: to.toISOString(), days: windowDays },
    n,
    tooFewForShares: n < fewest,
    paths,
    other: { ...figures(others, n), distinctPaths: others.reduce((sum, row) => sum + row.distinct_paths, 0) },
    withoutTouchpoints: { orders: ordersOf(none), revenue: revenueOf(none) },
    total,
    reconcile: reconcile(question.ledger, total, n - ordersOf(none), ordersOf(none)),
    dataAsOf: asOf.toISOString(),
  };
}

const ordersOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.n, 0);

function revenueOf(rows: readonly Row[]): Money[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    for (const [currency, amount] of Object.entries(row.money)) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ amount, currency }));
}

function figures(rows: readonly Row[], n: number): Omit<PathRow, 'path'> {
  const orders = ordersOf(rows);
  const enough = n >= fewest;
  return {
    orders,
    revenue: revenueOf(rows),
    share: enough ? orders / n : null,
    shareInterval: enough ? (wilson95(orders, n) ?? null) : null,
    medianDays: rows[0]?.median_days ?? null,
  };
}

function reconcile(ledger: Ledger, total: Ledger, inPaths: number, withoutTouchpoints: number): Reconciliation {
  const missing = new Map(ledger.revenue.map((money) => [money.currency, money.amount]));
  for (const { currency, amount } of total.revenue) missing.set(currency, (missing.get(currency) ?? 0) - amount);
  const missingRevenue = [...missing].flatMap(([currency, amount]) => (amount === 0 ? [] : [{ amount, currency }]));
  const missingOrders = ledger.orders - total.orders;
  return {
    ledgerOrders: ledger.orders,
    ledgerRevenue: ledger.revenue,
    inPaths,
    withoutTouchpoints,
    missingOrders,
    missingRevenue,
    agrees: missingOrders === 0 && missingRevenue.length === 0,
  };
}

const definitionOf = (windowDays: number) =>
  `For every order placed in the period, whatever became of it: the channels in which its customer met us in the ${windowDays} days before, in the order of time, repeats in a row told once, then the channel of the purchase, and the store where the goods were handed over there. A customer is all identities now known to be one person. A visit of web or app counts where it begins (after 30 minutes of silence, or with another campaign) as the channel that brought it and then as the shop's own; a message, an answered call, a click on one of our links and a store visit count as theirs. What staff do inside a conversation belongs to the conversation; robots that name themselves do not count. Computed on all touchpoints, no sample.`;
