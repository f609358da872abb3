import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { createClock } from '../apps/server/src/kernel/clock.ts';
import type { Ctx } from '../apps/server/src/kernel/context.ts';
import { openDatabase } from '../apps/server/src/kernel/database.ts';
import { newId } from '../apps/server/src/kernel/ids.ts';
import { createMemory } from '../apps/server/src/kernel/memory.ts';
import {
  findByIdentifier,
  getCustomer,
  linkSubject,
  unlinkSubject,
} from '../apps/server/src/modules/customers/index.ts';
import { linkColumns } from '../apps/server/src/modules/customers/matching/linkColumns.ts';
import { joinedFrom } from '../apps/server/src/modules/customers/matching/scoring.ts';
import { openStage } from '../demo/julia/servers.ts';
import { createEncoder, type ScoredPairs } from '../packages/science/src/index.ts';
import { type GeneratedRecord, generatePeople } from '../packages/science/src/testing/generatePeople.ts';
import { buildProgram } from './lib/build.ts';
import { closedLoop, median, round } from './lib/load.ts';
import { residentMb } from './lib/memory.ts';
import { barePostgres } from './lib/references.ts';
import { atLeast, atMost, finish, progress } from './lib/report.ts';

const records = 1_000_000;
const customers = 1_000_000;
const rounds = 3;
const seconds = 3;

/**
 * Who is the same person: a million records against each other with the truth beside them, on two threads; then a database
 * of a million customers, in which people are looked up, joined and taken apart again.
 */
export async function run(): Promise<number> {
  const program = await buildProgram();
  const linkage = await link(resolve(program, '../linkWorker.mjs'));
  const undated = await link(resolve(program, '../linkWorker.mjs'), { of: 100_000, birthDates: 0 });
  progress('starting a database …');
  const stage = await openStage(program);
  const pool = new pg.Pool({ connectionString: stage.engines.databaseUrl, max: 4 });
  const database = openDatabase({ url: stage.engines.databaseUrl, maxConnections: 20 });
  try {
    await stage.start({ THROUGHLINE_DEMO: 'off', THROUGHLINE_ROLE: 'api' });
    progress(`writing ${customers} customers …`);
    await fill(pool);
    const people = await peopleIn(contextOf(database.db), pool, stage.engines.databaseUrl);
    return finish({
      bench: 'identity',
      figures: {
        ...linkage,
        precisionWithoutBirthDates: undated.precision,
        recallWithoutBirthDates: undated.recall,
        ...people.figures,
      },
      references: people.references,
      ratios: { lookupToBare: round(people.figures.lookupsPerSecond / people.references.bareSelectsPerSecond) },
      aims: {
        linkageSeconds: atMost(60, linkage.linkageSeconds),
        precision: atLeast(0.995, linkage.precision),
        recall: atLeast(0.9, linkage.recall),
        profileP50Ms: atMost(8, people.figures.profileP50Ms),
        mergesPerSecond: atLeast(100, people.figures.mergesPerSecond),
      },
      checks: people.checks,
    });
  } finally {
    await database.close();
    await pool.end();
    await stage.close();
  }
}

/** From records as they come to the pairs that are one person; making them up is not counted. */
async function link(workerProgram: string, { of = records, birthDates = 0.45 } = {}) {
  progress(`linking ${of} records …`);
  const people: number[] = [];
  const encoder = createEncoder({ capacity: of });
  let encodingMs = 0;
  let batch: GeneratedRecord[] = [];
  const encode = () => {
    const before = performance.now();
    for (const record of batch) encoder.add(record);
    encodingMs += performance.now() - before;
    batch = [];
  };
  for (const record of generatePeople({ records: of, seed: 20_261_123, birthDates })) {
    people.push(record.person);
    batch.push(record);
    if (batch.length === 10_000) encode();
  }
  encode();
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb([process.pid]));
  }, 50);
  const before = performance.now();
  const { pairs, compared } = await linkColumns(encoder.finish(), { from: joinedFrom, threads: 2, workerProgram });
  const linkingMs = performance.now() - before;
  clearInterval(watch);
  const found = pairs.reduce((sum, part) => sum + part.a.length, 0);
  const right = pairs.reduce((sum, part) => sum + rightOf(part, people), 0);
  const result = {
    linkageSeconds: round((encodingMs + linkingMs) / 1_000),
    encodingSeconds: round(encodingMs / 1_000),
    comparedPairs: compared,
    foundPairs: found,
    precision: round(right / found, 4),
    recall: round(right / truePairs(people), 4),
    linkagePeakMb: peakMb,
  };
  progress(JSON.stringify(result));
  return result;
}

const rightOf = (pairs: ScoredPairs, people: readonly number[]) =>
  pairs.a.reduce((sum, a, n) => sum + Number(people[a] === people[pairs.b[n] ?? -1]), 0);

function truePairs(people: readonly number[]): number {
  const times = new Map<number, number>();
  let pairs = 0;
  for (const person of people) {
    const before = times.get(person) ?? 0;
    pairs += before;
    times.set(person, before + 1);
  }
  return pairs;
}

const idOf = (prefix: string) => `('${prefix}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/** Straight into the tables: this measures reading and joining, not arriving. Every other one proved an e-mail. */
async function fill(pool: pg.Pool): Promise<void> {
  const all = `generate_series(1, ${customers}) as n`;
  const c = idOf('00000001');
  const s = idOf('00000002');
  for (const text of [
    `insert into customers.customer (id, language, created_at) select ${c}, 'pl', '2026-01-01' from ${all}`,
    `insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, created_at)
     select ${s}, case when n % 2 = 0 then 'verified' else 'anonymous' end, case when n % 2 = 1 then 'web' end,
       case when n % 2 = 1 then n::text end, case when n % 2 = 1 then 1 end, ${c}, ${c}, '2026-01-01' from ${all}`,
    `insert into customers.identifier (id, subject_id, kind, value, state, source, at)
     select ${idOf('00000003')}, ${s}, 'email', 'person' || n || '@example.com',
       case when n % 2 = 0 then 'verified' else 'claimed' end, 'bench', '2026-01-01' from ${all}`,
    `insert into customers.trait (subject_id, name, source, value, folded, at)
     select ${s}, 'given_name', 'bench', 'Person ' || n, 'person ' || n, '2026-01-01' from ${all}`,
    'analyze',
  ])
    await pool.query(text);
}

const id = (prefix: string, n: number) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** Spread over all, each once. */
const spread = (n: number) => 1 + ((n * 7_919) % customers);

async function peopleIn(ctx: Ctx, pool: pg.Pool, databaseUrl: string) {
  const measured = {
    lookup: [] as number[],
    p50: [] as number[],
    p95: [] as number[],
    find: [] as number[],
    merge: [] as number[],
    bare: [] as number[],
  };
  const links: { linkId: string; subjectId: string }[] = [];
  let next = 0;
  for (let n = 1; n <= rounds; n += 1) {
    measured.bare.push((await barePostgres(databaseUrl, 16, seconds)).perSecond);
    const lookup = await closedLoop(
      16,
      seconds,
      async (k) => (await getCustomer(ctx, id('00000001', spread(k)))).id !== '',
    );
    measured.lookup.push(lookup.perSecond);
    const alone = await closedLoop(
      1,
      seconds,
      async (k) => (await getCustomer(ctx, id('00000001', spread(k)))).id !== '',
    );
    measured.p50.push(alone.p50Ms);
    measured.p95.push(alone.p95Ms);
    const find = await closedLoop(
      1,
      1,
      async (k) => (await findByIdentifier(ctx, 'email', `person${spread(k)}@example.com`)).claimed.length < 2,
    );
    measured.find.push(find.p50Ms);
    const merge = await closedLoop(16, seconds, async () => {
      next += 1;
      // An anonymous subject (odd) and the verified customer beside it (even).
      const subjectId = id('00000002', 2 * next - 1);
      const linked = await linkSubject(ctx, {
        subjectId,
        customerId: id('00000001', 2 * next),
        evidence: { kind: 'matched', source: 'bench' },
      });
      if (linked.ok) links.push({ linkId: linked.value.linkId, subjectId });
      return linked.ok;
    });
    measured.merge.push(merge.perSecond);
    progress(`round ${n} of ${rounds}: ${lookup.perSecond} look-ups/s, ${merge.perSecond} merges/s`);
  }
  const merged = Number(
    (await pool.query(`select count(*) as n from customers.subject where customer_id <> home_customer_id`)).rows[0]?.n,
  );
  let taken = 0;
  const unmerge = await closedLoop(
    16,
    60,
    async () => {
      taken += 1;
      const one = links[taken - 1];
      if (one) await unlinkSubject(ctx, one.linkId);
      return true;
    },
    links.length,
  );
  const left = Number(
    (await pool.query(`select count(*) as n from customers.subject where customer_id <> home_customer_id`)).rows[0]?.n,
  );
  return {
    figures: {
      customers,
      lookupsPerSecond: median(measured.lookup),
      profileP50Ms: median(measured.p50),
      profileP95Ms: median(measured.p95),
      findByEmailP50Ms: median(measured.find),
      mergesPerSecond: median(measured.merge),
      unmergesPerSecond: unmerge.perSecond,
    },
    references: { bareSelectsPerSecond: median(measured.bare) },
    checks: { notMerged: links.length - merged, stillJoined: left },
  };
}

/** As an operation gets it in a server of its own. */
function contextOf(db: Ctx['db']): Ctx {
  return {
    requestId: newId(),
    actor: { kind: 'system', name: 'bench' },
    channel: 'web',
    locationId: undefined,
    language: 'en',
    db,
    clock: createClock(),
    jobs: { enqueue: async () => undefined },
    memory: createMemory(),
    newId: () => randomUUID(),
    log: console as unknown as Ctx['log'],
    idempotency: undefined,
    cause: undefined,
  };
}
