// @ts-check
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The tracker as one script for browsers: what /tracker.js answers. A few milliseconds.
 * @returns {Promise<string>}
 */
export async function bundleTracker() {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('./browser.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['es2020'],
    legalComments: 'none',
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}
