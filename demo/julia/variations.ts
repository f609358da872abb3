import type { Scene } from './cast.ts';
import type { Teller } from './telling.ts';
import { changesHerMind } from './variations/changesHerMind.ts';
import { chatClosed } from './variations/chatClosed.ts';
import { goneEverywhere } from './variations/goneEverywhere.ts';
import { notFound } from './variations/notFound.ts';
import { onePerson } from './variations/onePerson.ts';
import { overSunday } from './variations/overSunday.ts';
import { paidOnline } from './variations/paidOnline.ts';
import { phoneCall } from './variations/phoneCall.ts';
import { priceFalls } from './variations/priceFalls.ts';
import { serverDies } from './variations/serverDies.ts';
import { stranger } from './variations/stranger.ts';
import { timeIsUp } from './variations/timeIsUp.ts';
import { twoAgents } from './variations/twoAgents.ts';
import { webToTill } from './variations/webToTill.ts';

/** What takes the shop a minute or two to put right may be checked at the end, while the story goes on. */
type Variation = (scene: Scene, teller: Teller) => Promise<void | (() => Promise<void>)>;

/** The story played again, each time with something else going wrong; in the order of the calendar, which only goes on. */
export const variations: Record<string, Variation> = {
  serverDies,
  chatClosed,
  goneEverywhere,
  notFound,
  changesHerMind,
  priceFalls,
  timeIsUp,
  twoAgents,
  stranger,
  onePerson,
  paidOnline,
  webToTill,
  phoneCall,
  overSunday,
};

/** Plays the named variations, all of them when none is named, on the servers of the story. */
export async function playAgain(scene: Scene, teller: Teller, names: readonly string[] = []): Promise<void> {
  const begun = performance.now();
  const afterwards: (() => Promise<void>)[] = [];
  for (const [name, variation] of Object.entries(variations)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const check = await variation(scene, teller);
    if (check) afterwards.push(check);
  }
  const admin = await scene.colleague('admin');
  teller.chapter('After all this');
  for (const check of afterwards) await check();
  const drift = await admin.get('/api/staff/stock/reconcile');
  teller.promise(
    'the stock ledger agrees with the levels to the last piece',
    drift.differences.length === 0,
    drift.differences,
  );
  teller.line('Played', `again in ${Math.round((performance.now() - begun) / 1000)} s`);
}
