import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { buildApp, type Screens } from './http/app.ts';
import { createRateLimit } from './http/rateLimit.ts';
import { type Analytics, migrateAnalytics } from './kernel/analytics.ts';
import { baseContext } from './kernel/baseContext.ts';
import type { FollowingClock } from './kernel/clock.ts';
import type { Ctx } from './kernel/context.ts';
import { type DatabaseHandle, openDatabase } from './kernel/database.ts';
import { followChanges } from './kernel/followChanges.ts';
import { createJobs, type JobRunner } from './kernel/jobs.ts';
import { createLiveHub, type LiveHub } from './kernel/live.ts';
import { migrate } from './kernel/migrate.ts';
import { isHeldBack } from './kernel/outbox.ts';
import { createRelay, type Relay } from './kernel/relay.ts';
import { hasMailbox } from './modules/engagement/index.ts';
import { stripePage } from './modules/payments/index.ts';
import type { Composition } from './modules.ts';
import { oneAtATime } from './oneAtATime.ts';

export interface ServerParts {
  config: Config;
  databaseUrl: string;
  analytics: Analytics;
  clock: FollowingClock;
  log: Logger;
  composition: Composition;
  trackerScript?: string | undefined;
  screens?: Screens | undefined;
  version: string;
}

/** One running server: in `npm start` the whole process, in tests one of several in it. */
export interface Server {
  app: FastifyInstance;
  base: Ctx;
  database: DatabaseHandle;
  relay: Relay;
  jobs: JobRunner;
  live: LiveHub;
  /** Starts events, jobs and live updates as the role asks; listening is the caller's. */
  start(): Promise<void>;
  /** Drains requests, then events and jobs, then closes connections. The engines stop after that. */
  stop(): Promise<void>;
  /** Delivers all events and runs all due jobs until nothing moves: for tests and for the last moments of a server. */
  settle(): Promise<void>;
}

/** So long a drain waits for the older transaction that holds events back. */
const heldBackMs = 20_000;

export async function createServer(parts: ServerParts): Promise<Server> {
  const { config, clock, log } = parts;
  const database = openDatabase({
    url: parts.databaseUrl,
    maxConnections: 20,
    // Only its words: pg hangs the whole client on the error. The last connections may still be closing when the engine stops.
    onError: (error) => {
      if (!closed) log.warn({ reason: error.message }, 'an idle database connection was lost');
    },
  });
  let started = false;
  let stopping = false;
  let closed = false;
  const { runner: jobs, attach } = createJobs(database.db, 'Europe/Warsaw');
  const base = baseContext('server', { db: database.db, clock, jobs, log, connections: parts.composition.connections });
  const { modules } = parts.composition;
  const prepareAnalytics = () =>
    oneAtATime(database.pool, () =>
      migrateAnalytics(
        parts.analytics,
        modules.flatMap((module) => module.analyticsMigrations ?? []),
      ),
    );
  await migrate(
    database.pool,
    modules.flatMap((module) => module.migrations ?? []),
  );
  let waitingForAnalytics: NodeJS.Timeout | undefined;
  if (!parts.analytics.unavailable) {
    if (await parts.analytics.ping()) await prepareAnalytics();
    else {
      // The shop must start without Insight, as it goes on without it; events wait in PostgreSQL meanwhile.
      log.warn('the analytics engine does not answer; Insight begins when it does (asked every 5 s)');
      waitingForAnalytics = setInterval(() => void prepareWhenBack(), 5_000);
      waitingForAnalytics.unref();
    }
  }

  async function prepareWhenBack(): Promise<void> {
    if (!(await parts.analytics.ping())) return;
    try {
      await prepareAnalytics();
      clearInterval(waitingForAnalytics);
      log.info('the analytics engine answers; Insight begins');
    } catch (error) {
      log.error({ err: error }, 'the analytics engine answers and cannot be prepared; asking again');
    }
  }
  await followDatabaseClock(base, clock);

  attach(
    base,
    modules.flatMap((module) => module.jobs ?? []),
  );
  await oneAtATime(database.pool, () => jobs.start({ work: false }));
  const relay = createRelay(
    base,
    modules.flatMap((module) => module.subscribers ?? []),
    base.requestId,
  );
  const live = createLiveHub(
    base,
    parts.databaseUrl,
    modules.flatMap((module) => module.liveRules ?? []),
  );
  const changes = followChanges(base, parts.databaseUrl, base.memory);
  const app = await buildApp({
    base,
    routes: modules.flatMap((module) => module.routes ?? []),
    sessions: parts.composition.sessions(base),
    rateLimit: createRateLimit(database.pool),
    live,
    publicUrl: config.publicUrl,
    version: parts.version,
    health: { base, analytics: parts.analytics, relay, jobs, isStopping: () => stopping },
    frontPage: { mailbox: hasMailbox(config), demo: config.demo, paymentPage: stripePage(config.stripe) },
    trackerScript: parts.trackerScript,
    screens: parts.screens,
  });
  let openRequests = 0;
  app.server.on('request', (_request, response) => {
    openRequests += 1;
    response.once('close', () => {
      openRequests -= 1;
    });
  });
  const worker = config.role !== 'api';
  let clockTimer: NodeJS.Timeout | undefined;

  async function drainModules(): Promise<boolean> {
    let any = false;
    for (const module of modules) if (await module.drainOnce?.(base)) any = true;
    return any;
  }

  async function settle(): Promise<void> {
    const begun = performance.now();
    for (let round = 0; round < 100 && !closed; ) {
      // Asked first: what is let go between the question and the drain is delivered by the drain.
      const held = performance.now() - begun < heldBackMs && (await isHeldBack(database.db));
      const moved = await relay.drainOnce();
      const worked = await jobs.drainOnce();
      const others = await drainModules();
      if (moved || worked || others) round += 1;
      else if (held) await new Promise((resolve) => setTimeout(resolve, 10));
      else return;
    }
  }

  return {
    app,
    base,
    database,
    relay,
    jobs,
    live,
    settle,
    async start() {
      await app.ready();
      await jobs.start({ work: worker });
      await changes.start();
      await live.start();
      if (worker) {
        relay.start();
        for (const module of modules) module.start?.(base);
      }
      started = true;
      clockTimer = setInterval(() => void followDatabaseClock(base, clock).catch(() => undefined), 30_000);
      clockTimer.unref();
    },
    async stop() {
      stopping = true;
      clearInterval(clockTimer);
      clearInterval(waitingForAnalytics);
      await live.stop();
      await changes.stop();
      // A browser that opened a connection ahead of need and says nothing is not idle to Node, and would hold up the close
      // for a minute. A request gets five seconds to be answered.
      const since = performance.now();
      const hurry = setInterval(() => {
        if (openRequests === 0 || performance.now() - since > 5_000) app.server.closeAllConnections();
      }, 50);
      await app.close();
      clearInterval(hurry);
      await relay.stop();
      if (worker && started) await Promise.race([settle(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
      closed = true;
      await jobs.stop();
      for (const module of modules) await module.stop?.();
      await parts.analytics.close();
      await database.close();
    },
  };
}

/** Two servers agree on what has expired because both follow the clock of the one database. */
async function followDatabaseClock(ctx: Ctx, clock: FollowingClock): Promise<void> {
  const before = Date.now();
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(ctx.db);
  const after = Date.now();
  const now = rows[0]?.now;
  if (now) clock.follow(now.getTime() - (before + after) / 2);
}
