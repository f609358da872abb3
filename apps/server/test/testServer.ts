import { createHash } from 'node:crypto';
import pg from 'pg';
import pino from 'pino';
import { inject } from 'vitest';
import { type Config, readConfig } from '../src/config.ts';
import { openAnalytics } from '../src/kernel/analytics.ts';
import { baseContext } from '../src/kernel/baseContext.ts';
import { createClock, type FollowingClock } from '../src/kernel/clock.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { createLog } from '../src/kernel/createLog.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { newId } from '../src/kernel/ids.ts';
import { createJobs } from '../src/kernel/jobs.ts';
import { migrate } from '../src/kernel/migrate.ts';
import type { Module } from '../src/kernel/module.ts';
import { type ComposedConfig, composeModules } from '../src/modules.ts';
import { createServer, type Server } from '../src/server.ts';
import { undeclaredEvents } from './eventCatalogue.ts';

export interface TestServer extends Server {
  clock: FollowingClock;
  databaseUrl: string;
  clickhouseUrl: string | undefined;
  config: Config;
  /** A context as the system, or with what is given. */
  ctx(overrides?: Partial<Ctx>): Ctx;
}

export interface TestServerOptions {
  /** Databases of an earlier test server: a second server on the same data. */
  sharing?: Pick<TestServer, 'databaseUrl' | 'clickhouseUrl'>;
  /** Extra modules, for tests of the kernel. */
  extra?: Module[];
  config?: Partial<Config>;
  /** Events and jobs run by themselves; otherwise the test says `settle()`. */
  running?: boolean;
  /** Takes every line of the log, as an operator's collector would. */
  logTo?: (line: string) => void;
}

const withDatabase = (url: string, name: string) => {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
};

/** A module that is composed already is not composed twice. */
const withExtra = (modules: Module[], extra: Module[]): Module[] => {
  const known = new Set(modules.map((module) => module.name));
  return [...modules, ...extra.filter((module) => !known.has(module.name))];
};

async function asAdmin<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/**
 * A migrated template with the queues of jobs in it, made once a run, under a lock: a copy of it takes 50 ms where
 * migrating takes a second, and a queue is a table of its own.
 */
async function templateDatabase(modules: Module[]): Promise<string> {
  const migrations = modules.flatMap((module) => module.migrations ?? []);
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const made = JSON.stringify([migrations, jobs.map(({ handle: _, ...job }) => job)]);
  const name = `template_${createHash('sha256').update(made).digest('hex').slice(0, 16)}`;
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock(42)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    await client.query(`create database ${name}_making`);
    const database = openDatabase({ url: withDatabase(inject('databaseUrl'), `${name}_making`) });
    await migrate(database.pool, migrations);
    const { runner, attach } = createJobs(database.db, 'Europe/Warsaw');
    attach(
      baseContext('template', { db: database.db, clock: createClock(), jobs: runner, log: pino({ level: 'silent' }) }),
      jobs,
    );
    await runner.start({ work: false });
    await runner.stop();
    await database.close();
    await client.query(`alter database ${name}_making rename to ${name}`);
  });
  return name;
}

export const testConfig = (overrides: Partial<Config> = {}): ComposedConfig => ({
  ...readConfig({}),
  demo: false,
  logLevel: 'silent',
  publicUrl: 'http://localhost:4000',
  ...overrides,
  secret: 'a-secret-for-tests-of-32-characters!',
});

/** A whole server on real engines, with databases of its own. Call `stop()` in afterAll. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const config: ComposedConfig = testConfig(options.config);
  const clock = createClock();
  const { logTo } = options;
  const log = logTo
    ? createLog({ level: 'debug' }, { write: logTo })
    : pino({ level: process.env.TEST_LOG ?? 'silent' });
  const { databaseUrl, clickhouseUrl } = options.sharing ?? (await ownDatabases(config, options.extra ?? []));
  const analytics = openAnalytics(clickhouseUrl, undefined);
  const composition = composeModules(config, analytics);
  const server = await createServer({
    config,
    databaseUrl,
    analytics,
    clock,
    log,
    version: '0.0.0-test',
    composition: { ...composition, modules: withExtra(composition.modules, options.extra ?? []) },
  });
  await server.app.ready();
  if (options.running) await server.start();
  return {
    ...server,
    async stop() {
      // Its owner asks, once; a database that is gone has nothing to say.
      const undeclared = options.sharing ? [] : await undeclaredEvents(server.base.db).catch(() => []);
      await server.stop();
      if (undeclared.length > 0) throw new Error(`Events that are not as they are declared:\n${undeclared.join('\n')}`);
    },
    clock,
    databaseUrl,
    clickhouseUrl,
    config,
    ctx: (overrides = {}) => ({ ...server.base, requestId: newId(), ...overrides }),
  };
}

async function ownDatabases(
  config: ComposedConfig,
  extra: Module[],
): Promise<{ databaseUrl: string; clickhouseUrl: string | undefined }> {
  const name = `t_${newId().replaceAll('-', '')}`;
  const template = await templateDatabase(withExtra(composeModules(config).modules, extra));
  await asAdmin((client) => client.query(`create database ${name} template ${template}`));
  const clickhouse = inject('clickhouseUrl');
  if (clickhouse) {
    const analytics = openAnalytics(clickhouse, undefined);
    await analytics.command(`create database ${name}`);
    await analytics.close();
  }
  return {
    databaseUrl: withDatabase(inject('databaseUrl'), name),
    clickhouseUrl: clickhouse ? withDatabase(clickhouse, name) : undefined,
  };
}
