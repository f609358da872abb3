import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { customersOf, getCustomer, mayContact, subjectForVerified, suppress } from '../../modules/customers/index.ts';
import { getOrder } from '../../modules/orders/index.ts';

let server: TestServer;
let shop: SmallShop;
beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
});
afterAll(() => server.stop());
beforeEach(() => restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 5));

const mailbox = () => `r-${randomUUID()}@velora.example`;
const phone = () => `+48 601 ${String(Math.floor(100_000 + Math.random() * 899_999))}`;
const evidence = { kind: 'code', source: 'code' };
const proven = (email: string) => subjectForVerified(server.ctx(), { kind: 'email', value: email, evidence });
const customerOf = async (subjectId: string | null) =>
  (await customersOf(server.ctx(), [subjectId ?? ''])).get(subjectId ?? '');
const wording = 'receipt-1';

async function sell(more: object): Promise<{ id: string; number: string }> {
  const krakow = await shop.staff('krakow');
  return krakow.post('/api/staff/sales', {
    locationId: shop.krakow,
    goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
    payment: { method: 'card_terminal', amount: { amount: 386_900, currency: 'PLN' } },
    ...more,
  });
}

/** Julia as the counter knows her: a name and a telephone she said. */
async function julia(more: object = {}): Promise<string> {
  const krakow = await shop.staff('krakow');
  const names = { givenName: 'Julia', familyName: 'Kowalska', language: 'pl', idSeen: false };
  return (await krakow.post('/api/staff/customers', { ...names, phone: phone(), ...more })).customerId;
}

async function mailTo(email: string): Promise<string> {
  await server.settle();
  const { items } = await shop.visitor().get(`/api/dev/mailbox?to=${email}&limit=10`);
  return items.map((mail: object) => JSON.stringify(mail)).join('\n');
}

async function linkIn(email: string): Promise<string> {
  const mails = await mailTo(email);
  return /\/receipt\?token=([\w-]+)/.exec(mails)?.[1] ?? expect.fail(`no receipt in ${mails}`);
}

/** A sale to nobody we know, and the token in the mail. */
async function sold(email: string, more: object = {}): Promise<{ id: string; number: string; token: string }> {
  const order = await sell({ receiptTo: email, ...more });
  return { ...order, token: await linkIn(email) };
}

const keep = (token: string, news?: object) =>
  shop.visitor().call('POST', '/api/shop/receipt/keep', { token, ...(news ? { news } : {}) });
const deny = (token: string) => shop.visitor().call('POST', '/api/shop/receipt/deny', { token });
const look = (token: string) => shop.visitor().call('GET', `/api/shop/receipt?token=${token}`);
const readOrder = (id: string) => getOrder(server.ctx(), id);
const linksOf = async (customerId: string) =>
  (await (await shop.staff('admin')).get(`/api/staff/customers/${customerId}/profile`)).links;

describe('an address that was mistyped at the till', () => {
  it('shows a stranger the goods and where they were bought, and no name, telephone, address or order', async () => {
    const email = mailbox();
    const { id, number, token } = await sold(email, { customerId: await julia({ phone: '+48601234567' }) });
    const page = await look(token);
    expect(page.body).toMatchObject({
      state: 'open',
      number,
      address: 'r•••@velora.example',
      store: { name: 'Kraków', city: 'Kraków' },
      lines: [{ title: 'Lund sofa', quantity: 1, gross: { amount: 386_900 } }],
      taxes: [{ rateBp: 2300 }],
      payments: [{ method: 'card_terminal', amount: { amount: 386_900 } }],
      total: { amount: 386_900, currency: 'PLN' },
    });
    const seen = JSON.stringify(page.body) + (await mailTo(email));
    for (const secret of ['Julia', 'Kowalska', '601234567', `/orders/${id}`]) expect(seen).not.toContain(secret);
    for (const path of [`/api/shop/orders/${id}`, `/api/shop/orders/${id}/page`])
      expect((await shop.visitor().call('GET', `${path}?token=${token}`)).status).toBe(404);
  });

  it('chooses by the mail’s link for itself, never for the buyer', async () => {
    const email = mailbox();
    const customerId = await julia();
    await sold(email, { customerId });
    const choices = /preferences\?token=([\w-]+)/.exec(await mailTo(email))?.[1];
    const no = [{ purpose: 'marketing', channel: 'sms', given: false }];
    const words = 'preferences-1';
    await shop.visitor().post('/api/shop/preferences', { token: choices, choices: no, wording: words });
    const told = await (await shop.staff('admin')).get(`/api/staff/customers/${customerId}/consents`);
    expect(told.history).toEqual([]);
  });

  it('is taken off the sale by "this is not mine", and nothing about it is mailed there any more', async () => {
    const email = mailbox();
    const { id, token } = await sold(email, { customerId: await julia() });
    const before = await readOrder(id);
    expect((await deny(token)).body).toEqual({ state: 'denied' });
    expect((await deny(token)).body).toEqual({ state: 'denied' });
    expect((await keep(token)).body).toEqual({ state: 'denied' });
    expect((await look(token)).status).toBe(404);
    const after = await readOrder(id);
    expect(after.contact).toEqual({ name: before.contact.name, phone: before.contact.phone });
    const { timeline } = await (await shop.staff('krakow')).get(`/api/staff/orders/${id}/page`);
    expect(timeline.map((entry: { what: string }) => entry.what)).toContain('receipt_denied');
    const buyer = await getCustomer(server.ctx(), (await customerOf(after.subjectId)) ?? '');
    expect(buyer.identifiers.map((one) => one.kind)).toEqual(['phone']);
    expect(await mayContact(server.ctx(), { kind: 'email', value: email }, 'service', 'email')).toEqual({
      allowed: true,
    });
    expect((await mailTo(email)).split('\n')).toHaveLength(1);
  });
});

describe('a receipt', () => {
  it('is looked at by a link scanner as often as it likes: nothing is proven, joined or agreed to', async () => {
    const email = mailbox();
    const { id, token } = await sold(email);
    const before = await readOrder(id);
    for (let n = 0; n < 3; n += 1) expect((await look(token)).body.state).toBe('open');
    for (const path of ['keep', 'deny'])
      expect((await shop.visitor().call('GET', `/api/shop/receipt/${path}?token=${token}`)).status).toBe(404);
    expect(await readOrder(id)).toEqual(before);
    const buyer = await getCustomer(server.ctx(), (await customerOf(before.subjectId)) ?? '');
    expect(buyer).toMatchObject({
      verified: false,
      identifiers: [{ value: email, state: 'claimed', source: 'receipt' }],
    });
  });

  it('that is kept makes the address proven, and the purchase its reader’s; a second press is harmless', async () => {
    const email = mailbox();
    const { id, token } = await sold(email);
    expect((await keep(token)).body).toEqual({ state: 'kept' });
    const customerId = (await customerOf((await readOrder(id)).subjectId)) ?? '';
    expect(await getCustomer(server.ctx(), customerId)).toMatchObject({ verified: true });
    expect((await proven(email)).customerId).toBe(customerId);
    const links = await linksOf(customerId);
    expect(links).toMatchObject([{ evidence: 'receipt_link', details: { orderId: id } }]);
    const [first, second] = await Promise.all([keep(token), deny(token)]);
    expect([first.body, second.body]).toEqual([{ state: 'kept' }, { state: 'kept' }]);
    expect((await look(token)).body.state).toBe('kept');
    expect(await linksOf(customerId)).toEqual(links);
  });

  it('pressed twice at once joins once', async () => {
    const email = mailbox();
    const { id, token } = await sold(email);
    const answers = await Promise.all([keep(token), keep(token), keep(token)]);
    expect(answers.map((answer) => answer.body.state)).toEqual(['kept', 'kept', 'kept']);
    expect(await linksOf((await customerOf((await readOrder(id)).subjectId)) ?? '')).toHaveLength(1);
  });

  it('lands on the person who has that address proven, and leaves them when the merge is undone', async () => {
    const email = mailbox();
    const { customerId } = await proven(email);
    const { id, token } = await sold(email);
    const { subjectId } = await readOrder(id);
    expect(await customerOf(subjectId)).not.toBe(customerId);
    await keep(token);
    expect(await customerOf(subjectId)).toBe(customerId);
    const [link] = await linksOf(customerId);
    await (await shop.staff('admin')).must('DELETE', `/api/staff/customers/${customerId}/links/${link.id}`);
    expect(await customerOf(subjectId)).not.toBe(customerId);
    // The link was used up: what was undone by a person is not done again by an old mail.
    expect((await keep(token)).body).toEqual({ state: 'kept' });
    expect(await customerOf(subjectId)).not.toBe(customerId);
  });

  it('never joins two who both proved who they are: the purchase stays where it is', async () => {
    const email = mailbox();
    const buyer = await subjectForVerified(server.ctx(), { kind: 'phone', value: phone(), evidence });
    const reader = await proven(email);
    const { id, token } = await sold(email, { customerId: buyer.customerId });
    expect((await keep(token)).body).toEqual({ state: 'kept_elsewhere' });
    expect(await customerOf((await readOrder(id)).subjectId)).toBe(buyer.customerId);
    expect(await customerOf(reader.subjectId)).toBe(reader.customerId);
    expect(await linksOf(buyer.customerId)).toEqual([]);
  });

  it('sent to another mailbox than the buyer’s own joins nobody, though neither has proven anything', async () => {
    const [own, partner] = [mailbox(), mailbox()];
    const customerId = await julia({ email: own });
    const { id, token } = await sold(partner, { customerId });
    expect((await keep(token)).body).toEqual({ state: 'kept_elsewhere' });
    expect(await customerOf((await readOrder(id)).subjectId)).toBe(customerId);
    expect((await proven(partner)).customerId).not.toBe(customerId);
    expect((await getCustomer(server.ctx(), customerId)).identifiers.map((one) => one.value)).not.toContain(partner);
  });

  it('of a customer known by telephone proves the address they said at the till', async () => {
    const email = mailbox();
    const customerId = await julia();
    const { token } = await sold(email, { customerId });
    expect((await keep(token)).body).toEqual({ state: 'kept' });
    const now = await getCustomer(server.ctx(), customerId);
    expect(now).toMatchObject({ verified: true, givenName: 'Julia' });
    expect(now.identifiers[0]).toMatchObject({ value: email, state: 'verified' });
  });

  it('of a hold that is handed over goes to the address said there, and joins the browser that held', async () => {
    const email = mailbox();
    const guest = await shop.shopper();
    await guest.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { phone: phone() },
    });
    await server.settle();
    const krakow = await shop.staff('krakow');
    const { items } = await krakow.get(`/api/staff/fulfilments?locationId=${shop.krakow}&limit=100`);
    const work = items.find(
      (item: { kind: string; state: string }) => item.kind === 'hold' && item.state === 'to_pick',
    );
    const payment = { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } };
    const sale = await krakow.post(`/api/staff/fulfilments/${work.id}/hand-over`, { payment, receiptTo: email });
    const token = await linkIn(email);
    expect((await look(token)).body).toMatchObject({ number: sale.number, payments: [{ method: 'cash' }] });
    expect((await keep(token)).body).toEqual({ state: 'kept' });
    const { subjectId } = await readOrder(sale.id);
    expect(await customerOf(subjectId)).toBe((await proven(email)).customerId);
    // The browser itself was not signed in by it: whoever uses it sees no more than before.
    expect((await guest.get('/api/shop/me')).signedIn).toBe(false);
    expect((await guest.call('GET', `/api/shop/orders/${sale.id}`)).status).toBe(404);
  });

  it('of a customer who has proven the address is the whole order, as before', async () => {
    const email = mailbox();
    const { customerId } = await proven(email);
    const { id } = await sell({ customerId });
    expect(await mailTo(email)).toContain(`/orders/${id}?token=`);
  });

  it('opens for ninety days, and by its whole link only', async () => {
    const email = mailbox();
    const { token } = await sold(email);
    expect((await look(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    const { rows } = await sql<{ days: number }>`select extract(day from t.expires_at - r.sent_at)::int as days
      from orders.receipt_token t join orders.receipt r using (order_id) where r.email = ${email}`.execute(
      server.base.db,
    );
    expect(rows).toEqual([{ days: 90 }]);
    await sql`update orders.receipt_token set expires_at = ${server.clock.now()}
      where order_id = (select order_id from orders.receipt where email = ${email})`.execute(server.base.db);
    for (const answer of [await look(token), await keep(token), await deny(token)]) expect(answer.status).toBe(404);
  });
});

describe('news by e-mail beside a receipt', () => {
  const mayAdvertise = (email: string) =>
    mayContact(server.ctx(), { kind: 'email', value: email }, 'marketing', 'email');

  it('begins with the tick, in the words that stood there, with the receipt as proof, and without a second mail', async () => {
    const email = mailbox();
    await suppress(server.ctx(), { kind: 'email', value: email }, 'unsubscribed');
    const { id, token } = await sold(email);
    expect((await keep(token, { wording, language: 'pl' })).body).toEqual({ state: 'kept' });
    expect(await mayAdvertise(email)).toEqual({ allowed: true });
    const { rows } = await sql`select source, wording, language, proof->>'orderId' as "orderId" from customers.consent
      where subject_id = ${(await proven(email)).subjectId}`.execute(server.base.db);
    expect(rows).toEqual([{ source: 'receipt', wording, language: 'pl', orderId: id }]);
    expect((await mailTo(email)).split('\n')).toHaveLength(1);
  });

  it('does not begin without the tick, nor by words that were never shown', async () => {
    const email = mailbox();
    const { token } = await sold(email);
    expect((await keep(token, { wording: 'receipt-99' })).status).toBe(400);
    expect((await look(token)).body.state).toBe('open');
    await keep(token);
    expect(await mayAdvertise(email)).toEqual({ allowed: false, reason: 'no_consent' });
  });
});
