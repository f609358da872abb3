import { randomBytes } from 'node:crypto';
import { appendFile, chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './durableFile.ts';
import { EngineError } from './engineError.ts';
import { POSTGRES_MAJOR } from './postgresBinaries.ts';
import { POSTGRES_ADMIN } from './postgresDatabase.ts';
import { runToEnd } from './runToEnd.ts';
import type { Launcher } from './unprivileged.ts';

/**
 * Makes the cluster at first start; afterwards only checks it. It is made in a folder beside and renamed when complete,
 * so a start that is killed half-way leaves nothing that looks like a cluster.
 *
 * Text is compared by code point (PostgreSQL's builtin C.UTF-8): the same on every system and in every version, so an
 * index never goes stale with a library. Sorting for people is asked for per query, with an ICU collation. What is a
 * letter, though, trigrams and the text search parser ask the system's C library: under its plain C locale they would
 * drop every letter but a to z, so a UTF-8 locale of the system is named for that (LC_CTYPE).
 *
 * @returns the cluster's folder, and whether it was made just now
 */
export async function initCluster(
  launcher: Launcher,
  adminPassword: string,
  log: (line: string) => void,
): Promise<{ clusterDir: string; isNew: boolean }> {
  const cluster = join(launcher.clusterHome, 'postgres');
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(absentAsUndefined);
  if (version !== undefined) {
    if (version.trim() === POSTGRES_MAJOR) return { clusterDir: cluster, isNew: false };
    throw new EngineError(
      `The database in ${cluster} was made by PostgreSQL ${version.trim()}, and this is ${POSTGRES_MAJOR}. Start the older release, export the data, and import it here.`,
    );
  }
  await removeLeftovers(launcher.clusterHome);
  log('Making the database for the first time …');
  const unfinished = join(launcher.clusterHome, `postgres.unfinished-${randomBytes(6).toString('hex')}`);
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = join(unfinished, 'password');
  const folder = join(unfinished, 'cluster');
  await writeFile(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
  await launcher.handOver(passwordFile);
  await launcher.handOver(unfinished);

  const failure = await runInitdb(launcher, folder, passwordFile, log);
  if (failure !== undefined) {
    await rm(unfinished, { recursive: true, force: true });
    throw new EngineError(`The database could not be made in ${launcher.clusterHome}: ${failure}`);
  }
  await appendFile(join(folder, 'postgresql.conf'), "\ninclude = 'throughline.conf'\n");
  await writeFile(join(folder, 'throughline.conf'), '', { mode: 0o600 });
  await launcher.handOver(join(folder, 'throughline.conf'));
  await chmod(folder, 0o700);
  await syncFolder(folder);
  await rename(folder, cluster);
  await syncFolder(launcher.clusterHome);
  await rm(unfinished, { recursive: true, force: true });
  return { clusterDir: cluster, isNew: true };
}

/** UTF-8 locales in order of preference; glibc has the first, macOS the others. Plain C is the last resort. */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

/** @returns undefined when it succeeded, else why it did not */
async function runInitdb(
  launcher: Launcher,
  folder: string,
  passwordFile: string,
  log: (line: string) => void,
): Promise<string | undefined> {
  for (const characterType of characterTypes) {
    const args = [
      `--pgdata=${folder}`,
      `--username=${POSTGRES_ADMIN}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${characterType}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ];
    const result = await runToEnd(() => launcher.spawn('initdb', args, { stdio: ['ignore', 'pipe', 'pipe'] }), 120_000);
    if (result.code === 0) {
      if (characterType === 'C')
        log('This system has no UTF-8 locale: search will not find words with accented or Cyrillic letters.');
      return undefined;
    }
    const isUnknownLocale = result.output.includes('invalid locale name');
    if (!isUnknownLocale) return result.output.trim().split('\n').slice(-2).join(' ') || 'initdb was killed';
    await rm(folder, { recursive: true, force: true });
  }
  return 'the system knows no locale';
}

/** What a killed first start left. An initdb that outlived its parent may still write there; then it stays till next time. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith('postgres.unfinished-')) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function absentAsUndefined(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
