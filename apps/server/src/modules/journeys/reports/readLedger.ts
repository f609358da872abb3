import type { Ctx } from '../../../kernel/context.ts';
import { dailyTotals } from '../../orders/index.ts';
import type { Ledger } from './pathToPurchase.ts';
import type { ReportWindow } from './reportWindow.ts';

/** Orders and money of a window from the order ledger itself, summed per currency. */
export async function readLedger(ctx: Ctx, { from, to, zone }: ReportWindow): Promise<Ledger> {
  const days = await dailyTotals(ctx, { from: from.toISOString(), to: to.toISOString(), zone });
  const sums = new Map<string, number>();
  for (const { gross } of days) sums.set(gross.currency, (sums.get(gross.currency) ?? 0) + gross.amount);
  return {
    orders: days.reduce((sum, day) => sum + day.orders, 0),
    revenue: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ amount, currency })),
  };
}
