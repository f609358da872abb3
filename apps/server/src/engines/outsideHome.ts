import { spawn } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeFileDurably } from './durableFile.ts';
import { ensureLibraryLinks } from './libraryLinks.ts';
import { runToEnd } from './runToEnd.ts';

/*
 * Where root keeps what an unprivileged user must reach, when neither the clone nor the data folder lets that user in:
 * the programs and the cluster, each in a folder of a random name under /var/lib/throughline. What was chosen is
 * remembered in the data folder, in `postgres-outside.json`.
 */

export interface User {
  uid: number;
  gid: number;
}

export interface Outside {
  user: User;
  /** The folder the cluster lives in, once chosen. */
  home?: string | undefined;
  /** A copy of the programs, and what it is a copy of. */
  programs?: { folder: string; version: string } | undefined;
}

const defaultOutsideDir = '/var/lib/throughline';

export async function readOutside(dataDir: string): Promise<Outside | undefined> {
  try {
    // Written by root into a folder of root's; a damaged one is an error that must not pass for "none".
    return JSON.parse(await readFile(join(dataDir, 'postgres-outside.json'), 'utf8')) as Outside;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** `nobody` or, where there is none, `postgres`: never a person's account, whose files PostgreSQL could then read. */
export async function findUnprivilegedUser(): Promise<User | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const name of ['nobody', 'postgres']) {
    const fields = lines.find((candidate) => candidate[0] === name);
    const user = { uid: Number(fields?.[2] ?? 0), gid: Number(fields?.[3] ?? 0) };
    if (user.uid > 0 && user.gid > 0) return user;
  }
  return undefined;
}

/**
 * The data folder if the user can be let in, else a folder outside. Remembers the choice; undefined when there is none.
 *
 * Letting in takes the right to pass through (mode 0711): everything inside has a mode of its own and stays private.
 * Only what lies above the data folder is never changed.
 */
export async function homeOutside(
  dataDir: string,
  user: User,
  outsideDir = defaultOutsideDir,
): Promise<string | undefined> {
  const known = await readOutside(dataDir);
  if (known?.home !== undefined) return known.home;
  let home = dataDir;
  if (!(await canEnter(dataDir, user))) {
    const { mode } = await stat(dataDir);
    await chmod(dataDir, (mode & 0o777) | 0o011);
    const letIn = await canEnter(dataDir, user);
    if (letIn) return remember(dataDir, { ...known, user, home });
    await chmod(dataDir, mode & 0o777);
    try {
      home = await makeFolder(outsideDir, 'data-');
    } catch {
      return undefined;
    }
    if (!(await canEnter(home, user))) return undefined;
  }
  return remember(dataDir, { ...known, user, home });
}

async function remember(dataDir: string, outside: Outside & { home: string }): Promise<string> {
  await writeOutside(dataDir, outside);
  return outside.home;
}

/**
 * Copies the programs where any user may run and nobody but root may change them, once per version. The folder has a
 * random name, because in a shared temporary folder another user could lay out a fixed one beforehand.
 */
export async function reachablePrograms(
  nativeDir: string,
  dataDir: string,
  user: User,
  outsideDir = defaultOutsideDir,
): Promise<string> {
  const known = await readOutside(dataDir);
  const version = await readVersion(nativeDir);
  if (known?.programs !== undefined) {
    const found = await lstat(known.programs.folder).catch(() => undefined);
    const isSound = found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
    if (isSound && known.programs.version === version) return join(known.programs.folder, 'native');
    if (isSound) await rm(known.programs.folder, { recursive: true, force: true });
  }
  const folder = await makeFolder(outsideDir, 'programs-').catch(() => makeFolder(tmpdir(), 'throughline-postgres-'));
  const copy = join(folder, 'native');
  await cp(nativeDir, copy, { recursive: true, verbatimSymlinks: true });
  await ensureLibraryLinks(copy, join(folder, 'libraries'));
  await writeOutside(dataDir, { ...known, user, programs: { folder, version } });
  return copy;
}

/** Made by root, open to enter and read for all: what is private inside has a mode of its own. */
async function makeFolder(parent: string, prefix: string): Promise<string> {
  if (parent !== tmpdir()) await mkdir(parent, { recursive: true, mode: 0o755 });
  const folder = await mkdtemp(join(parent, prefix));
  await chmod(folder, 0o755);
  return folder;
}

async function writeOutside(dataDir: string, outside: Outside): Promise<void> {
  await writeFileDurably(join(dataDir, 'postgres-outside.json'), `${JSON.stringify(outside)}\n`);
}

async function readVersion(nativeDir: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(dirname(nativeDir), 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

/** Asks the kernel, as that user. */
async function canEnter(folder: string, user: User): Promise<boolean> {
  const result = await runToEnd(
    () => spawn('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] }),
    10_000,
  );
  return result.code === 0;
}
