import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { explainFailure } from './explainFailure.ts';
import { reachEngines } from './keep/reachEngines.ts';
import { baseContext } from './kernel/baseContext.ts';
import { createClock } from './kernel/clock.ts';
import { openDatabase } from './kernel/database.ts';
import { AppError } from './kernel/errors.ts';
import { createJobs } from './kernel/jobs.ts';
import { migrate } from './kernel/migrate.ts';
import { importHistory, readMapping } from './modules/journeys/index.ts';
import { composeModules } from './modules.ts';

const usage = 'npm run import -- FILE --map MAPPING.json';
const faultsShown = 20;

/**
 * `npm run import`: the history of another system (CSV or NDJSON, plain or gzipped) as events, into the database of the server
 * that runs here or would. What it kept is resolved and counted by the server, at once or when it starts.
 */
async function run(): Promise<void> {
  const { path, map } = readArguments();
  const mapping = readMapping(await readFile(map, 'utf8'));
  const { size } = await stat(path);
  const digest = await digestOf(path);
  const config = readConfig();
  const reached = await reachEngines(config, { alone: false });
  // Should the engine end under us, the statement at hand says so; an idle connection need not end the process.
  const database = openDatabase({ url: reached.databaseUrl, maxConnections: 2, onError: () => undefined });
  try {
    const { modules } = composeModules({ ...config, secret: 'an import needs no secret, only tables' });
    await migrate(
      database.pool,
      modules.flatMap((module) => module.migrations ?? []),
    );
    const ctx = baseContext('import', {
      db: database.db,
      clock: createClock(),
      jobs: createJobs(database.db, 'UTC').runner,
      log: pino({ level: 'silent' }),
    });
    let read = 0;
    let said = performance.now();
    const open = () =>
      createReadStream(path).on('data', (chunk) => {
        read += chunk.length;
      });
    const done = await importHistory(ctx, mapping, { digest, open }, ({ rows, kept }) => {
      if (performance.now() - said < 1_000) return;
      said = performance.now();
      console.error(
        `  ${Math.floor((100 * read) / Math.max(1, size))} % of the file read, ${rows} rows, ${kept} events kept`,
      );
    });
    for (const { line, column, value, rule } of done.faults.slice(0, faultsShown))
      console.error(`  line ${line}: ${column} “${value}” ${rule}`);
    if (done.faulty > faultsShown) console.error(`  … ${done.faulty - faultsShown} more`);
    if (done.resumedAt > 0) console.log(`Went on after ${done.resumedAt} events that an earlier run had done.`);
    console.log(
      `${done.rows} rows: ${done.kept} events kept under ${mapping.source}, ${done.known} known already, ${done.faulty} left out.`,
    );
    if (done.faulty > 0) process.exitCode = 2;
  } finally {
    await database.close();
    await reached.release();
  }
}

function readArguments(): { path: string; map: string } {
  let given: ReturnType<typeof understand>;
  try {
    given = understand();
  } catch (error) {
    throw new ConfigError(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`);
  }
  const [path, ...more] = given.positionals;
  if (!path || more.length > 0 || !given.values.map) throw new ConfigError(`Usage: ${usage}`);
  return { path, map: given.values.map };
}

const understand = () => parseArgs({ options: { map: { type: 'string' } }, allowPositionals: true });

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

run().catch((error: unknown) => {
  const isTold = error instanceof AppError || (error as { code?: unknown }).code === 'ENOENT';
  console.error(isTold ? (error as Error).message : (explainFailure(error) ?? error));
  process.exitCode = 1;
});
