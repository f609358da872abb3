import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, inKrakow } from './calendar.ts';
import { openScene } from './cast.ts';
import { openStage } from './servers.ts';
import { playJulia } from './story.ts';
import { BrokenPromise, createTeller } from './telling.ts';
import { playAgain, variations } from './variations.ts';

const root = resolve(import.meta.dirname, '../..');
const { buildServer } = (await import(`${root}/scripts/build.mjs`)) as { buildServer(root: string): Promise<void> };

/**
 * `npm run julia`: the story over the public API, on two servers of its own, and then its variations; exits non-zero if a
 * promise is broken. `npm run julia -- serverDies twoAgents` plays these variations only; `npm run julia -- --from
 * 2026-12-21` plays it in the days from then on, whatever holidays they have.
 */
const { positionals: asked, values } = parseArgs({ allowPositionals: true, options: { from: { type: 'string' } } });
if (values.from !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(values.from) || Number.isNaN(Date.parse(values.from)))) {
  console.error(`--from ${values.from} is not a date such as 2026-12-21.`);
  process.exit(1);
}
const unknown = asked.filter((name) => !(name in variations));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Variations: ${Object.keys(variations).join(', ')}.`);
  process.exit(1);
}
const teller = createTeller();
const begun = Date.now();
await buildServer(root);
const stage = await openStage(`${root}/.build/server.mjs`, values.from ? inKrakow(values.from, '06:00') : undefined);
try {
  const from = values.from ?? addDays(new Date().toISOString().slice(0, 10), 1);
  const scene = asked.length === 0 ? await playJulia(stage, teller, from) : await openScene(stage, from);
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
