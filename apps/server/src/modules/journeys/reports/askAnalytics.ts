import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';

/**
 * A query of a report. Where there is no engine, or it is away, the answer is 503 with what to do, never a 500: the shop
 * goes on without Insight.
 */
export async function askAnalytics<T>(
  ctx: Ctx,
  analytics: Analytics,
  sql: string,
  params: Record<string, unknown>,
): Promise<T[]> {
  try {
    return await analytics.query<T>(sql, params);
  } catch (error) {
    if (error instanceof AppError) throw error;
    ctx.log.error({ err: error }, 'a report could not be computed');
    throw new AppError(
      'insight_unavailable',
      {
        detail:
          'The analytics engine does not answer. Orders and events are kept and will be in the report when it is back; check CLICKHOUSE_URL, or the embedded engine in the log.',
        retryAfterSeconds: 10,
      },
      { cause: error },
    );
  }
}
