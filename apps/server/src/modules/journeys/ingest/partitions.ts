import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { type KeepDays, usualKeepDays } from '../retention/keepDays.ts';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** The generation of `seen_message` an instant belongs to: weeks since 1970. */
export const generationOf = (instant: Date): number => Math.floor(instant.getTime() / weekMs);

/** Milliseconds since the present generation began. */
export const generationAgeMs = (instant: Date): number => instant.getTime() % weekMs;

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

const visitDays = 14;

/**
 * Makes the partitions of today and the days ahead. Run by a job, and by ingest itself when it finds none, so that no
 * event is lost to a job that did not run. Attaching an empty table does not hold up those who write to the parent.
 */
export async function createPartitions(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(731205010)`.execute(tx.db);
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent in ('journeys.inbox'::regclass, 'journeys.seen_message'::regclass)`.execute(tx.db);
    const known = new Set(rows.map((row) => row.name));
    const attach = async (parent: string, name: string, bounds: string) => {
      if (known.has(name)) return;
      // Names and bounds are made here of numbers and dates; a statement that defines tables takes no parameters.
      await sql.raw(`create table journeys.${name} (like journeys.${parent} including all)`).execute(tx.db);
      await sql
        .raw(`alter table journeys.${parent} attach partition journeys.${name} for values ${bounds}`)
        .execute(tx.db);
    };
    for (let day = 0; day <= 3; day += 1) {
      const from = dayOf(new Date(now.getTime() + day * dayMs));
      const to = dayOf(new Date(now.getTime() + (day + 1) * dayMs));
      await attach('inbox', `inbox_${from.replaceAll('-', '')}`, `from ('${from} 00:00+00') to ('${to} 00:00+00')`);
    }
    for (const generation of [-1, 0, 1].map((step) => generationOf(now) + step)) {
      await attach('seen_message', `seen_${generation}`, `in (${generation})`);
    }
  });
}

/**
 * Drops what is old: days of the inbox that are wholly processed and were kept for a look at what a client really sent,
 * generations no repeat is looked up in, dead letters nobody replayed.
 */
export async function dropOldPartitions(
  ctx: Ctx,
  keep: Pick<KeepDays, 'inbox' | 'deadLetters'> = usualKeepDays,
): Promise<string[]> {
  const now = ctx.clock.now();
  const oldestDay = dayOf(new Date(now.getTime() - keep.inbox * dayMs)).replaceAll('-', '');
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent in ('journeys.inbox'::regclass, 'journeys.seen_message'::regclass) order by 1`.execute(ctx.db);
  const dropped: string[] = [];
  for (const { name } of rows) {
    const [, day] = /^inbox_(\d{8})$/.exec(name) ?? [];
    const [, generation] = /^seen_(\d+)$/.exec(name) ?? [];
    const isOld = day ? day < oldestDay : generation !== undefined && Number(generation) < generationOf(now) - 1;
    if (!isOld || (day && (await isUnprocessed(ctx, name)))) continue;
    await inTransaction(ctx, async (tx) => {
      // A writer must not queue behind a drop that itself waits for a long reader; the next run tries again.
      await sql`set local lock_timeout = '2s'`.execute(tx.db);
      await sql.raw(`drop table journeys.${name}`).execute(tx.db);
    });
    dropped.push(name);
  }
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  await sql`delete from journeys.dead_letter where received_at < ${before(keep.deadLetters)}`.execute(ctx.db);
  await sql`delete from journeys.unknown_store where day < ${before(keep.deadLetters)}::timestamptz::date`.execute(
    ctx.db,
  );
  // A visit ends after it began; only its beginning has an index.
  await sql`delete from journeys.visit where started_at < ${before(visitDays)} and last_at < ${before(visitDays)}`.execute(
    ctx.db,
  );
  return dropped;
}

async function isUnprocessed(ctx: Ctx, name: string): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`
    select exists (select 1 from ${sql.raw(`journeys.${name}`)} i, journeys.cursor c
      where c.name = 'inbox' and (i.xid, i.seq) > (c.xid, c.seq)) as left`.execute(ctx.db);
  return rows[0]?.left ?? true;
}
