import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './durableFile.ts';
import { EngineError } from './engineError.ts';
import { POSTGRES_ADMIN, postgresUrl } from './postgresDatabase.ts';
import { runToEnd } from './runToEnd.ts';
import type { Launcher } from './unprivileged.ts';

/** How the embedded PostgreSQL is reached; kept in the data folder, mode 0600. */
export interface PostgresAccess {
  /** Of the role the server uses. */
  password: string;
  /** Of the superuser, for the operator. */
  adminPassword: string;
  port: number | undefined;
}

/**
 * Reads the access file. Where there is none, or none that can be understood, makes random passwords (192 bits) and
 * writes them before they are used.
 */
export async function loadPostgresAccess(dataDir: string): Promise<PostgresAccess & { isNew: boolean }> {
  const path = join(dataDir, 'postgres-access.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    const message = `${path} cannot be read. Start Throughline as the user who owns the data folder.`;
    throw new EngineError(message, { cause: error });
  });
  const found = parseAccess(text);
  if (found !== undefined) return { ...found, isNew: false };
  const made = { password: makePassword(), adminPassword: makePassword(), port: undefined };
  await savePostgresAccess(dataDir, made);
  return { ...made, isNew: true };
}

export async function savePostgresAccess(dataDir: string, access: PostgresAccess): Promise<void> {
  await writeFileDurably(
    join(dataDir, 'postgres-access.json'),
    `${JSON.stringify({ password: access.password, adminPassword: access.adminPassword, port: access.port })}\n`,
  );
}

/** Where the embedded PostgreSQL of a running server answers, for commands beside it; undefined where there is none. */
export async function runningPostgresUrl(dataDir: string): Promise<string | undefined> {
  const access = parseAccess(await readFile(join(dataDir, 'postgres-access.json'), 'utf8').catch(() => ''));
  return access?.port === undefined ? undefined : postgresUrl(access.port, access.password);
}

/**
 * Gives the superuser of a cluster whose password was lost a new one, through PostgreSQL's single-user mode, which asks for none. Who
 * can do this owns the files and could read them anyway. No postmaster may be running.
 */
export async function resetPassword(launcher: Launcher, clusterDir: string, adminPassword: string): Promise<void> {
  const result = await runToEnd(() => {
    const child = launcher.spawn('postgres', ['--single', '-D', clusterDir, 'postgres'], { stdio: 'pipe' });
    // The password is base64url: no quote can be in it.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`alter role ${POSTGRES_ADMIN} password '${adminPassword}';\n`);
    return child;
  }, 60_000);
  if (result.code !== 0 || /ERROR|FATAL/.test(result.output)) {
    throw new EngineError(
      `The password of the database in ${clusterDir} is lost and could not be set anew. Put postgres-access.json back from a backup.`,
    );
  }
}

function parseAccess(text: string): PostgresAccess | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { password, adminPassword, port } = value as Partial<Record<keyof PostgresAccess, unknown>>;
    if (typeof password !== 'string' || typeof adminPassword !== 'string') return undefined;
    return { password, adminPassword, port: typeof port === 'number' ? port : undefined };
  } catch {
    return undefined;
  }
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
