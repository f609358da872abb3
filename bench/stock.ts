import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createClock } from '../apps/server/src/kernel/clock.ts';
import type { Ctx } from '../apps/server/src/kernel/context.ts';
import { openDatabase } from '../apps/server/src/kernel/database.ts';
import { newId } from '../apps/server/src/kernel/ids.ts';
import { createMemory } from '../apps/server/src/kernel/memory.ts';
import { changeOnHand, reconcileStock, reserve } from '../apps/server/src/modules/stock/index.ts';
import { openStage } from '../demo/julia/servers.ts';
import { buildProgram } from './lib/build.ts';
import { closedLoop, createClient, type Measured, median, round } from './lib/load.ts';
import { signInAdmin } from './lib/orderClient.ts';
import { bareTakes, prepareBareLevels } from './lib/references.ts';
import { atLeast, atMost, finish, progress } from './lib/report.ts';

const callers = 256;
const fewCallers = 16;
const rounds = 5;
const seconds = 3;
const articles = 10_000;
const scarcePieces = 500;

interface Level {
  variantId: string;
  locationId: string;
}

/**
 * Holds: what the module does for callers of its own process (everything written that a hold writes: level, hold, line,
 * ledger, key and event), beside the bare statement that takes one unit and writes nothing else; and what a machine gets
 * over HTTP with a key. One article for all, then ten thousand.
 */
export async function run(): Promise<number> {
  progress('starting the demo retailer …');
  const stage = await openStage(await buildProgram());
  const pool = new pg.Pool({ connectionString: stage.engines.databaseUrl, max: 4 });
  const database = openDatabase({ url: stage.engines.databaseUrl, maxConnections: 20 });
  try {
    const server = await stage.start({ THROUGHLINE_DEMO: 'on', THROUGHLINE_ROLE: 'api' });
    const ctx = contextOf(database.db);
    const locationId = newId();
    const levels = await stockUp(ctx, locationId, articles, 1_000_000);
    const [hot] = await stockUp(ctx, locationId, 1, 100_000_000);
    const [scarce] = await stockUp(ctx, locationId, 1, scarcePieces);
    if (!hot || !scarce) throw new Error('there is no stock');
    await prepareBareLevels(pool, articles);
    await pool.query('analyze');
    const deadlocksBefore = await deadlocks(pool);

    let accepted = 0;
    let refusedFalsely = 0;
    const hold = async (level: Level) => {
      const held = await reserve(
        { ...ctx, idempotency: { key: randomUUID(), fingerprint: 'bench' } },
        requestOf(ctx, level),
      );
      if (held.ok) accepted += 1;
      else refusedFalsely += 1;
      return held.ok;
    };
    const spread = (n: number) => levels[(n * 7_919) % articles] ?? hot;

    progress('warming up …');
    await closedLoop(callers, 2, () => hold(hot));
    await closedLoop(callers, 2, (n) => hold(spread(n)));
    const measured: Record<string, Measured[]> = {};
    const keep = (name: string, one: Measured) => {
      measured[name] = [...(measured[name] ?? []), one];
    };
    for (let n = 1; n <= rounds; n += 1) {
      keep('bareHot', await bareTakes(stage.engines.databaseUrl, fewCallers, seconds, () => 1));
      keep('hot', await closedLoop(callers, seconds, () => hold(hot)));
      keep(
        'bareSpread',
        await bareTakes(stage.engines.databaseUrl, fewCallers, seconds, (k) => 1 + ((k * 7_919) % articles)),
      );
      keep('spread', await closedLoop(callers, seconds, (k) => hold(spread(k))));
      keep('hotFew', await closedLoop(fewCallers, 1, () => hold(hot)));
      keep('alone', await closedLoop(1, 1, () => hold(hot)));
      progress(
        `round ${n} of ${rounds}: hot ${last(measured.hot)} (bare ${last(measured.bareHot)}), spread ${last(measured.spread)} (bare ${last(measured.bareSpread)}), at ${fewCallers} ${last(measured.hotFew)}`,
      );
    }

    progress('over HTTP …');
    const client = createClient(server.url, callers);
    const token = await makeKey(client);
    let sold = 0;
    const overHttp = async (level: Level) => {
      const answer = await client.send({
        method: 'POST',
        path: '/api/stock/reservations',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
        body: { reference: randomUUID(), lines: [{ ...level, quantity: 1 }] },
      });
      return answer.status;
    };
    const overHttpOk = async (level: Level) => {
      const isHeld = (await overHttp(level)) === 201;
      if (isHeld) accepted += 1;
      return isHeld;
    };
    await closedLoop(callers, 3, () => overHttpOk(hot));
    for (let n = 1; n <= rounds; n += 1) {
      keep('http', await closedLoop(callers, seconds, () => overHttpOk(hot)));
      keep('httpSpread', await closedLoop(callers, seconds, (k) => overHttpOk(spread(k))));
      progress(`round ${n} of ${rounds}: hot ${last(measured.http)}/s, spread ${last(measured.httpSpread)}/s`);
    }
    // The last pieces, from both sides at once: the module's process and the server's.
    await closedLoop(
      callers,
      100,
      async (n) => {
        const isHeld = n % 2 === 0 ? (await overHttp(scarce)) === 201 : (await reserve(ctx, requestOf(ctx, scarce))).ok;
        if (isHeld) sold += 1;
        return true;
      },
      scarcePieces * 4,
    );
    client.close();

    const count = async (text: string, values: unknown[] = []) =>
      Number((await pool.query<{ n: string }>(text, values)).rows[0]?.n);
    const failures = Object.values(measured)
      .flat()
      .reduce((sum, one) => sum + one.failures, 0);
    const perSecond = (name: string) => round(median((measured[name] ?? []).map((one) => one.perSecond)), 0);
    const ms = (name: string, which: 'p50Ms' | 'p99Ms') =>
      round(median((measured[name] ?? []).map((one) => one[which])));
    const ratios = {
      hotToBare: round(perSecond('hot') / perSecond('bareHot')),
      spreadToBare: round(perSecond('spread') / perSecond('bareSpread')),
    };
    return finish({
      bench: 'stock',
      figures: {
        hot256PerSecond: perSecond('hot'),
        hot256P99Ms: ms('hot', 'p99Ms'),
        spread256PerSecond: perSecond('spread'),
        spread256P99Ms: ms('spread', 'p99Ms'),
        hot16PerSecond: perSecond('hotFew'),
        alonePerSecond: perSecond('alone'),
        aloneP50Ms: ms('alone', 'p50Ms'),
        httpHot256PerSecond: perSecond('http'),
        httpHot256P50Ms: ms('http', 'p50Ms'),
        httpHot256P99Ms: ms('http', 'p99Ms'),
        httpSpread256PerSecond: perSecond('httpSpread'),
        holds: accepted,
      },
      references: { bareHot16PerSecond: perSecond('bareHot'), bareSpread16PerSecond: perSecond('bareSpread') },
      ratios,
      aims: {
        hotToBare: atLeast(15, ratios.hotToBare),
        spreadToBare: atLeast(3, ratios.spreadToBare),
        httpHot256PerSecond: atLeast(6_000, perSecond('http')),
        httpHot256P99Ms: atMost(120, ms('http', 'p99Ms')),
      },
      checks: {
        failures: failures + refusedFalsely,
        oversold:
          (await count('select count(*) as n from stock.level where reserved > on_hand - damaged')) +
          Math.max(0, sold - scarcePieces),
        scarceNotSold: scarcePieces - sold,
        holdsNotWritten:
          accepted +
          sold -
          (await count('select count(*) as n from stock.reservation_line where location_id = $1', [locationId])),
        eventsNotWritten:
          accepted +
          sold -
          (await count(
            `select count(*) as n from kernel.outbox where type = 'stock.reservation.held' and location_id = $1`,
            [locationId],
          )),
        reconcile: (await reconcileStock(ctx)).length,
        deadlocks: (await deadlocks(pool)) - deadlocksBefore,
      },
    });
  } finally {
    await database.close();
    await pool.end();
    await stage.close();
  }
}

const last = (list: readonly Measured[] | undefined) => list?.at(-1)?.perSecond;

/** As an operation gets it in a server of its own; a hold asks for database, clock, ids and actor. */
function contextOf(db: Ctx['db']): Ctx {
  return {
    requestId: newId(),
    actor: { kind: 'system', name: 'bench' },
    channel: 'web',
    locationId: undefined,
    language: 'en',
    db,
    clock: createClock(),
    jobs: { add: async () => undefined } as unknown as Ctx['jobs'],
    memory: createMemory(),
    newId,
    // A hold logs nothing.
    log: console as unknown as Ctx['log'],
    idempotency: undefined,
    cause: undefined,
  };
}

const requestOf = (ctx: Ctx, level: Level) => ({
  id: newId(),
  owner: { kind: 'cart_line' as const, id: newId() },
  subjectId: newId(),
  purpose: 'checkout' as const,
  expiresAt: new Date(ctx.clock.now().getTime() + 3_600_000),
  lines: [{ ...level, quantity: 1, allowDisplay: true }],
  context: {},
});

async function stockUp(ctx: Ctx, locationId: string, count: number, units: number): Promise<Level[]> {
  const levels = Array.from({ length: count }, () => ({ variantId: newId(), locationId }));
  for (let n = 0; n < count; n += 500) {
    const changes = levels
      .slice(n, n + 500)
      .map((level) => ({ ...level, kind: 'receive' as const, delta: units, reason: 'the benchmark' }));
    const changed = await changeOnHand(ctx, changes);
    if (!changed.ok) throw new Error('the stock was not received');
  }
  return levels;
}

async function makeKey(client: ReturnType<typeof createClient>): Promise<string> {
  const cookie = await signInAdmin(client);
  const answer = await client.send({
    method: 'POST',
    path: '/api/staff/api-keys',
    headers: { cookie, 'idempotency-key': randomUUID() },
    body: { name: 'the benchmark', scopes: ['stock:reserve'] },
  });
  if (answer.status >= 300) throw new Error(`no key was made: ${answer.text.slice(0, 300)}`);
  return (JSON.parse(answer.text) as { token: string }).token;
}

async function deadlocks(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    'select deadlocks as n from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0]?.n);
}
