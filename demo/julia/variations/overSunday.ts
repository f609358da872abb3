import { addDays, doorOn, inKrakow, weekdayOf } from '../calendar.ts';
import { type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain, newEmail, reads } from './askAgain.ts';
import { firstDate, inWords, isExactly, krakowStore } from './days.ts';
import { putOnShelf } from './shelf.ts';

/** "For two days", said on a Friday: a closed Sunday is no day to come, so it lasts until Monday's closing. */
export async function overSunday(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: for two days, on a Friday before a closed Sunday');
  let store = await krakowStore(scene);
  const isOpen = (date: string) => doorOn(store, date).length > 0;
  const friday = firstDate(
    scene,
    (date) => weekdayOf(date) === 5 && isOpen(date) && isOpen(addDays(date, 1)) && isOpen(addDays(date, 3)),
  );
  const [saturday, sunday, monday] = [1, 2, 3].map((days) => addDays(friday, days)) as [string, string, string];
  await scene.travelTo(inKrakow(friday, '16:40'));
  if (isOpen(sunday)) {
    const exceptions = store.exceptions.filter((one: { date: string }) => one.date !== sunday);
    const closed = { date: sunday, open: [], note: 'Inwentaryzacja' };
    const admin = await scene.colleague('admin');
    store = await admin.must('PUT', `/api/staff/locations/${scene.krakow}/exceptions`, {
      exceptions: [...exceptions, closed],
      version: store.version,
    });
    teller.line('Kraków', 'that Sunday is a trading one; the store closes for stocktaking');
  }
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const { agent, threadId, email, julia } = await askAgain(scene);
  const hold = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: scene.green,
    locationId: scene.krakow,
    length: { days: 2 },
  });
  teller.line('Agent', `“for two days”, said on ${inWords(scene.now())}: held until ${inWords(hold.until)}`);
  const closing = doorOn(store, monday).at(-1)?.[1] ?? '';
  teller.promise(
    `first opening day Saturday, Sunday closed, second opening day Monday: it ends on Monday at ${closing}, Kraków’s time`,
    isExactly(hold.until, monday, closing) && !isOpen(sunday) && isOpen(saturday),
    hold.until,
  );
  const mail = await reads(scene, email, /Held for you/);
  const words = /Held until:?\s*(.+)/i.exec(mail.text)?.[1]?.trim() ?? '';
  teller.line('E-mail', `held until ${words}`);
  teller.promise('the e-mail says so in words', /Mon/.test(words) && words.includes(closing), mail.text);
  const tooLong = await agent.call('POST', `/api/staff/holds/${hold.id}/extend`, { length: { date: sunday } });
  teller.promise('nobody can be told to come on the closed Sunday', tooLong.status === 400, tooLong.body);

  const next = await shopper(scene.b);
  const wish = {
    variantId: scene.green,
    locationId: scene.krakow,
    contact: { name: 'Marta', email: newEmail('marta') },
  };
  await scene.travelTo(new Date(inKrakow(monday, closing).getTime() - 60_000));
  const early = await next.call('POST', '/api/shop/holds', wish);
  teller.promise('on Monday a minute before closing it is still hers', early.status === 409, early.body);
  await scene.travelTo(inKrakow(monday, closing));
  const late = await next.call('POST', '/api/shop/holds', wish);
  teller.promise('at closing it is free', late.status === 201, late.body);
  const { items } = await julia.get('/api/shop/holds');
  teller.promise('and hers is over', items[0]?.state === 'expired', items);
  await next.must('DELETE', `/api/shop/holds/${late.body.id}`);
}
