import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';

let server: TestServer;
let shop: SmallShop;
beforeAll(async () => {
  server = await testServer();
  shop = await smallShop(server);
});
afterAll(() => server.stop());

it('a hold shows its code and link to the store and the contact centre, and to another store only that it is held', async () => {
  const julia = await shop.shopper();
  const email = `julia.${randomUUID()}@example.com`;
  await julia.must('PUT', '/api/shop/chat/contact', { name: 'Julia', email });
  await julia.post('/api/shop/chat/messages', { text: 'Is it still to be had?', clientKey: randomUUID() });
  const agent = await shop.staff('agent');
  const { id: threadId, customerId } = (await agent.get('/api/staff/threads?view=all')).items[0];
  const held = await agent.post('/api/staff/holds', {
    person: { threadId },
    variantId: shop.green,
    locationId: shop.krakow,
  });
  expect(held.url).toContain('http');
  for (const name of ['agent', 'admin', 'manager', 'krakow'] as const) {
    const { items } = await (await shop.staff(name)).get(`/api/staff/customers/${customerId}/holds`);
    expect(items, name).toMatchObject([{ id: held.id, code: held.code, url: held.url }]);
  }
  const elsewhere = await shop.staff('warszawa');
  const list = await elsewhere.get(`/api/staff/customers/${customerId}/holds`);
  expect(list.items).toMatchObject([
    { id: held.id, state: 'held', locationName: 'Kraków', until: held.until, code: null, url: null },
  ]);
  const panel = await elsewhere.get(`/api/staff/customers/${customerId}/panel`);
  expect(panel.holds).toMatchObject([{ id: held.id, locationName: 'Kraków', code: null }]);
  const token = held.url.split('/').at(-1);
  for (const shown of [list, panel]) {
    expect(JSON.stringify(shown)).not.toContain(held.code);
    expect(JSON.stringify(shown)).not.toContain(token);
  }
  expect((await julia.get('/api/shop/holds')).items).toMatchObject([{ code: held.code }]);
});
