import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addDays, localDate, startOfDay } from '../../locations/index.ts';
import { getRetailer } from '../../settings/index.ts';
import { salesByDay } from './salesByDay.ts';

const days = 7;
/** What was placed just now may be on its way, and is no difference yet. */
const settledMs = 2 * 60_000;

/**
 * By how many orders of the last seven days, today included, ClickHouse differs from the order ledger, added up day by day: both engines
 * must tell the same. Undefined where the engine does not answer.
 */
export async function ordersApart(ctx: Ctx, analytics: Analytics): Promise<number | undefined> {
  const { zone } = await getRetailer(ctx);
  const to = new Date(ctx.clock.now().getTime() - settledMs);
  try {
    const { reconcile } = await salesByDay(ctx, analytics, {
      zone,
      from: startOfDay(zone, addDays(localDate(zone, to), 1 - days)),
      to,
    });
    return reconcile.differs.reduce((sum, day) => sum + Math.abs(day.ledgerOrders - day.shownOrders), 0);
  } catch (error) {
    if (error instanceof AppError && error.code === 'insight_unavailable') return undefined;
    throw error;
  }
}
