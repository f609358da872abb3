import { type Config, readConfig } from './config.ts';
import { acquireInstanceLock, startEngines } from './engines/index.ts';
import { explainFailure } from './explainFailure.ts';
import { migrateAnalytics, openAnalytics } from './kernel/analytics.ts';
import { openDatabase } from './kernel/database.ts';
import { migrate } from './kernel/migrate.ts';
import { composeModules } from './modules.ts';
import { oneAtATime } from './oneAtATime.ts';
import { proveDatabase } from './proveDatabase.ts';

/** `npm run migrate`: brings database and analytics up to date and stops; what a rollout runs before the new servers. */
async function run(): Promise<void> {
  const config = readConfig();
  // Embedded engines belong to one process: beside a running server this would stop them under it.
  const embedded = config.databaseUrl === undefined || config.clickhouseUrl === undefined;
  const lock = embedded ? await acquireInstanceLock(config.dataDir) : undefined;
  try {
    await migrateAll(config);
  } finally {
    await lock?.release();
  }
}

async function migrateAll(config: Config): Promise<void> {
  if (config.databaseUrl) await proveDatabase(config.databaseUrl);
  const engines = await startEngines({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
    ...(config.clickhouseUrl ? { clickhouseUrl: config.clickhouseUrl } : {}),
    log: (line) => console.error(line),
  });
  const { modules } = composeModules({ ...config, secret: 'migrations need no secret, only tables' });
  // Should the engine end under us, the statement at hand says so; an idle connection need not end the process.
  const database = openDatabase({ url: engines.databaseUrl, maxConnections: 2, onError: () => undefined });
  const analytics = openAnalytics(engines.clickhouseUrl, engines.clickhouseUnavailable);
  try {
    const ran = await migrate(
      database.pool,
      modules.flatMap((module) => module.migrations ?? []),
    );
    if (analytics.unavailable) console.error(analytics.unavailable);
    else
      await oneAtATime(database.pool, () =>
        migrateAnalytics(
          analytics,
          modules.flatMap((module) => module.analyticsMigrations ?? []),
        ),
      );
    console.log(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations: ${ran.join(', ')}.`);
  } finally {
    await analytics.close();
    await database.close();
    await engines.stop();
  }
}

run().catch((error: unknown) => {
  console.error(explainFailure(error) ?? error);
  process.exitCode = 1;
});
