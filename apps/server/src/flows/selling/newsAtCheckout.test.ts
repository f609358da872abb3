import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { mayContact } from '../../modules/customers/index.ts';

let server: TestServer;
let shop: SmallShop;
beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
});
afterAll(() => server.stop());
beforeEach(() => restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 20));

const news = { wording: 'checkout-1' };
const mailbox = () => `n-${randomUUID()}@velora.example`;
const card = (number = '4242 4242 4242 4242') => ({
  method: 'card',
  card: { number, expiryMonth: 12, expiryYear: 2030, cvc: '123' },
});
const order = (email: string, more: object = {}) => ({
  from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
  contact: { name: 'Julia Kowalska', email },
  deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
  payment: card(),
  ...more,
});
const mayAdvertise = (email: string) => mayContact(server.ctx(), { kind: 'email', value: email }, 'marketing', 'email');
async function mailsTo(email: string): Promise<{ text: string }[]> {
  await server.settle();
  return (await shop.visitor().get(`/api/dev/mailbox?to=${email}&limit=20`)).items;
}
const questionsTo = async (email: string) =>
  (await mailsTo(email)).flatMap((mail) => /confirm=([\w-]+)/.exec(mail.text)?.[1] ?? []);
const saidBy = async (email: string) =>
  (
    await sql`select c.source, c.wording, c.proof->>'orderId' as "orderId" from customers.consent c
      join customers.identifier i on i.subject_id = c.subject_id where i.value = ${email}`.execute(server.base.db)
  ).rows;
async function signedIn(email: string): Promise<Person> {
  const shopper = await shop.shopper();
  await shopper.post('/api/shop/sign-in/code', { email });
  const code = /\b\d{3} ?\d{3}\b/.exec((await mailsTo(email))[0]?.text ?? '')?.[0].replace(' ', '');
  await shopper.post('/api/shop/sign-in', { email, code });
  return shopper;
}

it('a guest who ticks the box gets one question by mail, and news once its link was used', async () => {
  const email = mailbox();
  const guest = await shop.shopper();
  const headers = { 'idempotency-key': randomUUID() };
  await guest.post('/api/shop/orders', order(email, { news }), headers);
  await guest.post('/api/shop/orders', order(email, { news }), headers);
  const questions = await questionsTo(email);
  expect(questions).toHaveLength(1);
  expect(await mayAdvertise(email)).toEqual({ allowed: false, reason: 'no_consent' });
  await shop.visitor().post('/api/shop/preferences/confirm', { token: questions[0] });
  expect(await mayAdvertise(email)).toEqual({ allowed: true });
});

it('who does not tick it is asked nothing, and is not taken for a yes or a no', async () => {
  const email = mailbox();
  const shopper = await signedIn(email);
  await shopper.post('/api/shop/orders', order(email));
  expect(await questionsTo(email)).toEqual([]);
  expect(await saidBy(email)).toEqual([]);
});

it('who is signed in with the address they proved agrees at once, with the order as proof', async () => {
  const email = mailbox();
  const shopper = await signedIn(email);
  const placed = await shopper.post('/api/shop/orders', order(email, { news }));
  expect(await mayAdvertise(email)).toEqual({ allowed: true });
  expect(await questionsTo(email)).toEqual([]);
  expect(await saidBy(email)).toEqual([{ source: 'checkout', wording: 'checkout-1', orderId: placed.order.id }]);
});

it('nobody agrees for an address that is another’s: its mailbox is asked', async () => {
  const [own, other] = [mailbox(), mailbox()];
  await signedIn(other);
  const shopper = await signedIn(own);
  await shopper.post('/api/shop/orders', order(other, { news }));
  expect(await mayAdvertise(other)).toEqual({ allowed: false, reason: 'no_consent' });
  expect(await questionsTo(other)).toHaveLength(1);
});

it('an order is never refused because of the box: asked too often, it is placed all the same', async () => {
  const email = mailbox();
  const guest = await shop.shopper();
  for (let n = 0; n < 4; n += 1)
    expect((await guest.call('POST', '/api/shop/orders', order(email, { news }))).status).toBe(201);
  expect(await questionsTo(email)).toHaveLength(3);
});

it('an order that came to nothing asks for nothing, and words that were never shown place none', async () => {
  const email = mailbox();
  const guest = await shop.shopper();
  const declined = await guest.call(
    'POST',
    '/api/shop/orders',
    order(email, { news, payment: card('4000 0000 0000 0002') }),
  );
  expect(declined.body.code).toBe('payment_declined');
  const madeUp = await guest.call('POST', '/api/shop/orders', order(email, { news: { wording: 'checkout-99' } }));
  expect(madeUp.status).toBe(400);
  expect(await mailsTo(email)).toEqual([]);
});
