import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClickHouseClient, createClient as createClickHouse } from '@clickhouse/client';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openStage, type ServerProcess } from '../demo/julia/servers.ts';
import { buildProgram } from './lib/build.ts';
import { closedLoop, createClient, type Measured, median, percentile, round } from './lib/load.ts';
import { childrenOf, memoryOf } from './lib/memory.ts';
import { atLeast, atMost, finish, progress } from './lib/report.ts';
import { createEvents } from './lib/trackedEvents.ts';

const clients = 16;
const batch = 100;
const rounds = optionOf('--rounds', 5);
const seconds = 5;
/** Of the run at half load, in which lag and memory are looked at. Ten is what the aim speaks of. */
const minutes = optionOf('--minutes', 2);
const writeKey = 'bench-write-key';

function optionOf(name: string, usual: number): number {
  const given = Number(process.argv[process.argv.indexOf(name) + 1]);
  return process.argv.includes(name) && given > 0 ? given : usual;
}

/**
 * Tracked events over HTTP, from the request to the row in ClickHouse: in batches of a hundred and one by one, as fast as
 * they are taken; then at half of what one server resolves, where the time from receipt to ClickHouse and the memory of all
 * our processes are looked at. One server does all of it, and the generator has the same two cores.
 */
export async function run(): Promise<number> {
  const program = await buildProgram();
  progress('starting a server …');
  const stage = await openStage(program);
  const pool = new pg.Pool({ connectionString: stage.engines.databaseUrl, max: 4 });
  const clickhouse = createClickHouse({ url: stage.engines.clickhouseUrl ?? '' });
  try {
    const server = await stage.start({ THROUGHLINE_DEMO: 'off' });
    await pool.query(
      `insert into journeys.source (id, name, write_key, channel, created_at) values ($1, 'bench', $2, 'web', now())`,
      [randomUUID(), writeKey],
    );
    const load = createLoad(server);
    progress('warming up: ten thousand browsers arrive …');
    await closedLoop(clients, 3, () => load.send(batch));
    await visible(pool, clickhouse, load.sent);

    const measured = { batches: [] as Measured[], resolved: [] as number[], visible: [] as number[] };
    const singles: Measured[] = [];
    const bare = { copy: [] as number[], clickhouse: [] as number[] };
    for (let n = 1; n <= rounds; n += 1) {
      bare.copy.push(await bareCopy(pool));
      bare.clickhouse.push(await bareClickHouse(clickhouse));
      const before = load.sent.events;
      const begun = performance.now();
      const taken = await closedLoop(clients, seconds, () => load.send(batch));
      const events = load.sent.events - before;
      await resolved(pool);
      measured.resolved.push(events / ((performance.now() - begun) / 1_000));
      await visible(pool, clickhouse, load.sent);
      measured.visible.push(events / ((performance.now() - begun) / 1_000));
      measured.batches.push(taken);
      singles.push(await closedLoop(clients, 3, () => load.send(1)));
      await visible(pool, clickhouse, load.sent);
      progress(
        `round ${n} of ${rounds}: ${Math.round(taken.perSecond * batch)} events/s taken, ` +
          `${Math.round(measured.resolved.at(-1) ?? 0)} resolved, ${Math.round(measured.visible.at(-1) ?? 0)} visible; ` +
          `${singles.at(-1)?.perSecond} one by one`,
      );
    }
    const perSecond = round(median(measured.resolved), 0);
    const steady = await steadyLoad(pool, clickhouse, server, load, perSecond / 2);
    // Counts are written once a second.
    await sleep(1_500);
    const checks = await check(pool, clickhouse, load.sent);
    load.close();
    const taken = round(median(measured.batches.map((one) => one.perSecond)) * batch, 0);
    const references = {
      bareCopyRowsPerSecond: round(median(bare.copy), 0),
      bareClickHouseRowsPerSecond: round(median(bare.clickhouse), 0),
    };
    return finish({
      bench: 'ingest',
      figures: {
        events: load.sent.events,
        durablePerSecond: taken,
        durableAndResolvedPerSecond: perSecond,
        visiblePerSecond: round(median(measured.visible), 0),
        batchP50Ms: round(median(measured.batches.map((one) => one.p50Ms))),
        batchP99Ms: round(median(measured.batches.map((one) => one.p99Ms))),
        singlesPerSecond: round(median(singles.map((one) => one.perSecond)), 0),
        singleP50Ms: round(median(singles.map((one) => one.p50Ms))),
        singleP99Ms: round(median(singles.map((one) => one.p99Ms))),
        ...steady,
      },
      references,
      ratios: {
        bareCopyToDurable: round(references.bareCopyRowsPerSecond / taken),
        bareClickHouseToVisible: round(references.bareClickHouseRowsPerSecond / median(measured.visible)),
      },
      aims: {
        durableAndResolvedPerSecond: atLeast(20_000, perSecond),
        lagP95Seconds: atMost(5, steady.lagP95Seconds),
        // Heaps breathe: over less than some minutes a slope says nothing.
        ...(minutes >= 5 ? { memoryGrowthMbPerMinute: atMost(5, steady.memoryGrowthMbPerMinute) } : {}),
      },
      checks,
    });
  } finally {
    await clickhouse.close();
    await pool.end();
    await stage.close();
  }
}

interface Sent {
  /** Answered with 200. */
  events: number;
  repeats: number;
  failures: number;
}

function createLoad(server: ServerProcess) {
  const client = createClient(server.url, clients);
  const events = createEvents();
  const sent: Sent = { events: 0, repeats: 0, failures: 0 };
  return {
    sent,
    close: client.close,
    async send(size: number): Promise<boolean> {
      const { text, repeats } = events.body(size);
      const answer = await client.send({
        method: 'POST',
        path: size === 1 ? '/v1/track' : '/v1/batch',
        headers: { 'content-type': 'application/json', 'x-write-key': writeKey },
        text,
      });
      if (answer.status !== 200) {
        sent.failures += 1;
        return false;
      }
      sent.events += size;
      sent.repeats += repeats;
      return true;
    },
  };
}

const count = async (pool: pg.Pool, text: string) => Number((await pool.query<{ n: string }>(text)).rows[0]?.n ?? 0);

async function inClickHouse(client: ClickHouseClient): Promise<{ rows: number; distinct: number }> {
  const result = await client.query({
    query: "select count() as rows, uniqExact(id) as distinct from touchpoint where origin = 'tracked'",
    format: 'JSONEachRow',
  });
  const [row] = await result.json<{ rows: string; distinct: string }>();
  return { rows: Number(row?.rows ?? 0), distinct: Number(row?.distinct ?? 0) };
}

/** Until the cursor has passed the last event of the inbox; asked so that asking costs an index's one row. */
async function resolved(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query("select xid::text as xid, seq from journeys.cursor where name = 'inbox'");
    const waiting = await pool.query('select 1 from journeys.inbox where (xid, seq) > ($1::xid8, $2::bigint) limit 1', [
      rows[0]?.xid,
      rows[0]?.seq,
    ]);
    if (waiting.rowCount === 0) return;
    await sleep(50);
  }
}

async function visible(pool: pg.Pool, clickhouse: ClickHouseClient, sent: Sent): Promise<void> {
  await resolved(pool);
  const kept = sent.events - sent.repeats;
  const deadline = performance.now() + 120_000;
  while ((await rowsIn(clickhouse)) < kept) {
    if (performance.now() > deadline) throw new Error(`${kept} events were kept, and ClickHouse has fewer`);
    await sleep(20);
  }
}

async function rowsIn(client: ClickHouseClient): Promise<number> {
  const result = await client.query({
    // Domain events are there, too: each new visit is one.
    query: "select count() as n from touchpoint where origin = 'tracked'",
    format: 'JSONEachRow',
  });
  const [row] = await result.json<{ n: string }>();
  return Number(row?.n ?? 0);
}

const sampleRows = 50_000;

/** The same events as one COPY into a table with the inbox's columns and its key alone. */
async function bareCopy(pool: pg.Pool): Promise<number> {
  const events = createEvents();
  const line = (n: number) => {
    const { text } = events.body(1);
    return `2026-01-01\t${n}\t${randomUUID()}\t${randomUUID()}\ttrack\t2026-01-01\t${text.replaceAll('\\', '\\\\')}\n`;
  };
  const lines = Array.from({ length: sampleRows }, (_, n) => line(n));
  const client = await pool.connect();
  try {
    await client.query('create schema if not exists bench');
    await client.query('drop table if exists bench.inbox');
    await client.query(
      'create table bench.inbox (received_at timestamptz, seq bigint primary key, id uuid, source_id uuid, type text, at timestamptz, event json)',
    );
    const begun = performance.now();
    await pipeline(Readable.from(chunksOf(lines)), client.query(copyFrom('copy bench.inbox from stdin')));
    return sampleRows / ((performance.now() - begun) / 1_000);
  } finally {
    await client.query('drop table if exists bench.inbox');
    client.release();
  }
}

function* chunksOf(lines: readonly string[]) {
  for (let n = 0; n < lines.length; n += 1_000) yield lines.slice(n, n + 1_000).join('');
}

/** As many rows of a touchpoint's form, as text made before, in one insert. */
async function bareClickHouse(client: ClickHouseClient): Promise<number> {
  await client.command({ query: 'create table if not exists bench_touchpoint as touchpoint' });
  const result = await client.query({
    query: `select * from touchpoint where origin = 'tracked' limit ${sampleRows}`,
    format: 'JSONEachRow',
  });
  const text = await result.text();
  const rows = text.split('\n').length - 1;
  const begun = performance.now();
  await client
    .exec({
      query: 'insert into bench_touchpoint format JSONEachRow',
      values: Readable.from([Buffer.from(text)]),
    })
    .then(({ stream }) => stream.resume());
  const took = (performance.now() - begun) / 1_000;
  await client.command({ query: 'drop table bench_touchpoint' });
  return rows / took;
}

/** At a given rate for some minutes: how long events take from receipt to ClickHouse, and what our processes hold. */
async function steadyLoad(
  pool: pg.Pool,
  clickhouse: ClickHouseClient,
  server: ServerProcess,
  load: ReturnType<typeof createLoad>,
  eventsPerSecond: number,
) {
  progress(`${Math.round(eventsPerSecond)} events/s for ${minutes} minutes …`);
  await visible(pool, clickhouse, load.sent);
  const rowsBefore = await rowsIn(clickhouse);
  const [{ at: from = new Date(0) } = {}] = (
    await pool.query<{ at: Date }>('select max(received_at) as at from journeys.inbox')
  ).rows;
  const seen: { at: number; rows: number }[] = [];
  const memory: { minute: number; residentMb: number }[] = [];
  const pids = [server.pid, ...childrenOf(process.pid, /chdbChild/)];
  const begun = performance.now();
  const end = begun + minutes * 60_000;
  let isOver = false;
  const watchRows = (async () => {
    while (!isOver) {
      seen.push({ rows: (await rowsIn(clickhouse)) - rowsBefore, at: Date.now() });
      await sleep(200);
    }
  })();
  const watchMemory = setInterval(
    () => memory.push({ minute: (performance.now() - begun) / 60_000, residentMb: memoryOf(pids).residentMb }),
    1_000,
  );
  const everyMs = (batch * clients * 1_000) / eventsPerSecond;
  await Promise.all(
    Array.from({ length: clients }, async (_, n) => {
      // Each client in its turn, so that requests come evenly.
      let next = begun + (everyMs * n) / clients;
      while (next < end) {
        await sleep(Math.max(0, next - performance.now()));
        await load.send(batch);
        next += everyMs;
      }
    }),
  );
  await visible(pool, clickhouse, load.sent);
  await sleep(300);
  isOver = true;
  await watchRows;
  clearInterval(watchMemory);
  const { rows: arrivals } = await pool.query<{ at: Date; n: string }>(
    'select received_at as at, count(*) as n from journeys.inbox where received_at > $1 group by 1 order by 1',
    [from],
  );
  const lags: number[] = [];
  let arrived = 0;
  let look = 0;
  for (const { at, n } of arrivals) {
    arrived += Number(n);
    while (look < seen.length - 1 && (seen[look]?.rows ?? 0) < arrived) look += 1;
    const lag = ((seen[look]?.at ?? 0) - at.getTime()) / 1_000;
    for (let k = 0; k < Number(n); k += batch) lags.push(lag);
  }
  lags.sort((a, b) => a - b);
  // The first third warms up: heaps and caches grow to what they need.
  const settled = memory.slice(Math.floor(memory.length / 3));
  return {
    steadyMinutes: minutes,
    steadyEventsPerSecond: round(arrived / minutes / 60, 0),
    lagP50Seconds: round(percentile(lags, 0.5)),
    lagP95Seconds: round(percentile(lags, 0.95)),
    lagMaxSeconds: round(lags.at(-1) ?? 0),
    memoryPeakMb: Math.max(...memory.map((one) => one.residentMb)),
    memoryGrowthMbPerMinute: round(slopeOf(settled.map((one) => [one.minute, one.residentMb]))),
  };
}

/** Least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

async function check(pool: pg.Pool, clickhouse: ClickHouseClient, sent: Sent) {
  const stored = await count(pool, 'select count(*) as n from journeys.inbox');
  const counted = await count(
    pool,
    "select coalesce(sum(d.n), 0) as n from journeys.source_day d where d.what in ('event', 'repeat')",
  );
  const { rows, distinct } = await inClickHouse(clickhouse);
  return {
    failures: sent.failures,
    sentNotStored: sent.events - sent.repeats - stored,
    storedNotVisible: stored - distinct,
    visibleTwice: rows - distinct,
    sentNotCounted: sent.events - counted,
    setAside: await count(pool, 'select count(*) as n from journeys.dead_letter'),
  };
}
