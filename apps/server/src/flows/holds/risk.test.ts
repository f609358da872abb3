import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { reconcileStock } from '../../modules/stock/index.ts';

let server: TestServer;
let shop: SmallShop;
let agent: Person;
let anna: Person;

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
  agent = await shop.staff('agent');
  anna = await shop.staff('krakow');
});
afterAll(() => server.stop());

const at = () => ({ variantId: shop.green, locationId: shop.krakow });

/** A person in the chat, with the green sofa held for them. */
async function holder() {
  const words = `Is the green one still there? ${randomUUID()}`;
  const email = `julia.${randomUUID()}@example.com`;
  const julia = await shop.shopper();
  await julia.must('PUT', '/api/shop/chat/contact', { name: 'Julia', email });
  await julia.post('/api/shop/chat/messages', { text: words, clientKey: randomUUID() });
  const threads = await agent.get('/api/staff/threads?view=all');
  const thread = threads.items.find((one: { lastWords: { text: string } | null }) => one.lastWords?.text === words);
  const hold = await agent.post('/api/staff/holds', { person: { threadId: thread.id }, ...at() });
  await server.settle();
  const said = async () =>
    (await julia.get('/api/shop/chat')).messages
      .map((message: { data: { happened?: string } | null }) => message.data?.happened)
      .filter(Boolean);
  const mails = async () =>
    (await julia.get(`/api/dev/mailbox?to=${encodeURIComponent(email)}`)).items.map(
      (mail: { subject: string }) => mail.subject,
    );
  return { julia, hold, said, mails };
}

const change = (kind: string, more: object) =>
  anna.post('/api/staff/stock/changes', { changes: [{ ...at(), kind, reason: 'on the shelf', ...more }] });
const riskOnFloor = async () =>
  (await anna.get(`/api/staff/floor/queue?locationId=${shop.krakow}`)).items
    .filter((row: { atRisk: boolean }) => row.atRisk)
    .map((row: { id: string }) => row.id);

it('a count too small: the newest holder hears it with other offers, the store has a task, and found means safe', async () => {
  await restock(server.ctx(), at(), 2);
  const first = await holder();
  const second = await holder();
  await change('count', { counted: 1 });
  await server.settle();
  expect(await riskOnFloor()).toEqual([second.hold.fulfilmentId]);
  expect(await second.said()).toEqual(['held', 'at_risk']);
  expect(await first.said()).toEqual(['held']);
  expect((await second.mails())[0]).toBe('Please wait before you come for your Lund sofa');
  const messages = (await second.julia.get('/api/shop/chat')).messages;
  expect(messages.at(-1).data.alternatives).toMatchObject([{ kind: 'other_variant', sku: 'LUND-BLUE' }]);
  // Counted again with the same result, nobody is told again.
  await change('count', { counted: 1 });
  await server.settle();
  expect(await second.said()).toEqual(['held', 'at_risk']);

  await anna.post(`/api/staff/fulfilments/${second.hold.fulfilmentId}/found`);
  await server.settle();
  expect(await riskOnFloor()).toEqual([]);
  expect(await second.said()).toEqual(['held', 'at_risk', 'safe']);
  expect((await second.mails())[0]).toBe('It is there: Lund sofa');
  const again = await anna.call('POST', `/api/staff/fulfilments/${second.hold.fulfilmentId}/found`);
  expect(again.body.code).toBe('illegal_transition');
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('not found after all: the piece that is there stays promised to the other', async () => {
  await restock(server.ctx(), at(), 2);
  const first = await holder();
  const second = await holder();
  await change('damage', { delta: -1 });
  await server.settle();
  expect(await riskOnFloor()).toEqual([second.hold.fulfilmentId]);
  await anna.post(`/api/staff/fulfilments/${second.hold.fulfilmentId}/not-found`, { reason: 'only the broken one' });
  await server.settle();
  expect(await second.said()).toEqual(['held', 'at_risk', 'not_found']);
  expect(await riskOnFloor()).toEqual([]);
  expect(await first.said()).toEqual(['held']);
  expect((await first.julia.get('/api/shop/holds')).items[0]).toMatchObject({ state: 'held', atRisk: false });
  await change('write_off', { delta: -1 });
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('when the other lets go, what was at risk is safe without anybody doing anything', async () => {
  await restock(server.ctx(), at(), 2);
  const first = await holder();
  const second = await holder();
  await change('count', { counted: 1 });
  await server.settle();
  await first.julia.must('DELETE', `/api/shop/holds/${first.hold.id}`);
  await server.settle();
  expect(await second.said()).toEqual(['held', 'at_risk', 'safe']);
});

it('an order whose goods a count does not find: its buyer is asked in chat and by mail, and what was found is theirs', async () => {
  await restock(server.ctx(), at(), 2);
  const first = await holder();
  const adam = await shop.shopper();
  await adam.post('/api/shop/chat/messages', { text: 'I will order it now', clientKey: randomUUID() });
  const email = `adam.${randomUUID()}@example.com`;
  const way = { method: 'pickup', locationId: shop.krakow };
  const { order, accessToken } = await adam.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way }] },
    contact: { name: 'Adam', email },
    payment: { method: 'pay_in_store' },
  });
  await server.settle();
  await change('count', { counted: 1 });
  await server.settle();
  const page = () => adam.get(`/api/shop/orders/${order.id}/page?token=${accessToken}`);
  const [shortage] = (await page()).shortages;
  expect(shortage).toMatchObject({ state: 'open', quantity: 1 });
  const said = (await adam.get('/api/shop/chat')).messages.at(-1);
  expect(said.data).toMatchObject({
    happened: 'order_short',
    number: order.number,
    path: expect.stringMatching(/#choose$/),
  });
  const mails = await adam.get(`/api/dev/mailbox?to=${encodeURIComponent(email)}`);
  expect(mails.items[0].subject).toContain('Please choose');
  expect(await first.said()).toEqual(['held']);
  expect(await riskOnFloor()).toEqual([]);
  expect(await reconcileStock(server.ctx())).toEqual([]);
  await anna.post(`/api/staff/orders/${order.id}/shortages/${shortage.id}/choose`, { choice: 'found' });
  expect((await page()).shortages).toEqual([]);
  expect(await reconcileStock(server.ctx())).toEqual([]);
});
