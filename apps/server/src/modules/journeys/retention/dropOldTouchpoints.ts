import type { Analytics } from '../../../kernel/analytics.ts';

/**
 * Deletes what trackers sent in months that ended `days` ago. A month is a partition, and a partition that loses rows is
 * written anew, so months go whole and once. Orders, holds and conversations stay: they are in PostgreSQL as long, and
 * both engines are held against each other. Doing it twice changes nothing; half done, the next run finishes.
 *
 * @returns the months that lost rows, as 202611
 */
export async function dropOldTouchpoints(analytics: Analytics, now: Date, days: number): Promise<number[]> {
  const limit = new Date(now.getTime() - days * 86_400_000);
  const months = await analytics.query<{ month: number }>(
    `select toYYYYMM(at) as month from touchpoint
     where origin = 'tracked' and at < toStartOfMonth({limit:DateTime64(3, 'UTC')}) group by month order by month`,
    { limit: limit.toISOString().replace('Z', '') },
  );
  // A partition is named by a number of ours; ClickHouse takes no parameter there.
  for (const { month } of months)
    await analytics.command(
      `alter table touchpoint delete in partition ${Number(month)} where origin = 'tracked' settings mutations_sync = 1`,
    );
  return months.map(({ month }) => month);
}
