import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { getRetailer } from '../../settings/index.ts';

/** Counts what comes in at the door, for people to look at. */
export interface Tally {
  add(ctx: Ctx, sourceId: string, counts: Readonly<Record<string, number>>): void;
  /** A request that was turned away before anybody knew whose it was. */
  refuse(reason: string): void;
  /** Writes down what was counted. */
  flush(ctx?: Ctx): Promise<void>;
}

const everyMs = 1_000;

/**
 * Counts are gathered for a second and written with one statement: a row a source and day that every request updated would
 * make them wait for each other. A server that is killed loses a second of counts and no event.
 */
export function createTally(): Tally {
  let counts = new Map<string, { sourceId: string; what: string; n: number }>();
  let refused = new Map<string, number>();
  let base: Ctx | undefined;
  let timer: NodeJS.Timeout | undefined;

  const plan = () => {
    if (timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush().catch((error: unknown) => base?.log.warn({ err: error }, 'counts of ingest could not be written'));
    }, everyMs).unref();
  };
  const add = (sourceId: string, what: string, n: number) => {
    const key = `${sourceId} ${what}`;
    counts.set(key, { sourceId, what, n: (counts.get(key)?.n ?? 0) + n });
  };

  async function flush(given?: Ctx): Promise<void> {
    const ctx = given ?? base;
    const [lines, turnedAway] = [[...counts.values()], [...refused]];
    if (!ctx || lines.length + turnedAway.length === 0) return;
    counts = new Map();
    refused = new Map();
    const now = ctx.clock.now();
    try {
      const { zone } = await getRetailer(ctx);
      await sql`
        with away as (
          insert into journeys.refusal (day, reason, requests)
          select ${now}::timestamptz::date, reason, n
          from unnest(${turnedAway.map(([reason]) => reason)}::text[], ${turnedAway.map(([, n]) => n)}::bigint[]) as r(reason, n)
          on conflict (day, reason) do update set requests = journeys.refusal.requests + excluded.requests)
        insert into journeys.source_day (day, source_id, what, n, last_at)
        select (${now}::timestamptz at time zone ${zone})::date, source_id, what, n, ${now}
        from unnest(${lines.map((line) => line.sourceId)}::uuid[], ${lines.map((line) => line.what)}::text[],
          ${lines.map((line) => line.n)}::bigint[]) as c(source_id, what, n)
        order by 1, 2, 3
        on conflict (day, source_id, what) do update
          set n = journeys.source_day.n + excluded.n, last_at = greatest(journeys.source_day.last_at, excluded.last_at)`.execute(
        ctx.db,
      );
    } catch (error) {
      for (const line of lines) add(line.sourceId, line.what, line.n);
      for (const [reason, n] of turnedAway) refused.set(reason, (refused.get(reason) ?? 0) + n);
      throw error;
    }
  }

  return {
    add(ctx, sourceId, more) {
      base = ctx;
      for (const [what, n] of Object.entries(more)) if (n > 0) add(sourceId, what, n);
      plan();
    },
    refuse(reason) {
      refused.set(reason, (refused.get(reason) ?? 0) + 1);
      plan();
    },
    flush,
  };
}
