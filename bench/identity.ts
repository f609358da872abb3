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
  openSubject,
  unlinkSubject,
} from '../apps/server/src/modules/customers/index.ts';
import { linkColumns } from '../apps/server/src/modules/customers/matching/linkColumns.ts';
import { joinedFrom } from '../apps/server/src/modules/customers/matching/scoring.ts';
import { saveMember } from '../apps/server/src/modules/staff/index.ts';
import { openStage, type ServerProcess } from '../demo/julia/servers.ts';
import { createEncoder, type ScoredPairs } from '../packages/science/src/index.ts';
import { type GeneratedRecord, generatePeople } from '../packages/science/src/testing/generatePeople.ts';
import { buildProgram } from './lib/build.ts';
import { closedLoop, createClient, type Measured, median, round } from './lib/load.ts';
import { residentMb } from './lib/memory.ts';
import { barePostgres } from './lib/references.ts';
import { atLeast, atMost, finish, progress } from './lib/report.ts';

const records = optionOf('--records', 1_000_000);
const customers = optionOf('--customers', 1_000_000);
const rounds = 3;
const seconds = 3;
const clients = 16;
/** Steps on the timeline of one customer, beside whom everybody else has almost none. */
const longHistory = 10_000;

function optionOf(name: string, usual: number): number {
  const given = Number(process.argv[process.argv.indexOf(name) + 1]);
  return process.argv.includes(name) && given > 0 ? given : usual;
}

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
    const server = await stage.start({ THROUGHLINE_DEMO: 'off', THROUGHLINE_ROLE: 'api' });
    progress(`writing ${customers} customers …`);
    await fill(pool);
    const pages = await profilePages(contextOf(database.db), server);
    const people = await peopleIn(contextOf(database.db), pool, stage.engines.databaseUrl);
    return finish({
      bench: 'identity',
      figures: {
        ...linkage,
        precisionWithoutBirthDates: undated.precision,
        recallWithoutBirthDates: undated.recall,
        ...pages,
        ...people.figures,
      },
      references: people.references,
      ratios: { lookupToBare: round(people.figures.lookupsPerSecond / people.references.bareSelectsPerSecond) },
      aims: {
        linkageSeconds: atMost(60, linkage.linkageSeconds),
        precision: atLeast(0.995, linkage.precision),
        recall: atLeast(0.9, linkage.recall),
        profileP50Ms: atMost(8, people.figures.profileP50Ms),
        longProfileToShort: atMost(2, pages.longProfileToShort),
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

const id = (prefix: string, n: number) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const idOf = (prefix: string) => `('${prefix}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/** Past all that are merged. */
const longOne = customers - 2;

/** Straight into the tables: this measures reading and joining, not arriving. Every other one proved an e-mail. */
async function fill(pool: pg.Pool): Promise<void> {
  const all = `generate_series(1, ${customers}) as n`;
  const c = idOf('00000001');
  const s = idOf('00000002');
  for (const text of [
    `insert into customers.customer (id, language, created_at) select ${c}, 'pl', '2026-01-01' from ${all}`,
    `insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, created_at)
     select ${s}, case when n % 2 = 0 then 'verified' else 'anonymous' end, case when n % 2 = 1 then 'web' end,
       case when n % 2 = 1 then 'browser-' || n end, case when n % 2 = 1 then 1 end, ${c}, ${c}, '2026-01-01' from ${all}`,
    `insert into customers.identifier (id, subject_id, kind, value, state, source, at)
     select ${idOf('00000003')}, ${s}, 'email', 'person' || n || '@example.com',
       case when n % 2 = 0 then 'verified' else 'claimed' end, 'bench', '2026-01-01' from ${all}`,
    `insert into customers.identifier (id, subject_id, kind, value, state, source, at)
     select ${idOf('00000004')}, ${s}, 'phone', '+48' || (600000000 + n), 'claimed', 'bench', '2026-01-01' from ${all} where n % 3 = 0`,
    `insert into customers.timeline (event_id, subject_id, at, type, channel, actor, data)
     select gen_random_uuid(), '${id('00000002', longOne)}', timestamptz '2026-01-01' + k * interval '1 minute', 'orders.order.placed', 'web',
       'system:bench', '{}' from generate_series(1, ${longHistory}) as k`,
    `insert into customers.trait (subject_id, name, source, value, folded, at)
     select ${s}, 'given_name', 'bench', 'Person ' || n, 'person ' || n, '2026-01-01' from ${all}`,
    'analyze',
  ])
    await pool.query(text);
}

/** Spread over all, each once. */
const spread = (n: number) => 1 + ((n * 7_919) % customers);

/** By what somebody is known when they come: an address, a number, a browser. */
const ways: Record<'email' | 'phone' | 'cookie', (ctx: Ctx, n: number) => Promise<boolean>> = {
  async email(ctx, n) {
    const found = await findByIdentifier(ctx, 'email', `person${n}@example.com`);
    return found.verified !== undefined || found.claimed.length === 1;
  },
  // One in three has one.
  async phone(ctx, n) {
    const third = n - (n % 3) || 3;
    return (await findByIdentifier(ctx, 'phone', `+48${600_000_000 + third}`)).claimed.length === 1;
  },
  async cookie(ctx, n) {
    const odd = n % 2 === 1 ? n : n - 1;
    const known = await openSubject(ctx, { source: 'web', anonymousId: `browser-${odd}` });
    return known.subjectId === id('00000002', odd);
  },
};

function foundBy(way: keyof typeof ways, all: readonly ({ way: string } & Measured)[]) {
  const rounds = all.filter((one) => one.way === way);
  const of = (figure: (one: Measured) => number) => median(rounds.map(figure));
  return {
    [`${way}PerSecond`]: of((one) => one.perSecond),
    [`${way}P50Ms`]: of((one) => one.p50Ms),
    [`${way}P99Ms`]: of((one) => one.p99Ms),
  };
}

/** The page of a customer over HTTP, its timeline with it, as an administrator opens it: of anybody, and of the one with the long history. */
async function profilePages(ctx: Ctx, server: ServerProcess) {
  const email = 'bench@velora.example';
  const password = randomUUID();
  await saveMember(ctx, { email, password, name: 'Bench', role: 'admin', locationIds: 'all' });
  const client = createClient(server.url, clients);
  try {
    const signedIn = await client.send({ method: 'POST', path: '/api/staff/sign-in', body: { email, password } });
    const open = async (n: number) => {
      const parts = ['profile', 'timeline'].map(async (part) => {
        const path = `/api/staff/customers/${id('00000001', n)}/${part}`;
        const answer = await client.send({ path, headers: { cookie: signedIn.cookie } });
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
        return answer.text;
      });
      const [, timeline = ''] = await Promise.all(parts);
      return n !== longOne || timeline.includes('orders.order.placed');
    };
    const many = await closedLoop(clients, seconds, (k) => open(spread(k)));
    const [short, long] = [[] as number[], [] as number[]];
    for (let n = 1; n <= rounds; n += 1) {
      short.push((await closedLoop(1, seconds, (k) => open(spread(k)))).p50Ms);
      long.push((await closedLoop(1, seconds, () => open(longOne))).p50Ms);
    }
    return {
      profilePagesPerSecond: many.perSecond,
      profilePageP99Ms: many.p99Ms,
      shortProfilePageP50Ms: median(short),
      longProfilePageP50Ms: median(long),
      longProfileToShort: round(median(long) / median(short)),
    };
  } finally {
    client.close();
  }
}

async function peopleIn(ctx: Ctx, pool: pg.Pool, databaseUrl: string) {
  const measured = {
    lookup: [] as number[],
    p50: [] as number[],
    p95: [] as number[],
    find: [] as ({ way: string } & Measured)[],
    merge: [] as number[],
    bare: [] as number[],
  };
  const links: { linkId: string; subjectId: string }[] = [];
  let next = 0;
  let failures = 0;
  for (let n = 1; n <= rounds; n += 1) {
    measured.bare.push((await barePostgres(databaseUrl, 16, seconds)).perSecond);
    const lookup = await closedLoop(
      clients,
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
    for (const [way, look] of Object.entries(ways)) {
      const found = await closedLoop(clients, seconds, (k) => look(ctx, spread(k)));
      measured.find.push({ way, ...found });
      failures += found.failures;
    }
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
      ...foundBy('email', measured.find),
      ...foundBy('phone', measured.find),
      ...foundBy('cookie', measured.find),
      mergesPerSecond: median(measured.merge),
      unmergesPerSecond: unmerge.perSecond,
    },
    references: { bareSelectsPerSecond: median(measured.bare) },
    checks: { notMerged: links.length - merged, stillJoined: left, notFound: failures },
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
