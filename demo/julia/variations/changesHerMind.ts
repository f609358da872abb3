import { type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain, hears, newEmail, reads } from './askAgain.ts';
import { putOnShelf, workInState } from './shelf.ts';

/** She does not need it any more: nobody waits for a clerk or a night job until the next one may have it. */
export async function changesHerMind(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: Julia changes her mind');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const asking = await askAgain(scene);
  const { julia, agent, email, threadId } = asking;
  const hold = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: scene.green,
    locationId: scene.krakow,
    length: { days: 2 },
  });
  const task = await workInState(scene, { reservationId: hold.id }, 'to_pick');
  const next = await shopper(scene.b);
  const contact = { name: 'Marta', email: newEmail('marta') };
  const wish = { variantId: scene.green, locationId: scene.krakow, contact };
  const early = await next.call('POST', '/api/shop/holds', wish);
  teller.promise('while she holds it, nobody else can', early.status === 409, early.body);
  await julia.must('DELETE', `/api/shop/holds/${hold.id}`);
  const released = performance.now();
  const taken = await next.call('POST', '/api/shop/holds', wish);
  const afterMs = Math.round(performance.now() - released);
  teller.line('Julia', 'gives it back');
  teller.line('Marta', `reserves it on the other server ${afterMs} ms later`);
  teller.promise('it was on sale at once', taken.status === 201 && taken.body.state === 'held', taken.body);
  const cancelled = await workInState(scene, { reservationId: hold.id }, 'cancelled');
  teller.promise('the store’s task for Julia is cancelled', cancelled.id === task.id, cancelled);
  const newTask = await workInState(scene, { reservationId: taken.body.id }, 'to_pick');
  teller.promise('and there is one for Marta', newTask.code === taken.body.code, newTask);
  await hears(asking, 'released', hold.id);
  const mail = await reads(scene, email, /hold has ended/);
  teller.promise(
    'Julia reads in the chat and by e-mail that it is over, at her own wish',
    /given the goods/.test(mail.text),
    mail.text,
  );
  const again = await julia.call('DELETE', `/api/shop/holds/${hold.id}`);
  const marta = (await next.get('/api/shop/holds')).items[0];
  teller.promise('giving it back twice takes nothing from Marta', again.status < 500 && marta.state === 'held', marta);
  await next.must('DELETE', `/api/shop/holds/${marta.id}`);
}
