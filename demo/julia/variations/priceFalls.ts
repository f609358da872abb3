import { money, type Scene } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { askAgain } from './askAgain.ts';
import { setListPrice, share } from './listPrice.ts';
import { putOnShelf, workInState } from './shelf.ts';

/** A quote protects her from a rise only: when the price falls before she comes, she pays the lower one. */
export async function priceFalls(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: the price falls before she comes');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const { agent, threadId } = await askAgain(scene);
  const hold = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: scene.green,
    locationId: scene.krakow,
    length: { days: 2 },
  });
  const quoted = hold.lines[0].unit;
  const lower = await setListPrice(scene, scene.green, share(quoted, 90), 'a competitor is cheaper');
  teller.line('Velora', `held at ${money(quoted)}; the price falls to ${money(lower)}`);
  const task = await workInState(scene, { reservationId: hold.id }, 'to_pick');
  const associate = await scene.colleague('associate, Kraków', scene.b);
  await associate.post(`/api/staff/fulfilments/${task.id}/ready`, { place: 'bay 2' });
  const desk = await associate.get(`/api/staff/handoffs/${hold.code}?locationId=${scene.krakow}`);
  teller.line('Desk', desk.say);
  teller.promise(
    'the desk asks for the lower one',
    lower.amount < quoted.amount && desk.toPay.amount === lower.amount,
    desk.toPay,
  );
  const tooMuch = await associate.call('POST', `/api/staff/fulfilments/${task.id}/hand-over`, {
    payment: { method: 'cash', amount: quoted },
  });
  teller.promise(
    'taking the quoted one would be refused, with the right amount',
    tooMuch.status === 409 && tooMuch.body.toPay.amount === lower.amount,
    tooMuch.body,
  );
  const order = await associate.post(`/api/staff/fulfilments/${task.id}/hand-over`, {
    payment: { method: 'cash', amount: lower },
  });
  teller.promise(
    'she paid the lower one',
    order.totals.gross.amount === lower.amount && order.state === 'completed',
    order.totals,
  );
}
