import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { readAgent } from './readAgent.ts';

/** What somebody did in a browser or an app that their page tells of: the device they had, words they searched for. */
export interface SeenAct {
  subjectId: string;
  at: Date;
  source: string;
  /** As the browser names itself; only its family is kept. */
  agent: unknown;
  /** With nothing in them that tells who somebody is; '' where nothing was searched for. */
  words: string;
}

/** More of one subject's searches than a page ever shows; older ones make room, so that no program can fill the table. */
const mostSearches = 50;

/** The same words are one search however they were typed. Cut anew, because lower case may be longer, by whole characters. */
const asKept = (words: string) =>
  [
    ...words
      .toLowerCase()
      .replace(/\p{Surrogate}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, 100)
    .join('')
    .trim();

/**
 * Keeps devices and searches under the subject they happened under, so that a merge and its undoing move them without being
 * told. For the caller's transaction, which sees to it that each act is kept once. At most three statements for any number.
 */
export async function keepSeen(tx: Ctx, acts: readonly SeenAct[]): Promise<void> {
  const devices = acts.flatMap(({ subjectId, at, source, agent }) => {
    const family = readAgent(agent);
    return family ? [{ subjectId, at, source, ...family }] : [];
  });
  const searches = acts.flatMap(({ subjectId, at, words }) => {
    const plain = asKept(words);
    return plain === '' ? [] : [{ subjectId, at, words: plain }];
  });
  if (devices.length > 0)
    await sql`
      insert into customers.device as d (subject_id, browser, system, source, first_at, last_at)
      select "subjectId", browser, system, source, min(at), max(at)
      from jsonb_to_recordset(${JSON.stringify(devices)}::jsonb)
        as q("subjectId" uuid, browser text, system text, source text, at timestamptz)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (subject_id, browser, system, source) do update
        set first_at = least(d.first_at, excluded.first_at), last_at = greatest(d.last_at, excluded.last_at)
        where excluded.first_at < d.first_at or excluded.last_at > d.last_at`.execute(tx.db);
  if (searches.length === 0) return;
  await sql`
    insert into customers.search as s (subject_id, words, times, last_at)
    select "subjectId", words, count(*), max(at)
    from jsonb_to_recordset(${JSON.stringify(searches)}::jsonb) as q("subjectId" uuid, words text, at timestamptz)
    group by 1, 2 order by 1, 2
    on conflict (subject_id, words) do update
      set times = s.times + excluded.times, last_at = greatest(s.last_at, excluded.last_at)`.execute(tx.db);
  await sql`
    delete from customers.search s using (
      select subject_id, words, row_number() over (partition by subject_id order by last_at desc, words) as place
      from customers.search where subject_id = any (${[...new Set(searches.map((one) => one.subjectId))]}::uuid[])) old
    where old.place > ${mostSearches} and s.subject_id = old.subject_id and s.words = old.words`.execute(tx.db);
}

export interface SeenDevice {
  browser: string;
  system: string;
  source: string;
  firstAt: string;
  lastAt: string;
}

/** Devices over all subjects, the last seen first. */
export async function devicesOf(ctx: Ctx, subjectIds: readonly string[]): Promise<SeenDevice[]> {
  const { rows } = await sql<Omit<SeenDevice, 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date }>`
    select browser, system, source, min(first_at) as "firstAt", max(last_at) as "lastAt"
    from customers.device where subject_id = any (${[...subjectIds]}::uuid[])
    group by 1, 2, 3 order by 5 desc, 1, 2, 3 limit 20`.execute(ctx.db);
  return rows.map((row) => ({ ...row, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() }));
}

export interface KnownSearch {
  words: string;
  times: number;
  lastAt: string;
}

/** What was searched for over all subjects, the last first. */
export async function searchesOf(ctx: Ctx, subjectIds: readonly string[]): Promise<KnownSearch[]> {
  const { rows } = await sql<Omit<KnownSearch, 'lastAt'> & { lastAt: Date }>`
    select words, sum(times)::int as times, max(last_at) as "lastAt"
    from customers.search where subject_id = any (${[...subjectIds]}::uuid[])
    group by 1 order by 3 desc, 1 limit 12`.execute(ctx.db);
  return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
}
