import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addDays, isDate, localDate, startOfDay } from '../../locations/index.ts';
import { getRetailer } from '../../settings/index.ts';

export interface ReportWindow {
  zone: string;
  from: Date;
  /** Exclusive: the start of the day after the last. */
  to: Date;
}

const defaultDays = 30;

/**
 * Calendar days in the retailer's zone, both ends included; without dates the thirty days up to yesterday, because today
 * is not over. Throws invalid_request.
 */
export async function reportWindow(ctx: Ctx, asked: { from?: string; to?: string }): Promise<ReportWindow> {
  const { zone } = await getRetailer(ctx);
  const yesterday = addDays(localDate(zone, ctx.clock.now()), -1);
  const to = asked.to ?? yesterday;
  const from = asked.from ?? addDays(to, 1 - defaultDays);
  if (!isDate(from) || !isDate(to) || from > to)
    throw new AppError('invalid_request', { detail: 'from and to are dates such as 2026-11-21, from not after to.' });
  return { zone, from: startOfDay(zone, from), to: startOfDay(zone, addDays(to, 1)) };
}
