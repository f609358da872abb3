import { randomUUID } from 'node:crypto';
import type { Json } from '../browser.ts';
import { eventually, mailsTo, money, type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { newEmail, reads } from './askAgain.ts';
import { levelAt, putOnShelf, workInState } from './shelf.ts';

const card = (number: string) => ({ number, expiryMonth: 12, expiryYear: 2035, cvc: '123' });

/** Ordered for pickup and paid by card: a declined card leaves nothing behind, a good one is charged once. */
export async function paidOnline(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: she pays online and collects in Kraków');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const julia = await shopper(scene.a);
  const email = newEmail('julia.pays');
  const way = { method: 'pickup', locationId: scene.krakow };
  const cart = await julia.post('/api/shop/cart/lines', { variantId: scene.green, quantity: 1, way });
  const checkout = (number: string) => ({
    from: { cartId: cart.id, version: cart.version },
    contact: { name: 'Julia Kowalska', email },
    total: cart.totals.gross,
    payment: { method: 'card', card: card(number) },
  });
  const declined = await julia.call('POST', '/api/shop/orders', checkout('4000 0000 0000 0002'));
  teller.line('Bank', `declines the first card: ${declined.body.detail}`);
  teller.promise(
    'a declined card is refused with the reason',
    declined.status === 402 && declined.body.code === 'payment_declined',
    declined.body,
  );
  const level = await levelAt(scene, scene.green, scene.krakow);
  teller.promise('nothing is held', level.reserved === 0 && level.available === 1, level);
  const admin = await scene.colleague('admin', scene.b);
  const tried = (await admin.get('/api/staff/orders?limit=20')).items.filter(
    (one: Json) =>
      one.contactName === 'Julia Kowalska' &&
      one.lines.some((line: Json) => line.variantId === scene.green) &&
      one.state !== 'completed',
  );
  teller.promise(
    'nothing is charged: the try is cancelled and was never paid',
    tried.length === 1 && tried[0].state === 'cancelled' && tried[0].paidAt === null,
    tried,
  );
  const kept = await julia.get('/api/shop/cart');
  teller.promise('her cart is as it was', kept.id === cart.id && kept.lines.length === 1 && kept.isOrderable, kept);

  const key = { 'idempotency-key': randomUUID() };
  const body = { ...checkout('4242 4242 4242 4242'), from: { cartId: kept.id, version: kept.version } };
  const impatient = await Promise.all([1, 2].map(() => julia.call('POST', '/api/shop/orders', body, key)));
  const [first, second] = impatient;
  const order = first?.body.order;
  teller.line(
    'Julia',
    `pays ${money(order.totals.gross)} with another card, and her impatient second click changes nothing: order ${order.number}`,
  );
  teller.promise(
    'two clicks are one order, paid',
    first?.status === 201 && second?.status === 201 && second.body.order.id === order.id && order.state === 'paid',
    impatient.map(({ status, body: answer }) => ({ status, answer })),
  );
  const confirmed = await reads(scene, email, new RegExp(order.number));
  teller.promise('the confirmation comes by e-mail', true, confirmed.subject);
  const task = await workInState(scene, { code: order.number }, 'to_pick');
  const associate = await scene.colleague('associate, Kraków', scene.b);
  const early = await associate.get(`/api/staff/handoffs/${order.number}?locationId=${scene.krakow}`);
  teller.promise('before it is prepared the desk says so', early.verdict === 'not_ready', early);
  await associate.post(`/api/staff/fulfilments/${task.id}/take`, {});
  await associate.post(`/api/staff/fulfilments/${task.id}/ready`, { place: 'bay 1' });
  const ready = await eventually(
    async () => (await mailsTo(scene.a, email)).find((mail) => mail.messageId !== confirmed.messageId),
    'the pickup mail',
  );
  teller.line('Store', `prepares it; Julia reads: ${ready.subject}`);
  const desk = await associate.get(`/api/staff/handoffs/${order.number}?locationId=${scene.krakow}`);
  teller.promise(
    'the desk has it ready in bay 1 with nothing to pay',
    desk.verdict === 'ready' && desk.place === 'bay 1' && desk.toPay.amount === 0,
    desk,
  );
  const done = await associate.post(`/api/staff/fulfilments/${task.id}/hand-over`, {});
  teller.promise('it is handed over and the order is complete', done.state === 'completed', done);
  const end = await levelAt(scene, scene.green, scene.krakow);
  teller.promise('and out of the books', end.onHand === 0 && end.reserved === 0, end);
  const mails = (await mailsTo(scene.a, email)).map((mail) => mail.subject);
  teller.promise('she got two mails, one confirmation and one that it is ready', mails.length === 2, mails);
}
