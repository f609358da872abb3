import { mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * Makes the library links an npm package cannot carry (libicuuc.so.60 → libicuuc.so.60.2 and so on). The package makes
 * them in its install script, which `npm ci --ignore-scripts` leaves out, and without them postgres does not load.
 *
 * @param nativeDir PostgreSQL's folder inside the package, with `pg-symlinks.json`
 * @param fallbackDir made and filled with links when the package may not be written to
 * @returns what LD_LIBRARY_PATH must be, or undefined when the package itself is complete
 */
export async function ensureLibraryLinks(nativeDir: string, fallbackDir: string): Promise<string | undefined> {
  const links = await readLinks(nativeDir);
  const packageRoot = dirname(nativeDir);
  try {
    for (const link of links) {
      const target = join(packageRoot, link.target);
      await linkOnce(relative(dirname(target), join(packageRoot, link.source)), target);
    }
    return undefined;
  } catch (error) {
    if (!isReadOnly(error)) throw error;
  }
  await mkdir(fallbackDir, { recursive: true, mode: 0o755 });
  for (const link of links) {
    await linkOnce(join(packageRoot, link.source), join(fallbackDir, basename(link.target)));
  }
  // The package's own folder too: a library found through a link looks for its neighbours beside the link.
  return `${fallbackDir}:${join(nativeDir, 'lib')}`;
}

async function readLinks(nativeDir: string): Promise<LibraryLink[]> {
  try {
    return JSON.parse(await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
  } catch (error) {
    // Packages of platforms without links have no such file.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function linkOnce(source: string, target: string): Promise<void> {
  try {
    await symlink(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isReadOnly(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
