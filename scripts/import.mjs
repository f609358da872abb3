import { stop } from 'esbuild';
import { buildServer } from './build.mjs';

await buildServer();
await stop();
await import('../.build/import.mjs');
