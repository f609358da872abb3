import type { Json } from '../browser.ts';
import type { Scene } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain, hears, reads } from './askAgain.ts';
import { levelAt, putOnShelf, storeIn, workFor, workInState } from './shelf.ts';

/** The books say one, the shelf says none: she hears it at once with the next best offer, and decides herself. */
export async function notFound(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: the store does not find it');
  const gdansk = await storeIn(scene, 'Gdańsk');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  await putOnShelf(scene, scene.green, gdansk.id, 1);
  const asking = await askAgain(scene);
  const { julia, agent, email, threadId } = asking;
  const hold = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: scene.green,
    locationId: scene.krakow,
    length: { days: 2 },
  });
  teller.line('Agent', `holds it for Julia in Kraków: ${hold.code}`);
  const task = await workInState(scene, { reservationId: hold.id }, 'to_pick');
  const associate = await scene.colleague('associate, Kraków');
  await associate.post(`/api/staff/fulfilments/${task.id}/take`, {});
  await associate.post(`/api/staff/fulfilments/${task.id}/not-found`, {
    reason: 'neither on the floor nor in the back',
  });
  teller.line('Store', 'looks on the floor and in the back, and reports: not found');

  const level = await levelAt(scene, scene.green, scene.krakow);
  teller.promise('the level is corrected: none on hand, none held', level.onHand === 0 && level.reserved === 0, level);
  const ledger = await agent.get(`/api/staff/stock/${scene.green}/${scene.krakow}/ledger?limit=5`);
  teller.promise(
    'and the ledger says why',
    ledger.items.some((row: Json) => /neither on the floor/.test(row.reason ?? '')),
    ledger.items,
  );
  const said = await hears(asking, 'not_found', hold.id);
  const [best] = said.data.alternatives;
  teller.line('Shop', `tells Julia in the chat; next best: ${best?.kind}, ${best?.locationName}`);
  teller.promise(
    'Julia hears it in the chat, with the same sofa in Gdańsk as the best of the offers',
    best?.kind === 'pickup_elsewhere' && best.locationId === gdansk.id && best.variantId === scene.green,
    said.data.alternatives,
  );
  const mail = await reads(scene, email, /could not find/);
  teller.promise('and by e-mail, where she is asked not to come', /do not come/i.test(mail.text), mail.text);
  const offers: string = mail.text.slice(mail.text.indexOf('What we can offer'));
  teller.promise(
    'with the offers in her own language',
    /Gdańsk/.test(offers) && !/zielon|Sofa Lund/.test(offers),
    offers,
  );

  const [left] = await workFor(scene, { reservationId: hold.id }, ['not_found']);
  teller.promise('the work stands in the queue of what was not found', left?.id === task.id, left);
  const elsewhere = await workFor(scene, { locationId: gdansk.id }, ['to_pick', 'picking', 'ready']);
  const there = await levelAt(scene, scene.green, gdansk.id);
  const holds = await julia.get('/api/shop/holds');
  teller.promise(
    'nothing was re-routed behind her back: no work and no hold in Gdańsk, and one piece free',
    there.available === 1 &&
      !elsewhere.some((work: Json) => work.lines.some((line: Json) => line.variantId === scene.green)) &&
      holds.items.every((one: Json) => one.state === 'released'),
    { there, holds: holds.items },
  );
  const moved = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: scene.green,
    locationId: gdansk.id,
    length: { days: 2 },
  });
  teller.line('Julia', `takes the one in Gdańsk: ${moved.code}`);
  teller.promise(
    'she decides, and then it is held',
    moved.state === 'held' && moved.locationName === gdansk.name,
    moved,
  );
  await julia.must('DELETE', `/api/shop/holds/${moved.id}`);
  await putOnShelf(scene, scene.green, gdansk.id, 0);
}
