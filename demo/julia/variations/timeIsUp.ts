import type { Json } from '../browser.ts';
import { eventually, type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain, hears, newEmail, reads } from './askAgain.ts';
import { inWords } from './days.ts';
import { putOnShelf, workInState } from './shelf.ts';

/** She does not come: the hold ends by itself, in that second, whether or not any job has run. */
export async function timeIsUp(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: she does not come');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const asking = await askAgain(scene);
  const { julia, email } = asking;
  const hold = await julia.post('/api/shop/holds', { variantId: scene.green, locationId: scene.krakow });
  teller.line('Julia', `reserves it herself, until ${inWords(hold.until)}`);
  await workInState(scene, { reservationId: hold.id }, 'to_pick');
  const next = await shopper(scene.b);
  const wish = {
    variantId: scene.green,
    locationId: scene.krakow,
    contact: { name: 'Marta', email: newEmail('marta') },
  };
  const end = new Date(hold.until);
  await scene.travelTo(new Date(end.getTime() - 2_000));
  const early = await next.call('POST', '/api/shop/holds', wish);
  teller.promise(
    'seconds before the end it is hers, and the refusal names alternatives',
    early.status === 409 && early.body.alternatives.length > 0,
    early.body,
  );

  await scene.travelTo(end);
  const ended = performance.now();
  const taken = await next.call('POST', '/api/shop/holds', wish);
  const afterMs = Math.round(performance.now() - ended);
  teller.line('Marta', `reserves it ${afterMs} ms after the end, on the other server; no job has to run first`);
  teller.promise('in the same second it is free for the next', taken.status === 201 && afterMs < 1_000, {
    afterMs,
    body: taken.body,
  });
  await hears(asking, 'expired', hold.id);
  const mail = await reads(scene, email, /hold has ended/);
  teller.promise(
    'Julia hears that it ended, in the chat and by e-mail',
    /time of the hold is over/.test(mail.text),
    mail.text,
  );
  await workInState(scene, { reservationId: hold.id }, 'cancelled');
  const mine = await eventually(async () => {
    const { items } = await julia.get('/api/shop/holds');
    return items.find((one: Json) => one.id === hold.id && one.state === 'expired');
  }, 'her list says that it ended');
  teller.promise('her list says so too, without a code that would open nothing', mine.code === null, mine);
  await next.must('DELETE', `/api/shop/holds/${taken.body.id}`);
}
