import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { getFulfilment, listQueue } from '../../modules/fulfilment/index.ts';
import { dailyTotals, issueAccessToken } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { availability, reconcileStock, sweepExpired } from '../../modules/stock/index.ts';
import { lapsePickups } from './lapsePickups.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
let krakow: Person;
let agent: Person;
const tuesday = new Date('2026-11-24T13:02:00Z');
const parts = { links: undefined as never, publicUrl: 'http://localhost:4000' };
const sofa = 386_900;

beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
  at(tuesday);
  shop = await smallShop(server);
  krakow = await shop.staff('krakow');
  agent = await shop.staff('agent');
});
afterAll(async () => {
  await second?.stop();
  await server?.stop();
});
beforeEach(async () => {
  at(tuesday);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 3);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.warszawa }, 2);
  await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 10);
});

const at = (moment: Date) => {
  for (const one of [server, second]) one.clock.travelTo(moment);
};
const card = {
  method: 'card',
  card: { number: '4242 4242 4242 4242', expiryMonth: 12, expiryYear: 2030, cvc: '123' },
};
const contact = { name: 'Julia Kowalska', email: 'julia@example.com' };
const inStore = { method: 'pay_in_store' };

async function ordered(payment: object, quantity = 2, more: object[] = []) {
  const guest = await shop.shopper();
  const way = { method: 'pickup', locationId: shop.krakow };
  const { order, accessToken } = await guest.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity, way }, ...more] },
    contact,
    deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
    payment,
  });
  const { items } = await listQueue(server.ctx(), {
    locationId: shop.krakow,
    states: ['to_pick', 'picking', 'ready', 'not_found'],
    limit: 200,
  });
  const workId = items.find((work) => work.orderId === order.id)?.id ?? '';
  return { guest, order, token: accessToken, workId };
}
type Ordered = Awaited<ReturnType<typeof ordered>>;

const free = async (locationId: string, variantId = shop.green) =>
  (await availability(server.ctx(), { variantIds: [variantId], locationIds: [locationId] }))[0]?.available;
const cancel = (one: Ordered, lines?: object[], who = one.guest) =>
  who.call('POST', `/api/shop/orders/${one.order.id}/cancel`, { token: one.token, ...(lines ? { lines } : {}) });
const page = (one: Ordered) => one.guest.get(`/api/shop/orders/${one.order.id}/page?token=${one.token}`);
const work = (id: string) => getFulfilment(server.ctx(), id);
const ready = (one: Ordered) => krakow.post(`/api/staff/fulfilments/${one.workId}/ready`, { place: 'bay 4' });
const job = () => lapsePickups(parts).handle(server.ctx(), {});

async function refunded(orderId: string): Promise<number> {
  const payments = (await paymentsOf(server.ctx(), [orderId])).get(orderId) ?? [];
  return payments.reduce((sum, payment) => sum + payment.refunded.amount, 0);
}
async function mails(one: Ordered): Promise<string[]> {
  await server.settle();
  const { items } = await one.guest.get('/api/dev/mailbox?to=julia@example.com&limit=100');
  return items
    .map((mail: { subject: string }) => mail.subject)
    .filter((subject: string) => subject.includes(one.order.number));
}

describe('cancelling', () => {
  it('a part gives exactly that free, pays exactly that back and keeps what was placed readable', async () => {
    const one = await ordered(card, 3);
    const [line] = one.order.lines;
    const done = await cancel(one, [{ lineId: line.id, quantity: 1 }]);
    expect(done).toMatchObject({
      status: 200,
      body: { state: 'paid', totals: { gross: { amount: 3 * sofa } }, worth: { gross: { amount: 2 * sofa } } },
    });
    expect(await free(shop.krakow)).toBe(1);
    expect(await refunded(one.order.id)).toBe(sofa);
    expect((await work(one.workId)).lines).toMatchObject([{ quantity: 2 }]);
    expect(await mails(one)).toContainEqual(expect.stringMatching(/^Changed/));
    const handed = await krakow.call('POST', `/api/staff/fulfilments/${one.workId}/hand-over`, { idSeen: true });
    expect(handed).toMatchObject({ status: 200, body: { state: 'completed', worth: { gross: { amount: 2 * sofa } } } });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('the whole order ends the work, the hold and the payment, and delivery goes with the last of what was sent', async () => {
    const one = await ordered(card, 1, [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }]);
    const sent = one.order.lines.find((line: { variantId: string }) => line.variantId === shop.blue);
    const half = await cancel(one, [{ lineId: sent.id }]);
    expect(half.body.worth.gross.amount).toBe(sofa);
    const whole = await cancel(one);
    expect(whole).toMatchObject({ status: 200, body: { state: 'cancelled', worth: { gross: { amount: 0 } } } });
    expect(await refunded(one.order.id)).toBe(one.order.totals.gross.amount);
    expect((await work(one.workId)).state).toBe('cancelled');
    expect(await free(shop.krakow)).toBe(3);
    expect(await free(shop.warehouse, shop.blue)).toBe(10);
  });

  it('is the customer’s until it lies ready, the staff’s with a reason after that, and nobody’s once it was collected', async () => {
    const one = await ordered(inStore, 1);
    await ready(one);
    expect(await cancel(one)).toMatchObject({ status: 409, body: { code: 'not_cancellable', why: 'ready' } });
    const stranger = await shop.shopper(second);
    expect((await stranger.call('POST', `/api/shop/orders/${one.order.id}/cancel`, {})).status).toBe(404);
    const done = await agent.post(`/api/staff/orders/${one.order.id}/cancel`, { reason: 'the customer phoned' });
    expect(done.state).toBe('cancelled');
    const two = await ordered(card, 1);
    await krakow.post(`/api/staff/fulfilments/${two.workId}/hand-over`, { idSeen: true });
    expect(
      (await agent.call('POST', `/api/staff/orders/${two.order.id}/cancel`, { reason: 'too late' })).body.code,
    ).toBe('not_cancellable');
    expect(await refunded(two.order.id)).toBe(0);
  });

  it('twice at once from two servers pays back once, and against a hand-over exactly one of the two happens', async () => {
    for (let round = 0; round < 3; round += 1) {
      const one = await ordered(card, 1);
      const elsewhere = await shop.shopper(second);
      const answers = await Promise.all([cancel(one), cancel(one, undefined, elsewhere)]);
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      expect(await refunded(one.order.id)).toBe(sofa);
      const two = await ordered(card, 1);
      const [off, out] = await Promise.all([
        cancel(two, undefined, elsewhere.moveTo(second) ?? elsewhere),
        krakow.call('POST', `/api/staff/fulfilments/${two.workId}/hand-over`, { idSeen: true }),
      ]);
      expect([off.status, out.status].filter((status) => status === 200)).toHaveLength(1);
      expect(await refunded(two.order.id)).toBe(off.status === 200 ? sofa : 0);
      await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 3);
    }
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('stays in the ledger as placed, and is told beside it', async () => {
    const day = { from: '2026-11-24T00:00:00Z', to: '2026-11-25T00:00:00Z' };
    const sum = async () => (await dailyTotals(server.ctx(), day)).find((row) => row.day === '2026-11-24');
    const before = await sum();
    const one = await ordered(card, 2);
    await cancel(one, [{ lineId: one.order.lines[0].id, quantity: 1 }]);
    const after = await sum();
    expect((after?.gross.amount ?? 0) - (before?.gross.amount ?? 0)).toBe(2 * sofa);
    expect((after?.cancelledGross.amount ?? 0) - (before?.cancelledGross.amount ?? 0)).toBe(sofa);
    expect((after?.cancelledOrders ?? 0) - (before?.cancelledOrders ?? 0)).toBe(0);
  });
});

describe('a pickup', () => {
  it('moves to another store: taken there first, the old work ends with a word, the price stays', async () => {
    const one = await ordered(card, 2);
    await ready(one);
    const url = `/api/shop/orders/${one.order.id}/pickups/${one.workId}/move`;
    const moved = await one.guest.call('POST', url, { token: one.token, locationId: shop.warszawa });
    expect(moved).toMatchObject({
      status: 200,
      body: { totals: { gross: { amount: 2 * sofa } }, lines: [{ way: { locationId: shop.warszawa } }] },
    });
    expect([await free(shop.krakow), await free(shop.warszawa)]).toEqual([3, 0]);
    expect(await work(one.workId)).toMatchObject({ state: 'cancelled', reason: 'moved to Warszawa Centrum' });
    const { parts: shown } = await page(one);
    expect(shown.find((part: { stage: string }) => part.stage === 'to_pick')).toMatchObject({
      locationId: shop.warszawa,
    });
    expect((await one.guest.call('POST', url, { token: one.token, locationId: shop.krakow })).body.code).toBe(
      'not_changeable',
    );
    expect(await mails(one)).toContainEqual(expect.stringMatching(/Your pickup has changed/));
  });

  it('stays where it is when the other store has not all of it', async () => {
    const one = await ordered(inStore, 3);
    const url = `/api/shop/orders/${one.order.id}/pickups/${one.workId}/move`;
    const refused = await one.guest.call('POST', url, { token: one.token, locationId: shop.warszawa });
    expect(refused).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    expect([await free(shop.krakow), await free(shop.warszawa)]).toEqual([0, 2]);
    expect((await work(one.workId)).state).toBe('to_pick');
  });

  it('nobody collects is reminded of twice, then on sale again and paid back in full; unpaid it is off', async () => {
    const [paid, unpaid] = [await ordered(card, 1), await ordered(inStore, 1)];
    await ready(paid);
    await ready(unpaid);
    const { keepUntil } = await work(paid.workId);
    // The fifth opening day after Tuesday, at eight in the evening; Sunday is closed.
    expect(keepUntil).toBe('2026-11-30T19:00:00.000Z');
    const end = Date.parse(keepUntil ?? '');
    for (const before of [23, 22, 10, 9]) {
      at(new Date(end - before * 3_600_000));
      await job();
    }
    const told = await mails(paid);
    expect(told.filter((subject) => subject.startsWith('Still waiting'))).toHaveLength(1);
    expect(told.filter((subject) => subject.startsWith('Last day'))).toHaveLength(1);
    at(new Date(end + 60_000));
    await job();
    await job();
    await server.settle();
    for (const one of [paid, unpaid]) expect((await page(one)).order.state).toBe('cancelled');
    expect(await refunded(paid.order.id)).toBe(sofa);
    expect(await refunded(unpaid.order.id)).toBe(0);
    expect(await free(shop.krakow)).toBe(3);
    expect((await mails(paid)).filter((subject) => subject.startsWith('Cancelled'))).toHaveLength(1);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('that was never made ready does not stay placed for ever once its unpaid hold runs out', async () => {
    const one = await ordered(inStore, 1);
    at(new Date('2026-12-05T08:00:00Z'));
    await sweepExpired(server.ctx());
    await server.settle();
    expect((await page(one)).order.state).toBe('cancelled');
    expect((await work(one.workId)).state).toBe('cancelled');
  });

  it('is kept longer by its customer within the limit and by staff beyond it, never shorter', async () => {
    const one = await ordered(inStore, 1);
    await ready(one);
    const url = (who: 'shop' | 'staff') => `/api/${who}/orders/${one.order.id}/pickups/${one.workId}/keep`;
    const before = (await work(one.workId)).keepUntil;
    expect((await one.guest.call('POST', url('shop'), { token: one.token, days: 1 })).body.keepUntil).toBe(before);
    expect((await one.guest.call('POST', url('shop'), { token: one.token, days: 9 })).body.code).toBe(
      'hold_limit_exceeded',
    );
    const longer = await krakow.post(url('staff'), { days: 7 });
    expect(Date.parse(longer.keepUntil)).toBeGreaterThan(Date.parse(before ?? ''));
    at(new Date(Date.parse(before ?? '') + 60_000));
    await job();
    await sweepExpired(server.ctx());
    await server.settle();
    expect((await page(one)).order.state).toBe('placed');
  });

  it('gets a discount by hand when it is handed over, and refuses one once it is paid', async () => {
    const one = await ordered(inStore, 1);
    await ready(one);
    const discount = { discount: { basisPoints: 500 }, reason: 'a scratch' };
    const newPrice = Math.round(sofa * 0.95);
    const handOver = (id: string, body: object) => krakow.call('POST', `/api/staff/fulfilments/${id}/hand-over`, body);
    const done = await handOver(one.workId, {
      discount,
      payment: { method: 'cash', amount: { amount: newPrice, currency: 'PLN' } },
    });
    expect(done).toMatchObject({ status: 200, body: { state: 'completed', worth: { gross: { amount: newPrice } } } });
    const paid = await ordered(card, 1);
    expect((await handOver(paid.workId, { discount })).body.code).toBe('already_paid');
  });
});

describe('pieces that are not there', () => {
  async function short(quantity: number, of: number, payment: object = card) {
    const one = await ordered(payment, of);
    await krakow.post(`/api/staff/fulfilments/${one.workId}/take`, {});
    const shortage = await krakow.post(`/api/staff/fulfilments/${one.workId}/short`, {
      variantId: shop.green,
      quantity,
      what: 'not_found',
      reason: 'empty shelf',
    });
    const choose = (body: object, who: Person = one.guest) =>
      who.call('POST', `/api/shop/orders/${one.order.id}/shortages/${shortage.id}/choose`, {
        token: one.token,
        ...body,
      });
    return { ...one, shortage, choose };
  }

  it('wait for the customer’s choice while the rest goes on, and are never sent from elsewhere by themselves', async () => {
    const one = await short(1, 2);
    expect(await work(one.workId)).toMatchObject({ state: 'picking', lines: [{ quantity: 1 }] });
    expect(await free(shop.warszawa)).toBe(2);
    expect(await mails(one)).toContainEqual(expect.stringMatching(/^Please choose/));
    const { shortages } = await page(one);
    expect(shortages).toMatchObject([{ id: one.shortage.id, quantity: 1, state: 'open' }]);
    const chosen = await one.choose({ choice: 'other_store', locationId: shop.warszawa });
    expect(chosen.status).toBe(200);
    expect(await free(shop.warszawa)).toBe(1);
    expect((await one.choose({ choice: 'refund' })).body.code).toBe('illegal_transition');
    await ready(one);
    await krakow.post(`/api/staff/fulfilments/${one.workId}/hand-over`, { idSeen: true });
    expect((await page(one)).order.state).toBe('partly_fulfilled');
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('are paid back, sent home at no cost, waited for or found after all, whatever is chosen', async () => {
    const back = await short(1, 1);
    expect((await work(back.workId)).state).toBe('not_found');
    await back.choose({ choice: 'refund' });
    expect(await refunded(back.order.id)).toBe(sofa);
    expect((await page(back)).order.state).toBe('cancelled');
    expect((await work(back.workId)).state).toBe('cancelled');
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 3);
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.warehouse }, 1);
    const home = await short(1, 1);
    expect((await home.choose({ choice: 'wait' })).status).toBe(200);
    // She reads the day before she chooses, and it is the one that is promised.
    expect((await page(home)).shortages).toMatchObject([{ canBeSent: true, sentBy: '2026-11-30' }]);
    const sent = await home.choose({ choice: 'delivery' });
    expect(sent.body).toMatchObject({ totals: { gross: { amount: sofa } }, lines: [{ way: { method: 'delivery' } }] });
    // Tuesday 14:02: the warehouse packs it today, and it is promised by the rule of checkout, in the mail and on the page.
    const parcel = (await page(home)).parts.find((part: { kind: string }) => part.kind === 'ship');
    expect(parcel).toMatchObject({ stage: 'to_pick', arrivesBy: '2026-11-30' });
    expect(await mails(home)).toContainEqual(`We send it to you: order ${home.order.number}`);
    const { items } = await home.guest.get('/api/dev/mailbox?to=julia@example.com&limit=100');
    const mail = items.find((one: { subject: string }) => one.subject.startsWith('We send it to you'));
    expect(mail.text).toContain('30 November 2026');
    const found = await short(1, 1);
    const shopper = await found.choose({ choice: 'found' });
    expect(shopper.status).toBe(403);
    const staff = await krakow.call(
      'POST',
      `/api/staff/orders/${found.order.id}/shortages/${found.shortage.id}/choose`,
      { choice: 'found' },
    );
    expect(staff.status).toBe(200);
    expect((await page(found)).parts.filter((part: { stage: string }) => part.stage === 'to_pick')).toHaveLength(1);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('of two who choose at once the first has chosen', async () => {
    const one = await short(1, 1);
    const elsewhere = await shop.shopper(second);
    const answers = await Promise.all([
      one.choose({ choice: 'refund' }),
      one.choose({ choice: 'other_store', locationId: shop.warszawa }, elsewhere),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const isRefund = answers[0]?.status === 200;
    expect(await refunded(one.order.id)).toBe(isRefund ? sofa : 0);
    expect(await free(shop.warszawa)).toBe(isRefund ? 2 : 1);
  });
});

it('what the scanner counted stays with the work when a colleague takes over', async () => {
  const one = await ordered(card, 2);
  await krakow.post(`/api/staff/fulfilments/${one.workId}/take`, {});
  const count = (picked: number) =>
    krakow.call('PUT', `/api/staff/fulfilments/${one.workId}/picked`, { variantId: shop.green, picked });
  expect((await count(1)).body.lines).toMatchObject([{ picked: 1 }]);
  expect((await count(3)).status).toBe(400);
  expect((await work(one.workId)).lines).toMatchObject([{ picked: 1 }]);
});

it('notes are for colleagues only', async () => {
  const one = await ordered(card, 1);
  await agent.post(`/api/staff/orders/${one.order.id}/notes`, { text: 'She comes at five.' });
  expect((await krakow.get(`/api/staff/orders/${one.order.id}/notes`)).items).toMatchObject([
    { text: 'She comes at five.' },
  ]);
  expect(JSON.stringify(await page(one))).not.toContain('She comes');
});

describe('a part of a pickup', () => {
  const out = (who: Person, workId: string, body: object) =>
    who.call('POST', `/api/staff/fulfilments/${workId}/hand-over`, { idSeen: true, ...body });
  const one = () => [{ variantId: shop.green, quantity: 1 }];
  const scan = (who: Person, code: string) => who.get(`/api/staff/handoffs/${code}`);
  const cash = (amount: number) => ({ payment: { method: 'cash', amount: { amount, currency: 'PLN' } } });

  it('leaves and the rest stays ready under the same code, paid as it goes, until the order is complete', async () => {
    const bought = await ordered(inStore, 3);
    await ready(bought);
    expect((await out(krakow, bought.workId, { pieces: one() })).body).toMatchObject({
      code: 'payment_incomplete',
      toPay: { amount: sofa },
    });
    const first = await out(krakow, bought.workId, { pieces: one(), ...cash(sofa) });
    expect(first).toMatchObject({ status: 200, body: { state: 'partly_fulfilled', paidAt: null } });
    expect(await work(bought.workId)).toMatchObject({ state: 'handed_over', lines: [{ quantity: 1 }] });
    const seen = await scan(krakow, bought.order.number);
    expect(seen).toMatchObject({
      verdict: 'ready',
      place: 'bay 4',
      lines: [{ quantity: 2 }],
      toPay: { amount: 2 * sofa },
    });
    expect(seen.fulfilmentId).not.toBe(bought.workId);
    expect(await reconcileStock(server.ctx())).toEqual([]);
    // The customer does not want the third one: what they have is complete and paid for.
    const [rest] = (await page(bought)).order.lines.filter((line: { state: string }) => line.state === 'open');
    const off = await agent.post(`/api/staff/orders/${bought.order.id}/cancel`, {
      reason: 'two are enough',
      lines: [{ lineId: rest.id, quantity: 1 }],
    });
    expect(off.state).toBe('partly_fulfilled');
    const last = await out(krakow, seen.fulfilmentId, cash(sofa));
    expect(last.body).toMatchObject({ state: 'completed', worth: { gross: { amount: 2 * sofa } } });
    expect(await free(shop.krakow)).toBe(1);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('is given by one of two associates; the other sees who it was, and what waits still', async () => {
    const marek = await shop.staff('krakow', second);
    const bought = await ordered(card, 2);
    await ready(bought);
    const answers = await Promise.all([
      out(krakow, bought.workId, { pieces: one(), collectedBy: 'Jan Nowak' }),
      out(marek, bought.workId, { pieces: one(), collectedBy: 'Jan Nowak' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({
      code: 'already_handed_over',
      byName: expect.any(String),
      collectedBy: 'Jan Nowak',
    });
    expect((await scan(krakow, bought.order.number)).lines).toMatchObject([{ quantity: 1 }]);
    expect(await reconcileStock(server.ctx())).toEqual([]);
    expect(await mails(bought)).toContainEqual(expect.stringContaining(bought.order.number));
  });
});

describe('a parcel that leaves', () => {
  const shipped = async () => {
    const guest = await shop.shopper();
    const { order, accessToken } = await guest.post('/api/shop/orders', {
      from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
      contact,
      deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
      payment: card,
    });
    const packer = await shop.staff('admin');
    const { items } = await listQueue(server.ctx(), { locationId: shop.warehouse, states: ['to_pick'], limit: 200 });
    const workId = items.find((one) => one.orderId === order.id)?.id ?? '';
    await packer.post(`/api/staff/fulfilments/${workId}/take`);
    await packer.post(`/api/staff/fulfilments/${workId}/ready`, { place: 'dock' });
    const send = (body: object) => packer.call('POST', `/api/staff/fulfilments/${workId}/send`, body);
    return { guest, order, token: accessToken, workId, send };
  };

  it('has a number, a link and a promised day that the customer reads; a wrong one is put right, told only if asked', async () => {
    const one = await shipped();
    const correct = (who: Person, body: object) =>
      who.call('POST', `/api/staff/fulfilments/${one.workId}/parcel`, { tellCustomer: false, ...body });
    expect(await correct(agent, { trackingNumber: '6200 1' })).toMatchObject({ body: { code: 'illegal_transition' } });
    const unsafe = await one.send({ carrier: 'InPost', trackingUrl: 'javascript:alert(1)' });
    expect(unsafe).toMatchObject({ status: 400, body: { code: 'tracking_invalid', field: 'trackingUrl' } });
    // A refused number leaves the parcel where it lies, and its goods in the books.
    expect((await work(one.workId)).state).toBe('ready');
    expect((await one.send({ carrier: 'inpost', trackingNumber: '6200 1234 5678' })).status).toBe(200);
    const seen = await page(one);
    expect(seen.order).toMatchObject({ state: 'completed', delivery: { latest: expect.stringMatching(/^2026-/) } });
    const { latest } = seen.order.delivery;
    expect(seen.parts).toMatchObject([
      {
        stage: 'shipped',
        arrivesBy: latest,
        carrier: 'InPost',
        trackingNumber: '620012345678',
        trackingUrl: 'https://inpost.pl/sledzenie-przesylek?number=620012345678',
      },
    ]);
    expect(await mails(one)).toContainEqual(`It is on its way: order ${one.order.number}`);
    const count = async () => (await mails(one)).length;
    const before = await count();
    expect((await correct(krakow, { trackingNumber: '999912345678' })).body.code).toBe('wrong_location');
    const name = '<i>Wóz</i> & syn';
    expect((await correct(agent, { carrier: name, trackingNumber: '999912345678' })).status).toBe(200);
    expect(await count()).toBe(before);
    expect((await page(one)).parts).toMatchObject([{ trackingNumber: '999912345678', trackingUrl: null }]);
    expect((await correct(agent, { carrier: name, trackingNumber: '999912345678', tellCustomer: true })).status).toBe(
      200,
    );
    expect(await count()).toBe(before + 1);
    const { items } = await one.guest.get('/api/dev/mailbox?to=julia@example.com&limit=100');
    const mail = items.find((sent: { subject: string }) => sent.subject.endsWith(one.order.number));
    expect(mail.subject).toBe(`The right number of your parcel: order ${one.order.number}`);
    const html = await one.guest.get(`/mailbox/${mail.id}/html`);
    expect(html).toContain('&lt;i&gt;Wóz&lt;/i&gt; &amp; syn');
    expect(html).not.toContain('<i>');
    const { timeline, work: parcels } = await agent.get(`/api/staff/orders/${one.order.id}/page`);
    expect(parcels).toMatchObject([{ carrier: name, arrivesBy: latest }]);
    expect(timeline).toContainEqual(
      expect.objectContaining({ about: 'work', what: 'shipped', text: 'InPost 620012345678' }),
    );
    // Twice the same is one correction.
    expect(timeline.filter((entry: { what: string }) => entry.what === 'tracking')).toHaveLength(1);
    expect(timeline.filter((entry: { what: string }) => entry.what === 'parcel_sent')).toHaveLength(2);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('leaves once when two say so at once, with the number of whoever was first; our own driver needs none', async () => {
    const [one, plain, colleague] = [await shipped(), await shipped(), await shop.staff('admin', second)];
    const answers = await Promise.all([
      one.send({ trackingNumber: '111111' }),
      colleague.call('POST', `/api/staff/fulfilments/${one.workId}/send`, { trackingNumber: '222222' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const first = answers.find(({ status }) => status === 200);
    expect((await work(one.workId)).trackingNumber).toBe(first?.body.trackingNumber);
    expect((await plain.send({})).status).toBe(200);
    expect((await page(plain)).parts).toMatchObject([{ stage: 'shipped', carrier: null, trackingNumber: null }]);
    expect(await mails(plain)).toContainEqual(`It is on its way: order ${plain.order.number}`);
  });
});

describe('what another store sends here', () => {
  it('is chosen by the customer, leaves there, arrives and is promised here, and is done only when it is collected', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.warehouse }, 1);
    const one = await ordered(card, 1);
    await krakow.post(`/api/staff/fulfilments/${one.workId}/take`);
    const short = await krakow.post(`/api/staff/fulfilments/${one.workId}/short`, {
      variantId: shop.green,
      quantity: 1,
      what: 'not_found',
      reason: 'not on the shelf',
    });
    expect((await page(one)).shortages).toMatchObject([{ canBeSentHere: true }]);
    const choose = (who: Person) =>
      who.call('POST', `/api/shop/orders/${one.order.id}/shortages/${short.id}/choose`, {
        token: one.token,
        choice: 'ship_here',
      });
    expect((await choose(one.guest)).status).toBe(200);
    expect(await choose(one.guest)).toMatchObject({ status: 409, body: { code: 'illegal_transition' } });
    const parcel = (
      await listQueue(server.ctx(), { locationId: shop.warehouse, states: ['to_pick'], limit: 200 })
    ).items.find((work) => work.orderId === one.order.id);
    expect(parcel).toMatchObject({ kind: 'ship', toLocationId: shop.krakow, code: one.order.number });
    const packer = await shop.staff('admin');
    const url = `/api/staff/fulfilments/${parcel?.id}`;
    expect((await krakow.call('POST', `${url}/arrive`, {})).body.code).toBe('illegal_transition');
    await packer.post(`${url}/take`);
    await packer.post(`${url}/ready`, { place: 'dock' });
    await packer.post(`${url}/send`, {});
    const queue = async () =>
      (await krakow.get(`/api/staff/floor/queue?locationId=${shop.krakow}`)).items.filter(
        (row: { code: string; isArriving: boolean }) => row.code === one.order.number && row.isArriving,
      );
    expect(await queue()).toMatchObject([{ sentFrom: expect.any(String), state: 'shipped' }]);
    expect(await krakow.get(`/api/staff/handoffs/${one.order.number}`)).toMatchObject({ verdict: 'on_its_way' });
    expect((await page(one)).order.state).toBe('paid');
    const free0 = await free(shop.krakow);
    const [a, b] = await Promise.all([
      krakow.call('POST', `${url}/arrive`, {}),
      krakow.call('POST', `${url}/arrive`, {}, { 'idempotency-key': 'a second click' }),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    expect(await free(shop.krakow)).toBe(free0);
    expect(await queue()).toEqual([]);
    const here = [a, b].find(({ status }) => status === 200)?.body;
    expect(here).toMatchObject({ kind: 'pickup', locationId: shop.krakow, state: 'to_pick' });
    const out = await krakow.call('POST', `/api/staff/fulfilments/${here.id}/hand-over`, { idSeen: true });
    expect(out).toMatchObject({ status: 200, body: { state: 'completed' } });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });
});

describe('what a code comes to at the counter', () => {
  const scan = async (who: Person, one: Ordered) => who.get(`/api/staff/handoffs/${one.order.number}`);

  it('partly ready, being handed over, elsewhere and how far, given back', async () => {
    const one = await ordered(card, 2);
    await krakow.post(`/api/staff/fulfilments/${one.workId}/take`);
    await krakow.must('PUT', `/api/staff/fulfilments/${one.workId}/picked`, { variantId: shop.green, picked: 1 });
    expect(await scan(krakow, one)).toMatchObject({
      verdict: 'partly_ready',
      say: expect.stringContaining('1 of 2 pieces are here'),
    });
    const marek = await shop.staff('admin');
    await marek.post(`/api/staff/fulfilments/${one.workId}/serve`, { isServing: true });
    expect(await scan(krakow, one)).toMatchObject({
      verdict: 'being_handed_over',
      fulfilmentId: one.workId,
      servedBy: { name: expect.any(String) },
    });
    expect((await scan(marek, one)).verdict).toBe('partly_ready');
    server.clock.travelTo(new Date(tuesday.getTime() + 4 * 60_000));
    expect((await scan(krakow, one)).verdict).toBe('partly_ready');
    const warszawa = await shop.staff('warszawa');
    expect(await scan(warszawa, one)).toMatchObject({
      verdict: 'wrong_location',
      say: expect.stringMatching(/^The goods wait in Kraków, \d+(\.\d)? km from here, not here\.$/),
      movable: { orderId: one.order.id, fulfilmentId: one.workId },
      customer: null,
      lines: [],
    });
    await agent.post(`/api/staff/orders/${one.order.id}/cancel`, { reason: 'the customer phoned' });
    expect(await scan(krakow, one)).toMatchObject({
      verdict: 'refunded',
      say: expect.stringContaining('was given back'),
    });
  });

  it('handed over: when, by whom served and to whom; ended: whether it is free still', async () => {
    const [one, two] = [await ordered(card, 1), await ordered(inStore, 1)];
    await krakow.post(`/api/staff/fulfilments/${one.workId}/hand-over`, { idSeen: true, collectedBy: 'Jan Nowak' });
    const seen = await scan(krakow, one);
    expect(seen.verdict).toBe('already_collected');
    expect(seen.say).toMatch(/^It was handed over .+ by .+ to Jan Nowak\.$/);
    at(new Date('2026-12-20T13:02:00Z'));
    await sweepExpired(server.ctx());
    const later = await shop.staff('krakow');
    expect(await scan(later, two)).toMatchObject({ verdict: 'expired', freeHere: 2 });
    expect((await scan(later, two)).say).toContain('2 free here: hold it again');
  });
});

describe('ordered for a customer', () => {
  const customer = async () => {
    const email = `ewa.${crypto.randomUUID()}@example.com`;
    const made = await agent.post('/api/staff/customers', { givenName: 'Ewa', familyName: 'Lis', email });
    return { email, person: { customerId: made.customerId } };
  };
  const pickup = () => ({ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } });

  it('by the contact centre with a link: kept for its money, a refused card ends nothing, paid it is work', async () => {
    const { email, person } = await customer();
    const order = await agent.post('/api/staff/orders', { person, goods: { lines: [pickup()] }, payment: 'link' });
    expect(order).toMatchObject({ state: 'placed', paidAt: null, payBy: expect.stringMatching(/^2026-11-26T13:02/) });
    expect(await free(shop.krakow)).toBe(2);
    await server.settle();
    const guest = await shop.shopper();
    const { items } = await guest.get(`/api/dev/mailbox?to=${encodeURIComponent(email)}`);
    expect(items.map((mail: { subject: string }) => mail.subject)).toEqual([
      `Please pay for your order ${order.number}`,
    ]);
    const token = await issueAccessToken(server.ctx(), order.id);
    const page = () => guest.get(`/api/shop/orders/${order.id}/page?token=${token}`);
    expect((await page()).toPay).toMatchObject({ total: { amount: sofa } });
    const pay = (number: string) =>
      guest.call('POST', `/api/shop/orders/${order.id}/pay`, {
        token,
        payment: { ...card, card: { ...card.card, number } },
      });
    expect((await pay('4000 0000 0000 0002')).body.code).toBe('payment_declined');
    expect(await free(shop.krakow)).toBe(2);
    expect(await pay(card.card.number)).toMatchObject({
      status: 200,
      body: { order: { state: 'paid' }, paymentState: 'captured' },
    });
    expect((await pay(card.card.number)).body.code).toBe('already_paid');
    expect((await page()).parts).toMatchObject([{ stage: 'to_pick' }]);
    expect(order.lines[0].credits.advisedBy).not.toBeNull();
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('their own cart, with what is held in it, at the price it was quoted', async () => {
    const { person } = await customer();
    const hold = await agent.post('/api/staff/holds', { person, variantId: shop.green, locationId: shop.krakow });
    const { cart } = await agent.get(`/api/staff/customers/${person.customerId}/panel`);
    expect(await free(shop.krakow)).toBe(2);
    const goods = { cartId: cart.id, version: cart.version, way: { method: 'pickup', locationId: shop.krakow } };
    const order = await agent.post('/api/staff/orders', { person, goods, payment: 'in_store' });
    expect(order.lines).toMatchObject([{ reservationId: hold.id, quantity: 1 }]);
    expect(await free(shop.krakow)).toBe(2);
    expect((await agent.call('POST', '/api/staff/orders', { person, goods, payment: 'in_store' })).body.code).toBe(
      'cart_closed',
    );
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('at the counter: paid at the till it is work, unpaid in time it is on sale again', async () => {
    const [one, two] = [await customer(), await customer()];
    const place = (person: object) =>
      krakow.post('/api/staff/orders', {
        person,
        goods: { lines: [pickup()] },
        payment: 'link',
        locationId: shop.krakow,
      });
    const [first, other] = [await place(one.person), await place(two.person)];
    expect(await krakow.get(`/api/staff/handoffs/${first.number}`)).toMatchObject({
      verdict: 'unpaid',
      orderId: first.id,
      toPay: { amount: sofa },
    });
    const paid = await krakow.post(`/api/staff/orders/${first.id}/pay-here`, {
      locationId: shop.krakow,
      payment: { method: 'cash', amount: { amount: sofa, currency: 'PLN' } },
    });
    expect(paid.state).toBe('paid');
    expect((await krakow.get(`/api/staff/handoffs/${first.number}`)).verdict).toBe('not_ready');
    // What is sent is found by its number as well, and paid here.
    const home = await krakow.post('/api/staff/orders', {
      person: one.person,
      goods: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
      deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
      payment: 'link',
      locationId: shop.krakow,
    });
    expect(await krakow.get(`/api/staff/handoffs/${home.number}`)).toMatchObject({
      verdict: 'unpaid',
      toPay: home.totals.gross,
    });
    at(new Date(tuesday.getTime() + 49 * 3_600_000));
    await sweepExpired(server.ctx());
    await server.settle();
    const later = await shop.staff('agent');
    expect((await later.get(`/api/staff/orders/${other.id}`)).state).toBe('cancelled');
    expect(await free(shop.krakow)).toBe(2);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });
});

it('who is called by a note finds it until they have looked; two notes at once are both kept', async () => {
  const one = await ordered(card, 1);
  const { id: staffId } = await agent.get('/api/staff/me');
  const url = `/api/staff/orders/${one.order.id}/notes`;
  await Promise.all([
    krakow.post(url, { text: 'please phone her', mentions: [staffId] }),
    krakow.post(url, { text: 'and mind the stairs' }),
  ]);
  expect((await krakow.get(url)).items).toHaveLength(2);
  const mine = async () => (await agent.get('/api/staff/mentions')).items;
  const [mention] = await mine();
  expect(mention).toMatchObject({
    orderId: one.order.id,
    orderNumber: one.order.number,
    text: 'please phone her',
    seen: false,
  });
  expect((await krakow.get('/api/staff/mentions')).items).toEqual([]);
  // Another's looking is not theirs.
  await krakow.post(`/api/staff/mentions/${mention.id}/seen`, {});
  expect((await mine())[0]).toMatchObject({ seen: false });
  await agent.post(`/api/staff/mentions/${mention.id}/seen`, {});
  expect((await mine())[0]).toMatchObject({ seen: true });
});
