import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { bundleTracker } from '../packages/tracker/src/bundle.mjs';

/** Bundles the server's own sources into .build/; packages stay in node_modules. Half a second. */
export async function buildServer(root = process.cwd()) {
  await mkdir(`${root}/.build`, { recursive: true });
  await build({
    entryPoints: {
      server: `${root}/apps/server/src/main.ts`,
      migrate: `${root}/apps/server/src/migrateCommand.ts`,
      // The analytics engine runs in a process of its own and has its own program.
      chdbChild: `${root}/apps/server/src/engines/chdbChild.mjs`,
    },
    outdir: `${root}/.build`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'error',
  });
  // What shops and pages load as /tracker.js.
  await writeFile(`${root}/.build/tracker.js`, await bundleTracker());
}
