import { sql } from 'kysely';
import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { tellVisitsAnew } from '../../customers/index.ts';
import type { ArrivalKind, ChannelRule } from './channelRules.ts';
import { judge, keySql, readArrivals, visitsSql } from './keptArrivals.ts';

export const rerunJob = 'journeys-channels-rerun';
/** A statement may have 256 KB; keys are most of it. */
const bytesAtOnce = 100_000;
const rowsAtOnce = 2_000;

interface Run {
  id: string;
  version: number;
  barrier: number;
  rules: ChannelRule[];
}

/**
 * Judges what is kept by the rules of a run, month by month: in ClickHouse, and the visits of the timeline. Each step reads
 * what still differs, so one that was killed half-way is taken up where it was, two at once do the same twice, and a
 * second run finds nothing to do.
 */
export async function rerun(ctx: Ctx, analytics: Analytics, runId: string): Promise<void> {
  const { rows } = await sql<Run>`
    select u.id, u.version, u.barrier::float8 as barrier, r.rules from journeys.channel_run u
    join journeys.channel_rules r on r.version = u.version where u.id = ${runId} and u.finished_at is null`.execute(
    ctx.db,
  );
  const [run] = rows;
  if (!run) return;
  const months = await analytics.query<{ month: number; hits: number }>(
    `select toYYYYMM(at) as month, toUInt32(count()) as hits from touchpoint where ${visitsSql} group by month order by month`,
  );
  const total = months.reduce((sum, { hits }) => sum + hits, 0);
  let [done, changed] = [0, 0];
  const show = () =>
    sql`update journeys.channel_run set done = ${done}, total = ${total}, worked_at = ${ctx.clock.now()},
      changed = greatest(changed, ${changed}) where id = ${run.id}`.execute(ctx.db);
  await show();
  for (const { month, hits } of months) {
    changed += await rerunMonth(ctx, analytics, run.rules, month);
    done += hits;
    await show();
  }
  await finish(ctx, run);
}

async function rerunMonth(
  ctx: Ctx,
  analytics: Analytics,
  rules: readonly ChannelRule[],
  month: number,
): Promise<number> {
  const outcomes = new Map<string, { touch: string; arrival: ArrivalKind; keys: string[] }>();
  let changed = 0;
  for (const kept of await readArrivals(analytics, { month })) {
    const wanted = judge(rules, kept.key);
    if (wanted.touch === kept.touch && wanted.arrival === kept.arrival) continue;
    changed += kept.hits;
    const name = `${wanted.touch} ${wanted.arrival}`;
    const outcome = outcomes.get(name) ?? { ...wanted, keys: [] };
    outcome.keys.push(kept.key);
    outcomes.set(name, outcome);
  }
  for (const { touch, arrival, keys } of outcomes.values())
    for (const some of inPieces([...new Set(keys)])) {
      const where = `${visitsSql} and ${keySql} in (${some.map(literal).join(', ')})`;
      // The timeline first: what still differs in ClickHouse is what a run that was killed has left to do.
      await retellTimeline(ctx, analytics, `${where} and toYYYYMM(at) = ${month}`, touch, arrival);
      const properties =
        arrival === 'direct'
          ? `mapFilter((k, v) -> k != 'arrival', properties)`
          : `mapUpdate(properties, map('arrival', ${literal(arrival)}))`;
      await analytics.command(
        `alter table touchpoint update touch = ${literal(touch)},
          properties = cast(${properties} as Map(LowCardinality(String), String))
         in partition ${month} where ${where} settings mutations_sync = 1`,
      );
    }
  return changed;
}

async function retellTimeline(
  ctx: Ctx,
  analytics: Analytics,
  where: string,
  touch: string,
  arrival: ArrivalKind,
): Promise<void> {
  let after = `toUUID('00000000-0000-0000-0000-000000000000'), toDateTime64(0, 3, 'UTC')`;
  for (;;) {
    const hits = await analytics.query<{ person: string; instant: string }>(
      `select toString(subject_id) as person, toString(at) as instant from touchpoint
       where ${where} and (subject_id, at) > (${after}) group by subject_id, at order by subject_id, at limit ${rowsAtOnce}`,
    );
    const last = hits.at(-1);
    if (!last) return;
    await inTransaction(ctx, (tx) =>
      tellVisitsAnew(
        tx,
        hits.map(({ person, instant }) => ({ subjectId: person, at: new Date(`${instant.replace(' ', 'T')}Z`) })),
        { channel: touch, arrival },
      ),
    );
    after = `toUUID('${last.person}'), toDateTime64('${last.instant}', 3, 'UTC')`;
  }
}

/** What was read under older rules and has not reached ClickHouse yet would come behind our back: then once more. */
async function finish(ctx: Ctx, run: Run): Promise<void> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (select 1 from journeys.outgoing where seq <= ${run.barrier}) as waiting`.execute(ctx.db);
  if (rows[0]?.waiting) return ctx.jobs.enqueue(ctx, rerunJob, { runId: run.id }, { startAfterSeconds: 5 });
  await sql`update journeys.channel_run set finished_at = ${ctx.clock.now()} where id = ${run.id}`.execute(ctx.db);
}

function* inPieces(keys: readonly string[]): Generator<string[]> {
  let piece: string[] = [];
  let bytes = 0;
  for (const key of keys) {
    piece.push(key);
    bytes += Buffer.byteLength(key) + 4;
    if (bytes < bytesAtOnce) continue;
    yield piece;
    [piece, bytes] = [[], 0];
  }
  if (piece.length > 0) yield piece;
}

const literal = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
