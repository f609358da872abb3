import { ConfigError, readConfig } from './config.ts';
import { EngineError, startEngines } from './engines/index.ts';
import { migrateAnalytics, openAnalytics } from './kernel/analytics.ts';
import { openDatabase } from './kernel/database.ts';
import { MigrationError, migrate } from './kernel/migrate.ts';
import { composeModules } from './modules.ts';

/** `npm run migrate`: brings database and analytics up to date and stops; what a rollout runs before the new servers. */
async function run(): Promise<void> {
  const config = readConfig();
  const engines = await startEngines({
    dataDir: config.dataDir,
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
    ...(config.clickhouseUrl ? { clickhouseUrl: config.clickhouseUrl } : {}),
    log: (line) => console.error(line),
  });
  try {
    const { modules } = composeModules({ ...config, secret: 'migrations need no secret, only tables' });
    const database = openDatabase({ url: engines.databaseUrl, maxConnections: 2 });
    const ran = await migrate(
      database.pool,
      modules.flatMap((module) => module.migrations ?? []),
    );
    await database.close();
    const analytics = openAnalytics(engines.clickhouseUrl, engines.clickhouseUnavailable);
    if (!analytics.unavailable) {
      await migrateAnalytics(
        analytics,
        modules.flatMap((module) => module.analyticsMigrations ?? []),
      );
    }
    await analytics.close();
    console.log(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations: ${ran.join(', ')}.`);
  } finally {
    await engines.stop();
  }
}

run().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof EngineError || error instanceof MigrationError;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
});
