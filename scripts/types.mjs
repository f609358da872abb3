import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const tsc = 'node_modules/typescript7/bin/tsc';
const projects = [
  '.',
  'packages/client',
  'packages/tracker',
  'packages/science',
  'packages/ui',
  'packages/chat',
  'apps/shop',
  'apps/console',
  'e2e',
];

// The shop's routes have types that are written from app/routes.ts.
await run(process.execPath, ['../../node_modules/@react-router/dev/bin.js', 'typegen'], { cwd: 'apps/shop' });
let failed = false;
for (const project of projects) {
  await run(process.execPath, [tsc, '--noEmit', '-p', `${project}/tsconfig.json`], { maxBuffer: 2 ** 24 }).catch(
    (error) => {
      failed = true;
      console.error(error.stdout);
    },
  );
}
process.exit(failed ? 1 : 0);
