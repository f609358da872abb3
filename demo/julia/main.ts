import { resolve } from 'node:path';
import { openStage } from './servers.ts';
import { playJulia } from './story.ts';
import { BrokenPromise, createTeller } from './telling.ts';
import { variations } from './variations.ts';

const root = resolve(import.meta.dirname, '../..');
const { buildServer } = (await import(`${root}/scripts/build.mjs`)) as { buildServer(root: string): Promise<void> };

/** `npm run julia`: the story over the public API, on two servers of its own; exits non-zero if a promise is broken. */
const teller = createTeller();
const begun = Date.now();
await buildServer(root);
const stage = await openStage(`${root}/.build/server.mjs`);
try {
  await playJulia(stage, teller);
  for (const variation of variations) await variation(stage, teller);
  console.log(`\nEvery promise was kept: ${teller.checked()} checked in ${Math.round((Date.now() - begun) / 1000)} s.`);
} catch (error) {
  if (!(error instanceof BrokenPromise)) console.error(error);
  console.error(`\n${error instanceof BrokenPromise ? 'A promise was broken.' : 'The story could not be told.'}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
process.exit();
