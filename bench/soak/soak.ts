import pg from 'pg';
import { openStage, type ServerProcess, type Stage } from '../../demo/julia/servers.ts';
import { childrenOf } from '../lib/memory.ts';
import { type Act, chooseAct, perform } from './acts.ts';
import { type Caller, createCaller } from './caller.ts';
import { closeBooks, explainReserved, type Faults, holdBooks, type LastFaults } from './holdBooks.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { createRandom } from './random.ts';
import { addTrackedSource, beginTracking, closeTracking, type TrackingFaults } from './tracking.ts';
import { layWorld } from './world.ts';

export interface SoakOptions {
  seed: number;
  seconds: number;
  clients: number;
  /** From one kill to the next; longer where the last one is not over by then. */
  killEverySeconds: number;
  say: (line: string) => void;
}

interface Kills {
  servers: number;
  workers: number;
  database: number;
  analytics: number;
}

export interface SoakReport {
  seed: number;
  seconds: number;
  acts: number;
  actsPerSecond: number;
  refused: number;
  retries: number;
  byAct: Partial<Record<Act, number>>;
  /** Events that trackers were told are kept. */
  tracked: number;
  kills: Kills;
  checks: LastFaults & TrackingFaults & { brokenWhileRunning: number; faultyAnswers: number; serversThatDied: number };
  /** The first words of what went wrong. */
  faults: string[];
}

/**
 * Clients do what shoppers, tills and marketplaces do, at random, on two servers, and trackers tell what people look at,
 * while one of the servers, a worker beside them,
 * PostgreSQL or the analytics engine is killed (SIGKILL) again and again. What the clients were told is the oracle: after each
 * kill, and at the end, the books are held against it.
 */
export async function soak(program: string, options: SoakOptions): Promise<SoakReport> {
  const { say } = options;
  const stage = await openStage(program);
  const caller = createCaller(options.clients);
  const pool = new pg.Pool({ connectionString: stage.engines.databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  // The pool listens to idle connections only; one that is at work when PostgreSQL is killed fails its statement as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const servers: (ServerProcess | undefined)[] = [];
  const serve = () => caller.serve(servers.flatMap((server) => server?.url ?? []));
  try {
    say('starting two servers and a worker with the demo retailer …');
    servers[0] = await stage.start({ THROUGHLINE_DEMO: 'on' });
    servers[1] = await stage.start({ THROUGHLINE_DEMO: 'off' });
    const workers = [await startWorker(stage)];
    const oracle = createOracle();
    const world = await layWorld(servers[0].url, stage.engines.databaseUrl, oracle);
    serve();
    await addTrackedSource(pool);
    const run = begin({ ...options, caller, oracle, world });
    const tracking = beginTracking(caller, trackers, run.faults);
    const killed = await killAgainAndAgain({
      ...options,
      stage,
      servers,
      workers,
      serve,
      pool,
      oracle,
      faults: run.faults,
    });
    await Promise.all([run.stop(), tracking.stop()]);
    say('the clients are done; the shop comes to rest …');
    const closing = async () => ({
      ...(await closeBooks(pool, oracle)),
      ...(await closeTracking(pool, stage.engines.clickhouseUrl ?? '', tracking.told())),
    });
    const last = await rest(closing, () => explainReserved(pool, oracle), say);
    const seconds = run.seconds();
    return {
      seed: options.seed,
      seconds: Math.round(seconds),
      acts: run.done(),
      actsPerSecond: Math.round((run.done() / seconds) * 10) / 10,
      refused: run.refused(),
      retries: caller.retries(),
      byAct: run.byAct,
      tracked: tracking.told(),
      kills: killed.kills,
      checks: {
        ...last,
        brokenWhileRunning: killed.broken,
        faultyAnswers: run.faults.length,
        serversThatDied: [...servers, ...workers].filter((server) => server?.hasEnded()).length,
      },
      faults: run.faults.slice(0, 5),
    };
  } finally {
    caller.close();
    await pool.end();
    await stage.close();
  }
}

function begin(parts: SoakOptions & { caller: Caller; oracle: Oracle; world: Awaited<ReturnType<typeof layWorld>> }) {
  let going = true;
  let done = 0;
  let refused = 0;
  const byAct: Partial<Record<Act, number>> = {};
  const faults: string[] = [];
  const begun = performance.now();
  let ended = begun;
  const all = Promise.all(
    Array.from({ length: parts.clients }, async (_, n) => {
      const random = createRandom(parts.seed + n);
      const doing = { world: parts.world, oracle: parts.oracle, caller: parts.caller, random };
      while (going) {
        const act = chooseAct(random);
        try {
          if (await perform(act, doing)) {
            done += 1;
            byAct[act] = (byAct[act] ?? 0) + 1;
          } else refused += 1;
        } catch (error) {
          faults.push(`${act}: ${String(error)}`);
          if (faults.length <= 5) parts.say(`  fault: ${faults.at(-1)}`);
          if (faults.length > 50) return;
        }
      }
    }),
  );
  return {
    byAct,
    faults,
    done: () => done,
    refused: () => refused,
    seconds: () => (ended - begun) / 1_000,
    async stop() {
      going = false;
      ended = performance.now();
      await all;
    },
  };
}

async function killAgainAndAgain(
  parts: SoakOptions & {
    stage: Stage;
    servers: (ServerProcess | undefined)[];
    workers: ServerProcess[];
    serve: () => void;
    pool: pg.Pool;
    oracle: Oracle;
    faults: string[];
  },
) {
  const { stage, servers, workers, serve, pool, oracle, say } = parts;
  const kills: Kills = { servers: 0, workers: 0, database: 0, analytics: 0 };
  let broken = 0;
  const end = performance.now() + parts.seconds * 1_000;
  const victims = ['server 1', 'PostgreSQL', 'the worker', 'the analytics engine', 'server 2'] as const;
  // However slow the machine is, each kind is killed once.
  for (let n = 0, next = performance.now(); n < 4 || performance.now() < end - 4_000; n += 1) {
    next += parts.killEverySeconds * 1_000;
    await sleep(Math.max(0, next - performance.now()));
    const victim = victims[n % victims.length] ?? 'server 1';
    if (victim === 'PostgreSQL') {
      await stage.killDatabase();
      kills.database += 1;
    } else if (victim === 'the analytics engine') {
      // The engines are children of this process.
      for (const pid of childrenOf(process.pid, /chdbChild/)) process.kill(pid, 'SIGKILL');
      kills.analytics += 1;
    } else if (victim === 'the worker') {
      await workers[0]?.kill();
      kills.workers += 1;
      workers[0] = await startWorker(stage);
    } else {
      const which = victim === 'server 1' ? 0 : 1;
      await servers[which]?.kill();
      servers[which] = undefined;
      serve();
      kills.servers += 1;
      servers[which] = await stage.start({ THROUGHLINE_DEMO: 'off' });
      serve();
    }
    const faults = await untilItAnswers(() => holdBooks(pool, oracle));
    const wrong = (Object.entries(faults) as [keyof Faults, number][]).filter(([, count]) => count > 0);
    broken += wrong.length;
    say(
      `  killed ${victim}; ${oracle.orders.size} orders; ${
        wrong.length === 0 ? 'the books are right' : wrong.map(([name, count]) => `${name}: ${count}`).join(', ')
      }`,
    );
  }
  await sleep(Math.max(0, end - performance.now()));
  return { kills, broken };
}

/** Does what is to be done later, and serves nobody. */
const startWorker = (stage: Stage) => stage.start({ THROUGHLINE_DEMO: 'off', THROUGHLINE_ROLE: 'worker' });

/** Holds run out, events and refunds arrive: until nothing differs any more, or for two minutes and a half. */
async function rest<T extends object>(
  closeAll: () => Promise<T>,
  explain: () => Promise<string[]>,
  say: (line: string) => void,
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const last = await untilItAnswers(closeAll);
    const open = Object.entries(last).filter(([, count]) => count > 0);
    if (open.length === 0) return last;
    if (performance.now() - begun > 150_000) {
      for (const line of await explain()) say(`  ${line}`);
      return last;
    }
    say(`  still open: ${open.map(([name, count]) => `${name} ${count}`).join(', ')}`);
    await sleep(2_000);
  }
}

async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 60) throw error;
      await sleep(500);
    }
  }
}

/** Beside the shoppers. */
const trackers = 3;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
