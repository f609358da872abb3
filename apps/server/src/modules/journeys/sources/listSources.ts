import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { getRetailer } from '../../settings/index.ts';
import { tables } from '../tables.ts';
import { type Secret, toSecret } from './secret.ts';
import { type Source, toSource } from './source.ts';

/** What came in, by kind. A day is one of the retailer's zone. */
export interface SourceCounts {
  events: number;
  /** Sent more than once and kept once. */
  repeats: number;
  bots: number;
  /** Sent with the key before the present one. */
  withOldKey: number;
  /** From a site that may not send for this source. */
  wrongOrigin: number;
}

export interface SourceWithTroubles extends Source {
  lastEventAt: string | null;
  today: SourceCounts;
  week: SourceCounts;
  /** Kept, but not as the e-commerce specification has it; most of today first. */
  hints: { hint: string; today: number; week: number }[];
  /** Events of the last seven days that could not be used and still are not, by reason. */
  unusable: Record<string, number>;
  /** Of tills, phone systems and servers, the newest first; revoked ones for a while longer. */
  secrets: Secret[];
  /** Codes of stores it sent that no location has; most of today first. */
  unknownStores: { code: string; today: number; week: number }[];
}

interface Counted {
  source_id: string;
  what: string;
  today: number;
  week: number;
  last_at: Date;
}

/** All sources by name, each with what came of it in the last seven days. Six statements for any number of them. */
export async function listSources(ctx: Ctx): Promise<SourceWithTroubles[]> {
  const now = ctx.clock.now();
  const { zone } = await getRetailer(ctx);
  const rows = await tables(ctx).selectFrom('journeys.source').selectAll().orderBy('name').execute();
  const troubles = await tables(ctx)
    .selectFrom('journeys.dead_letter')
    .select(['source_id', 'reason', sql<number>`count(*)`.as('events')])
    .where('received_at', '>=', new Date(now.getTime() - 7 * 86_400_000))
    .groupBy(['source_id', 'reason'])
    .execute();
  const { rows: counted } = await sql<Counted>`
    select source_id, what, coalesce(sum(n) filter (where day = t.today), 0)::bigint as today, sum(n)::bigint as week,
      max(last_at) as last_at
    from journeys.source_day, (select (${now}::timestamptz at time zone ${zone})::date as today) t
    where day > t.today - 7 and day <= t.today
    group by source_id, what`.execute(ctx.db);
  const secrets = await tables(ctx)
    .selectFrom('journeys.source_secret')
    .selectAll()
    .where((eb) =>
      eb.or([eb('revoked_at', 'is', null), eb('revoked_at', '>', new Date(now.getTime() - 30 * 86_400_000))]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  const { rows: stores } = await sql<{ source_id: string; code: string; today: number; week: number }>`
    select source_id, code, coalesce(sum(n) filter (where day = t.today), 0)::bigint as today, sum(n)::bigint as week
    from journeys.unknown_store, (select (${now}::timestamptz at time zone ${zone})::date as today) t
    where day > t.today - 7 and day <= t.today
    group by source_id, code order by 3 desc, 4 desc, 2 limit 200`.execute(ctx.db);
  return rows.map((row) => {
    const own = counted.filter((line) => line.source_id === row.id);
    return {
      ...toSource(row),
      lastEventAt: own.find((line) => line.what === 'event')?.last_at.toISOString() ?? null,
      today: countsOf(own, 'today'),
      week: countsOf(own, 'week'),
      hints: own
        .filter((line) => line.what.startsWith('hint:'))
        .map(({ what, today, week }) => ({ hint: what.slice('hint:'.length), today, week }))
        .sort((a, b) => b.today - a.today || b.week - a.week || a.hint.localeCompare(b.hint)),
      unusable: Object.fromEntries(
        troubles.filter((trouble) => trouble.source_id === row.id).map(({ reason, events }) => [reason, events]),
      ),
      unknownStores: stores
        .filter((store) => store.source_id === row.id)
        .map(({ code, today, week }) => ({ code, today, week })),
      secrets: secrets.filter((secret) => secret.source_id === row.id).map(toSecret),
    };
  });
}

function countsOf(lines: readonly Counted[], span: 'today' | 'week'): SourceCounts {
  const of = (what: string) => lines.find((line) => line.what === what)?.[span] ?? 0;
  return {
    events: of('event'),
    repeats: of('repeat'),
    bots: of('bot'),
    withOldKey: of('old_key'),
    wrongOrigin: of('wrong_origin'),
  };
}
