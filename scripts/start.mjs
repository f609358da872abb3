import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stop } from 'esbuild';
import { buildServer } from './build.mjs';
import { buildScreens } from './buildScreens.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
process.setSourceMapsEnabled(true);
await Promise.all([buildServer(), buildScreens()]);
await stop();
await import('../.build/server.mjs');
