import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { locatePostgres } from '../postgresBinaries.ts';

/** A folder under the temporary folder with this mode, removed after the test. */
export async function temporaryFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  await chmod(folder, mode);
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/**
 * Copies the platform's PostgreSQL package as `npm ci --ignore-scripts` leaves it: without the library links.
 *
 * @returns its native folder
 */
export async function copyPostgresPackage(into: string): Promise<string> {
  const source = dirname(locatePostgres());
  await mkdir(into, { recursive: true });
  await cp(source, into, { recursive: true, verbatimSymlinks: true });
  for (const link of await libraryLinksOf(into)) await rm(join(into, link.target), { force: true });
  return join(into, 'native');
}

export async function libraryLinksOf(packageFolder: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8');
  return JSON.parse(text) as { source: string; target: string }[];
}
