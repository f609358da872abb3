import { resolve } from 'node:path';
import { inKrakow, nextWeekday, openScene } from './cast.ts';
import { openStage } from './servers.ts';
import { playJulia } from './story.ts';
import { BrokenPromise, createTeller } from './telling.ts';
import { playAgain, variations } from './variations.ts';

const root = resolve(import.meta.dirname, '../..');
const { buildServer } = (await import(`${root}/scripts/build.mjs`)) as { buildServer(root: string): Promise<void> };

/**
 * `npm run julia`: the story over the public API, on two servers of its own, and then its variations; exits non-zero if a
 * promise is broken. `npm run julia -- serverDies twoAgents` plays these variations only.
 */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in variations));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Variations: ${Object.keys(variations).join(', ')}.`);
  process.exit(1);
}
const teller = createTeller();
const begun = Date.now();
await buildServer(root);
const stage = await openStage(`${root}/.build/server.mjs`);
try {
  const scene =
    asked.length === 0
      ? await playJulia(stage, teller)
      : await openScene(stage, inKrakow(nextWeekday(new Date(), 2, 1), '13:40'));
  await playAgain(scene, teller, asked);
  console.log(`\nEvery promise was kept: ${teller.checked()} checked in ${Math.round((Date.now() - begun) / 1000)} s.`);
} catch (error) {
  if (!(error instanceof BrokenPromise)) console.error(error);
  console.error(`\n${error instanceof BrokenPromise ? 'A promise was broken.' : 'The story could not be told.'}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
process.exit();
