import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { explainFailure } from './explainFailure.ts';
import { backup } from './keep/backup.ts';
import { moveTo } from './keep/moveTo.ts';
import { createProgress } from './keep/progress.ts';
import { restore } from './keep/restore.ts';
import { KeepError } from './keep/source.ts';
import { composeModules } from './modules.ts';

const usage: Record<string, string> = {
  backup: 'npm run backup [-- FOLDER]',
  restore: 'npm run restore -- FOLDER [--replace]',
  'move-to': 'npm run move-to -- postgres://user:password@host/database [--replace] [--trial]',
};

/** `npm run backup`, `restore` and `move-to`: everything into a folder, back from it, or into another PostgreSQL. */
async function run(): Promise<void> {
  const { command, subject, replace, trial } = readArguments();
  const config = readConfig();
  const { modules } = composeModules({ ...config, secret: 'copies need no secret, only tables' });
  const progress = createProgress();
  const begun = performance.now();
  const took = () => `in ${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if (command === 'backup') {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const folder = subject ?? join(config.dataDir, 'backups', stamp);
    const done = await backup(config, modules, folder, progress);
    console.log(
      `Wrote ${done.rows} rows of ${done.tables} tables (${(done.bytes / 1_000_000).toFixed(1)} MB) ${took()} to ${done.folder}`,
    );
    if (!done.hasJourneys) console.log('Journeys were left out: no analytics engine answers here.');
    console.log('It holds everything, the personal data and the key of the sign-ins too: keep it as you keep those.');
    return;
  }
  if (subject === undefined) throw new ConfigError(`Say where: ${usage[command]}`);
  const done =
    command === 'restore'
      ? await restore(config, modules, { folder: subject, replace }, progress)
      : await moveTo(config, modules, { target: subject, replace, trial }, progress);
  console.log(`Copied ${done.rows} rows of ${done.tables} tables ${took()}; every table was counted on both sides.`);
  if ('madeAt' in done) console.log(`This is how it was on ${done.madeAt}.`);
  if ('touchpoints' in done && done.touchpoints === undefined)
    console.log('Journeys were left out: the backup or this machine has no analytics engine.');
  if ('erasedAgain' in done && Number(done.erasedAgain) > 0)
    console.log(`${done.erasedAgain} people were erased since then; the server erases them again when it starts.`);
  if (done.differences > 0)
    throw new KeepError(
      `${done.differences} stock levels do not follow from their ledger; see Office › Health. They were so in what was copied.`,
    );
  console.log('The stock follows from its ledger.');
  if (command === 'move-to')
    console.log(
      trial ? 'A trial: what was written meanwhile is not in it.' : 'Start the server with DATABASE_URL set to it.',
    );
}

function readArguments() {
  const { values, positionals } = understand();
  const [command, subject, ...more] = positionals;
  const known = command === 'backup' || command === 'restore' || command === 'move-to';
  if (!known || more.length > 0) throw new ConfigError(`Usage: ${Object.values(usage).join(' | ')}`);
  return { command, subject, replace: values.replace, trial: values.trial } as const;
}

function understand() {
  try {
    return parseArgs({
      options: { replace: { type: 'boolean', default: false }, trial: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message.split('. ')[0]}. Usage: ${Object.values(usage).join(' | ')}`);
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof KeepError ? error.message : (explainFailure(error) ?? error));
  process.exitCode = 1;
});
