import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Lays out a clone in a folder: the sources copied, the packages linked. Tests build and start this one, so that a build
 * of theirs is nobody else's, and so that it may belong to another user.
 */
export async function layClone(into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const name of ['apps', 'packages', 'demo', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(join(root, name), join(into, name), {
      recursive: true,
      filter: (source) => basename(source) !== 'node_modules',
    });
  }
  // A folder of the clone's own, because builds keep passing files in it.
  const packages = join(root, 'node_modules');
  await mkdir(join(into, 'node_modules'));
  for (const name of await readdir(packages)) {
    if (name !== '.vite-temp') await symlink(join(packages, name), join(into, 'node_modules', name));
  }
}

/** Builds as `npm start` does, in a process of its own. */
export function buildClone(clone: string): void {
  const program = `import { buildServer } from './scripts/build.mjs'; await buildServer(); process.exit(0);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: clone,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
}

/** The same build beside packages among which chDB is missing, as on a platform it was not made for. */
export async function layCloneWithoutChdb(into: string, built: string): Promise<void> {
  await cp(join(built, '.build'), join(into, '.build'), { recursive: true });
  await mkdir(join(into, 'node_modules'));
  const packages = join(root, 'node_modules');
  for (const name of await readdir(packages)) {
    if (!name.endsWith('chdb') && !name.startsWith('.'))
      await symlink(join(packages, name), join(into, 'node_modules', name));
  }
  if (existsSync(join(into, 'node_modules', 'chdb'))) throw new Error('chDB is still there');
}
