import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { inTransaction } from '../../kernel/database.ts';
import { getCredits, giveBackCredit, issueCredit, reconcileCredits, spendCredit } from '../../modules/credits/index.ts';
import { fulfilmentsOfOrders, markReady, markShipped, takeFulfilment } from '../../modules/fulfilment/index.ts';
import { settleLines } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { setPrices } from '../../modules/pricing/index.ts';
import { availability, changeOnHand, reconcileStock } from '../../modules/stock/index.ts';
import { acceptSilence } from './acceptSilence.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
let krakow: Person;
let warszawa: Person;
let warszawaToo: Person;
let admin: Person;

beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
  for (const one of [server, second]) one.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server, { krakowGreen: 500, warehouseBlue: 50 });
  await setPrices(server.ctx(), {
    market: 'PL',
    prices: [{ variantId: shop.blue, gross: { amount: 100_01, currency: 'PLN' } }],
    reason: 'a cheaper one',
  });
  await changeOnHand(server.ctx(), [
    { variantId: shop.blue, locationId: shop.warszawa, kind: 'receive', delta: 20, reason: 'delivery' },
    { variantId: shop.green, locationId: shop.warszawa, kind: 'receive', delta: 5, reason: 'delivery' },
  ]);
  [krakow, warszawa, warszawaToo, admin] = [
    await shop.staff('krakow'),
    await shop.staff('warszawa'),
    await shop.staff('warszawa', second),
    await shop.staff('admin'),
  ];
});
afterAll(async () => {
  await second?.stop();
  await server?.stop();
});

const pln = (amount: number) => ({ amount, currency: 'PLN' });
const greenPrice = 386_900;

/** Sold at the counter in Kraków. */
async function sold(quantity = 1, method: 'cash' | 'card_terminal' = 'cash') {
  return krakow.post('/api/staff/sales', {
    locationId: shop.krakow,
    goods: { lines: [{ variantId: shop.green, quantity }] },
    payment: { method, amount: pln(greenPrice * quantity) },
  });
}

const back = (order: { id: string; lines: { id: string }[] }, more: object = {}, line: object = {}) => ({
  orderId: order.id,
  locationId: shop.warszawa,
  payout: 'original',
  lines: [
    {
      orderLineId: order.lines[0]?.id,
      quantity: 1,
      reason: 'changed_mind',
      rule: 'shop_policy',
      condition: 'unopened',
      outcome: 'restock',
      ...line,
    },
  ],
  ...more,
});

async function piecesAt(variantId: string, locationId: string): Promise<{ good: number; damaged: number }> {
  const [level] = await availability(server.ctx(), { variantIds: [variantId], locationIds: [locationId] });
  return { good: (level?.onHand ?? 0) - (level?.damaged ?? 0), damaged: level?.damaged ?? 0 };
}
const onHand = async (variantId: string, locationId: string) => (await piecesAt(variantId, locationId)).good;

async function paidBack(orderId: string): Promise<number> {
  const payments = (await paymentsOf(server.ctx(), [orderId])).get(orderId) ?? [];
  return payments.reduce((sum, payment) => sum + payment.refunded.amount, 0);
}

describe('at the desk', () => {
  it('goods of another store come back here, are restocked here, and the money goes the way it came', async () => {
    const order = await sold();
    const [kr, wa] = [await onHand(shop.green, shop.krakow), await onHand(shop.green, shop.warszawa)];
    const found = await warszawa.get(`/api/staff/returns/sales?q=${order.number}`);
    expect(found.items).toMatchObject([{ orderId: order.id, number: order.number }]);
    const sale = await warszawa.get(`/api/staff/returns/sales/${order.id}`);
    expect(sale).toMatchObject({
      soldAt: 'Kraków',
      lines: [{ returnable: 1, returned: 0, daysSince: 0, bestRule: 'shop_policy', worth: [pln(greenPrice)] }],
      payments: [{ method: 'cash', refundable: pln(greenPrice) }],
    });
    const taken = await warszawa.post('/api/staff/returns', back(order));
    expect(taken).toMatchObject({
      creditCode: null,
      refundPending: false,
      return: {
        state: 'settled',
        locationId: shop.warszawa,
        total: pln(greenPrice),
        payouts: [{ to: 'original', method: 'cash', amount: pln(greenPrice) }],
      },
    });
    expect(taken.return.number).toMatch(/^R-\d{6}$/);
    expect(await onHand(shop.green, shop.warszawa)).toBe(wa + 1);
    expect(await onHand(shop.green, shop.krakow)).toBe(kr);
    expect(await paidBack(order.id)).toBe(greenPrice);
    const again = await krakow.call('POST', '/api/staff/returns', back(order, { locationId: shop.krakow }));
    expect(again).toMatchObject({ status: 409, body: { code: 'already_returned', lines: [{ returnable: 0 }] } });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('the same piece brought to two tills at once, on two servers, is taken once and paid back once', async () => {
    const order = await sold(2);
    const wa = await onHand(shop.green, shop.warszawa);
    const tries = await Promise.all(
      [warszawa, warszawaToo, warszawa, warszawaToo].map((till) =>
        till.call('POST', '/api/staff/returns', back(order)),
      ),
    );
    expect(tries.map((answer) => answer.status).sort()).toEqual([201, 201, 409, 409]);
    expect(await onHand(shop.green, shop.warszawa)).toBe(wa + 2);
    expect(await paidBack(order.id)).toBe(2 * greenPrice);
  });

  it('sent twice under one key is one return, and a colleague of another store cannot take it in for us', async () => {
    const order = await sold(2);
    const headers = { 'idempotency-key': randomUUID() };
    const [a, b] = await Promise.all([
      warszawa.post('/api/staff/returns', back(order), headers),
      warszawaToo.post('/api/staff/returns', back(order), headers),
    ]);
    expect(a.return.id).toBe(b.return.id);
    expect(await paidBack(order.id)).toBe(greenPrice);
    expect(await krakow.call('POST', '/api/staff/returns', back(order))).toMatchObject({
      status: 403,
      body: { code: 'wrong_location' },
    });
  });

  it('what the rule does not cover, or the policy does not give in cash, is refused and nothing is changed', async () => {
    const order = await sold(1, 'card_terminal');
    const wa = await onHand(shop.green, shop.warszawa);
    for (const [more, line, code] of [
      [{}, { rule: 'withdrawal' }, 'not_returnable'],
      [{}, { condition: 'used' }, 'not_returnable'],
      [{ payout: 'cash' }, {}, 'payout_not_offered'],
      [{}, { quantity: 2 }, 'already_returned'],
    ] as const)
      expect(await warszawa.call('POST', '/api/staff/returns', back(order, more, line))).toMatchObject({
        status: 409,
        body: { code },
      });
    expect(await onHand(shop.green, shop.warszawa)).toBe(wa);
    expect(await paidBack(order.id)).toBe(0);
    expect((await warszawa.get(`/api/staff/returns/sales/${order.id}`)).lines[0].returnable).toBe(1);
  });

  it('a broken piece never reaches the shelf, and one that is sent back is worth nothing and may come again', async () => {
    const order = await sold(2);
    const wa = await piecesAt(shop.green, shop.warszawa);
    const two = back(order);
    const [line] = two.lines;
    const taken = await warszawa.post('/api/staff/returns', {
      ...two,
      lines: [
        { ...line, rule: 'complaint', reason: 'faulty', condition: 'faulty', outcome: 'damaged' },
        { ...line, outcome: 'send_back' },
      ],
    });
    expect(taken.return).toMatchObject({
      total: pln(greenPrice),
      lines: [{ amount: pln(greenPrice) }, { amount: pln(0) }],
    });
    expect(taken.return.answerDueAt).not.toBeNull();
    expect(await piecesAt(shop.green, shop.warszawa)).toEqual({ good: wa.good, damaged: wa.damaged + 1 });
    expect((await warszawa.get(`/api/staff/returns/sales/${order.id}`)).lines[0]).toMatchObject({
      returned: 1,
      returnable: 1,
    });
    const protocol = await admin.get(`/api/staff/returns/${taken.return.id}`);
    expect(protocol).toMatchObject({ order: { number: order.number }, goods: [{ taxRateBp: 2300 }, {}] });
    expect(protocol.steps.map((step: { to: string }) => step.to)).toEqual([
      'announced',
      'received',
      'inspected',
      'settled',
    ]);
  });

  it('onto a code: it is spent at any till as far as it goes, and what was paid with it goes back onto it', async () => {
    const order = await sold(1, 'card_terminal');
    const { creditCode } = await warszawa.post('/api/staff/returns', back(order, { payout: 'store_credit' }));
    expect(creditCode).toMatch(/^SC-/);
    const buy = (amount: number, more: object = {}) =>
      warszawa.call('POST', '/api/staff/sales', {
        locationId: shop.warszawa,
        goods: { lines: [{ variantId: shop.blue, quantity: 1 }] },
        storeCredit: { code: creditCode.toLowerCase(), amount: pln(amount) },
        ...more,
      });
    const bought = await buy(100_01);
    expect(bought.status).toBe(201);
    const state = await warszawa.get(`/api/staff/credits/${creditCode}`);
    expect(state.credit.balance).toEqual(pln(greenPrice - 100_01));
    expect(await buy(1)).toMatchObject({ status: 409, body: { code: 'payment_incomplete', toPay: pln(100_00) } });
    expect((await buy(1, { payment: { method: 'cash', amount: pln(100_00) } })).status).toBe(201);
    // Back again: the money was never cash, so it goes onto the code.
    await warszawa.post('/api/staff/returns', back(bought.body));
    expect((await warszawa.get(`/api/staff/credits/${creditCode}`)).credit.balance).toEqual(pln(greenPrice - 1));
    const nine = Array.from({ length: 40 }, (_, n) => (n % 2 ? warszawa : warszawaToo)).slice(0, 6);
    const sofa = { locationId: shop.warszawa, goods: { lines: [{ variantId: shop.green, quantity: 1 }] } };
    const race = await Promise.all(
      nine.map((till) =>
        till.call('POST', '/api/staff/sales', {
          ...sofa,
          storeCredit: { code: creditCode, amount: pln(greenPrice - 1) },
          payment: { method: 'cash', amount: pln(1) },
        }),
      ),
    );
    expect(race.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(race.some((answer) => answer.body.code === 'credit_insufficient')).toBe(true);
    expect(await reconcileCredits(server.ctx())).toEqual([]);
  });
});

describe('without a receipt', () => {
  it('the sale is found by the end of the card and the day, or by the slip of the terminal', async () => {
    const order = await krakow.post('/api/staff/sales', {
      locationId: shop.krakow,
      goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
      payment: { method: 'card_terminal', amount: pln(greenPrice), terminalRef: 'SLIP-7781', cardLast4: '9071' },
    });
    const found = async (query: string) => (await warszawa.get(`/api/staff/returns/sales?${query}`)).items;
    expect(await found('cardLast4=9071&day=2026-11-24')).toMatchObject([{ orderId: order.id }]);
    expect(await found('cardLast4=9071&day=2026-11-23')).toEqual([]);
    expect(await found('q=SLIP-7781')).toMatchObject([{ orderId: order.id }]);
    const same = await found(`variantId=${shop.green}&day=2026-11-24&amount=${greenPrice}`);
    expect(same.map((one: { orderId: string }) => one.orderId)).toContain(order.id);
  });

  it('a place that takes no returns says so and names the nearest that does', async () => {
    const order = await sold();
    expect(await admin.call('POST', '/api/staff/returns', back(order, { locationId: shop.warehouse }))).toMatchObject({
      status: 409,
      body: { code: 'returns_not_taken', nearest: { name: 'Warszawa Centrum' } },
    });
  });

  it('goods without a sale are taken only where the policy allows it, for the lowest price of late, onto a code', async () => {
    const blind = (more: object = {}, line: object = {}) => ({
      locationId: shop.warszawa,
      contact: { phone: '+48600123456' },
      lines: [{ variantId: shop.blue, quantity: 2, reason: 'other', condition: 'opened', outcome: 'restock', ...line }],
      ...more,
    });
    const send = (body: object) => warszawa.call('POST', '/api/staff/blind-returns', body);
    expect((await send(blind())).body.code).toBe('blind_return_not_offered');
    const policy = await admin.get('/api/staff/settings/returns');
    await admin.call('PUT', '/api/staff/settings/returns', { ...policy, blindReturns: true });
    // It was dearer for a while; today's price is not what counts against the shop.
    const worth = await warszawa.get(`/api/staff/blind-returns/worth?variantId=${shop.blue}`);
    expect(worth).toMatchObject({ isOffered: true, items: [{ cap: pln(100_01) }] });
    expect((await send(blind({ contact: { name: 'Jan' } }))).status).toBe(400);
    expect((await send(blind({}, { unit: 100_02 }))).body).toMatchObject({
      code: 'payout_not_offered',
      cap: pln(100_01),
    });
    const was = await onHand(shop.blue, shop.warszawa);
    const headers = { 'idempotency-key': randomUUID() };
    const [one, two] = await Promise.all([
      warszawa.post('/api/staff/blind-returns', blind(), headers),
      warszawaToo.post('/api/staff/blind-returns', blind(), headers),
    ]);
    expect(one.id).toBe(two.id);
    expect(one).toMatchObject({ total: pln(2 * 100_01), lines: [{ taxRateBp: 2300 }] });
    expect(await onHand(shop.blue, shop.warszawa)).toBe(was + 2);
    const shown = await shop.visitor().post('/api/shop/credits/look-up', { code: one.creditCode });
    expect(shown).toMatchObject({ balance: pln(2 * 100_01), isExpired: false, entries: [{ kind: 'issue' }] });
    const record = await admin.get('/api/staff/returns/record?from=2026-11-24&to=2026-11-24');
    const line = record.items.find((it: { protocol: string }) => it.protocol === one.number);
    expect(line).toMatchObject({ proof: null, soldAt: null, gross: 2 * 100_01, place: 'Warszawa Centrum' });
    expect(record.items.some((it: { proof: string; soldAt: string }) => it.proof?.startsWith('V-') && it.soldAt)).toBe(
      true,
    );
    expect(await reconcileStock(server.ctx())).toEqual([]);
    // The Office sees it among all others, whoever looks for it by number, place or kind; who took it is named.
    const listed = async (query = '') =>
      (await admin.get(`/api/staff/returns/all?${query}`)).items as { number: string; kinds: string[] }[];
    expect((await listed())[0]).toMatchObject({
      id: one.id,
      kinds: ['no_receipt'],
      state: 'settled',
      order: null,
      pieces: 2,
      total: pln(2 * 100_01),
      takenBy: { name: expect.any(String) },
    });
    const itself = [expect.objectContaining({ number: one.number })];
    expect(await listed(`q=${one.number.slice(2)}`)).toEqual(itself);
    expect(await listed(`kind=no_receipt&locationId=${shop.warszawa}&state=settled`)).toEqual(itself);
    expect(await listed('kind=no_receipt&state=announced')).toEqual([]);
    expect((await listed('kind=receipt')).some((it) => it.kinds.includes('no_receipt'))).toBe(false);
    expect((await krakow.get('/api/staff/returns/all?kind=no_receipt')).items).toEqual([]);
    expect(await shop.staff('agent').then((agent) => agent.get(`/api/staff/blind-returns/${one.id}`))).toMatchObject({
      number: one.number,
      takenBy: expect.any(String),
    });
    // Page by page it is the same list, nothing twice and nothing left out.
    const whole = await listed('limit=100');
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: unknown[]; nextCursor: string | null } = await admin.get(
        `/api/staff/returns/all?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });
});

describe('store credit at the online checkout', () => {
  const contact = { name: 'Ewa Nowak', email: 'ewa@example.com' };
  const card = (number = '4242 4242 4242 4242') => ({
    method: 'card',
    card: { number, expiryMonth: 12, expiryYear: 2030, cvc: '123' },
  });

  const newCredit = (amount: number) =>
    inTransaction(server.ctx(), (tx) =>
      issueCredit(tx, {
        amount: pln(amount),
        cause: 'return',
        causeId: randomUUID(),
        key: randomUUID(),
        expiresAt: new Date('2027-11-24T00:00:00Z'),
      }),
    );
  const codeOf = async (amount: number) => (await newCredit(amount)).code;
  const onCode = async (code: string) => (await admin.get(`/api/staff/credits/${code}`)).credit.balance.amount;
  const order = (guest: Person, code: string, amount: number, payment: object) =>
    guest.call('POST', '/api/shop/orders', {
      from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
      contact,
      payment,
      storeCredit: { code, amount: pln(amount) },
    });

  it('pays a part and the card the rest; what comes back goes to the credit and to the card', async () => {
    const code = await codeOf(1_000_00);
    const guest = await shop.shopper();
    const placed = await order(guest, code, 1_000_00, card());
    expect(placed).toMatchObject({ status: 201, body: { order: { state: 'paid' }, paymentState: 'captured' } });
    expect(await onCode(code)).toBe(0);
    const { id } = placed.body.order;
    const payments = (await paymentsOf(server.ctx(), [id])).get(id) ?? [];
    expect(payments.map((it) => [it.method, it.captured.amount])).toEqual([
      ['store_credit', 1_000_00],
      ['card', greenPrice - 1_000_00],
    ]);
    await guest.post(`/api/shop/orders/${id}/cancel`, { token: placed.body.accessToken });
    expect(await onCode(code)).toBe(1_000_00);
    expect(await paidBack(id)).toBe(greenPrice);
  });

  it('is on its code again when the card is declined, and pays all of it where it is enough', async () => {
    const code = await codeOf(greenPrice + 5_00);
    const guest = await shop.shopper();
    expect((await order(guest, code, 500_00, card('4000 0000 0000 0002'))).status).toBe(402);
    expect(await onCode(code)).toBe(greenPrice + 5_00);
    expect((await order(guest, code, 500_00, { method: 'store_credit' })).body.code).toBe('payment_incomplete');
    const placed = await order(guest, code, greenPrice + 5_00, { method: 'store_credit' });
    expect(placed).toMatchObject({ status: 201, body: { order: { state: 'paid' } } });
    expect(await onCode(code)).toBe(5_00);
    const [work] = (await fulfilmentsOfOrders(server.ctx(), [placed.body.order.id])).get(placed.body.order.id) ?? [];
    expect(work?.state).toBe('to_pick');
  });

  test('whatever is issued, spent and given back on two servers at once: balances are their ledgers and never below nothing', async () => {
    const act = fc.record({ kind: fc.constantFrom('spend', 'back'), amount: fc.integer({ min: 1, max: 60 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.array(act, { minLength: 2, maxLength: 8 }),
        async (issued, acts) => {
          const credit = await newCredit(issued);
          let spent = 0;
          await Promise.all(
            acts.map(async ({ kind, amount }, index) => {
              const ctx = (index % 2 ? second : server).ctx();
              const key = randomUUID();
              if (kind === 'back') {
                // Only what was spent ever goes back, and the same twice goes back once.
                const due = Math.min(amount, spent);
                spent -= due;
                const again = { creditId: credit.id, amount: pln(due), key };
                if (due > 0) await Promise.all([giveBackCredit(ctx, again), giveBackCredit(ctx, again)]);
              } else {
                const spending = { code: credit.code, amount: pln(amount), key, orderId: randomUUID() };
                const done = await inTransaction(ctx, (tx) => spendCredit(tx, spending));
                if (done.ok) spent += amount;
              }
            }),
          );
          const balance = (await getCredits(server.ctx(), [credit.id])).get(credit.id)?.balance.amount;
          expect(balance).toBe(issued - spent);
          expect(balance).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 15 },
    );
    expect(await reconcileCredits(server.ctx())).toEqual([]);
  });
});

describe('an exchange', () => {
  const against = (order: { id: string; lines: { id: string }[] }, variantId: string, more: object = {}) => ({
    ...back(order),
    goods: { lines: [{ variantId, quantity: 1 }] },
    ...more,
  });

  it('for something cheaper gives one difference back, and for the same nothing changes hands', async () => {
    const order = await sold();
    const done = await warszawa.post('/api/staff/exchanges', against(order, shop.blue));
    expect(done.return.payouts).toMatchObject([
      { to: 'exchange', amount: pln(100_01) },
      { to: 'original', amount: pln(greenPrice - 100_01) },
    ]);
    expect(await paidBack(order.id)).toBe(greenPrice);
    const bought = await admin.get(`/api/staff/orders/${done.return.exchangeOrderId}`);
    expect(bought).toMatchObject({ state: 'completed', totals: { gross: pln(100_01) } });
    const same = await sold();
    const swapped = await warszawa.post('/api/staff/exchanges', against(same, shop.green));
    expect(swapped.return.payouts).toMatchObject([{ to: 'exchange', amount: pln(greenPrice) }]);
  });

  it('for something dearer takes one difference, refuses another sum, and takes nothing back when it refuses', async () => {
    const order = await sold();
    const cheap = (await warszawa.post('/api/staff/exchanges', against(order, shop.blue))).return.exchangeOrderId;
    const blue = await admin.get(`/api/staff/orders/${cheap}`);
    const [wa, free] = [await onHand(shop.blue, shop.warszawa), await onHand(shop.green, shop.warszawa)];
    const wrong = await warszawa.call('POST', '/api/staff/exchanges', against(blue, shop.green));
    expect(wrong).toMatchObject({ status: 409, body: { code: 'payment_incomplete', toPay: pln(greenPrice - 100_01) } });
    expect(await onHand(shop.blue, shop.warszawa)).toBe(wa);
    const paid = { payment: { method: 'card_terminal', amount: pln(greenPrice - 100_01) } };
    await warszawa.post('/api/staff/exchanges', against(blue, shop.green, paid));
    expect(await onHand(shop.blue, shop.warszawa)).toBe(wa + 1);
    expect(await onHand(shop.green, shop.warszawa)).toBe(free - 1);
    expect(await reconcileStock(server.ctx())).toEqual([]);
    expect(await reconcileCredits(server.ctx())).toEqual([]);
  });
});

test('whatever comes back, in whatever pieces and way and on whatever server: never more pieces, never more money, every piece in one place', async () => {
  const step = fc.record({
    quantity: fc.integer({ min: 1, max: 3 }),
    payout: fc.constantFrom('original', 'store_credit', 'cash'),
    outcome: fc.constantFrom('restock', 'damaged', 'write_off', 'send_back'),
    onSecond: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('cash' as const, 'card_terminal' as const),
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      async (bought, method, rounds) => {
        const order = await sold(bought, method);
        const before = await piecesAt(shop.green, shop.warszawa);
        const kept = { restock: 0, damaged: 0, write_off: 0, send_back: 0 };
        for (const round of rounds) {
          const answers = await Promise.all(
            round.map(({ quantity, payout, outcome, onSecond }) =>
              (onSecond ? warszawaToo : warszawa).call(
                'POST',
                '/api/staff/returns',
                back(order, { payout }, { quantity, outcome }),
              ),
            ),
          );
          answers.forEach((answer, index) => {
            const one = round[index];
            if (answer.status === 201 && one) kept[one.outcome as keyof typeof kept] += one.quantity;
            else expect(['already_returned', 'payout_not_offered']).toContain(answer.body.code);
          });
        }
        const gone = kept.restock + kept.damaged + kept.write_off;
        expect(gone).toBeLessThanOrEqual(bought);
        expect(await piecesAt(shop.green, shop.warszawa)).toEqual({
          good: before.good + kept.restock,
          damaged: before.damaged + kept.damaged,
        });
        expect(await paidBack(order.id)).toBe(gone * greenPrice);
        const { rows } = await sql<{ claimed: number; settled: number; refunded: number; lines: number }>`
          select u.claimed, u.settled, u.refunded,
            (select coalesce(sum(l.quantity), 0)::int from returns.line l where l.order_line_id = u.order_line_id
              and l.outcome in ('restock', 'damaged', 'write_off')) as lines
          from returns.unit u where u.order_id = ${order.id}`.execute(server.base.db);
        for (const row of rows)
          expect(row).toEqual({ claimed: gone, settled: gone, refunded: gone * greenPrice, lines: gone });
      },
    ),
    { numRuns: 12 },
  );
  expect(await reconcileStock(server.ctx())).toEqual([]);
  expect(await reconcileCredits(server.ctx())).toEqual([]);
}, 60_000);

describe('from afar', () => {
  const contact = { name: 'Julia Kowalska', email: 'julia@example.com' };
  const card = { number: '4242 4242 4242 4242', expiryMonth: 12, expiryYear: 2030, cvc: '123' };

  /** Paid by card, for delivery from the warehouse; `also` is for collection in Kraków. */
  async function ordered(quantity = 2, also = 0) {
    const guest = await shop.shopper();
    const pickup = { variantId: shop.green, quantity: also, way: { method: 'pickup', locationId: shop.krakow } };
    const placed = await guest.post('/api/shop/orders', {
      from: {
        lines: [{ variantId: shop.blue, quantity, way: { method: 'delivery' } }, ...(also > 0 ? [pickup] : [])],
      },
      contact,
      deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
      payment: { method: 'card', card },
    });
    return { guest, ...placed };
  }

  async function delivered(quantity = 2, also = 0) {
    const placed = await ordered(quantity, also);
    const ctx = server.ctx();
    const works = (await fulfilmentsOfOrders(ctx, [placed.order.id])).get(placed.order.id) ?? [];
    const work = works.find((one) => one.kind === 'ship');
    if (!work) throw new Error('no work');
    await takeFulfilment(ctx, { id: work.id });
    await markReady(ctx, { id: work.id, place: 'ramp' });
    const shipped = await markShipped(ctx, { id: work.id });
    if (!shipped.ok) throw new Error(shipped.reason);
    const lineIds = placed.order.lines
      .filter((line: { variantId: string }) => line.variantId === shop.blue)
      .map((line: { id: string }) => line.id);
    await settleLines(ctx, { orderId: placed.order.id, lineIds, to: 'fulfilled' });
    return placed;
  }

  it('a guest withdraws with a number and an e-mail, has it acknowledged with date and time, and gets delivery back too', async () => {
    const { order, accessToken } = await delivered();
    const stranger = shop.visitor();
    const statement = { name: contact.name, contract: order.number, email: contact.email };
    const answer = await stranger.post('/api/shop/withdrawals', statement);
    // Nobody learns from the answer whether there is such an order.
    expect(answer).toMatchObject({ returnId: null, returnNumber: null });
    await server.settle();
    const mails = (await stranger.get('/api/dev/mailbox?to=julia@example.com&limit=100')).items;
    const mail = mails.find((one: { subject: string }) => one.subject.includes(`withdrawal: ${order.number}`));
    expect(mail.text).toContain('Julia Kowalska');
    expect(mail.text).toContain(answer.number);
    expect(mail.text).toMatch(/2:02|14:02/);

    const [one] = (await stranger.get(`/api/shop/orders/${order.id}/return?token=${accessToken}`)).returns;
    expect(one).toMatchObject({ state: 'announced', lines: [{ quantity: 2 }] });
    expect((await stranger.get(`/api/shop/returns/${one.id}?token=${accessToken}`)).number).toBe(one.number);
    expect((await stranger.call('GET', `/api/shop/returns/${one.id}`)).status).toBe(404);

    const due = await admin.get('/api/staff/returns?state=announced&dueDays=15');
    expect(due.items.map((it: { id: string }) => it.id)).toContain(one.id);
    const was = await onHand(shop.blue, shop.warehouse);
    const received = await admin.post(`/api/staff/returns/${one.id}/receive`, { locationId: shop.warehouse });
    const [line] = received.lines;
    const inspected = await admin.post(`/api/staff/returns/${one.id}/inspect`, {
      parts: [
        { lineId: line.id, quantity: 1, condition: 'unopened', outcome: 'restock' },
        { lineId: line.id, quantity: 1, condition: 'damaged', outcome: 'write_off' },
      ],
    });
    expect(await onHand(shop.blue, shop.warehouse)).toBe(was + 1);
    const settle = () =>
      admin.call('POST', `/api/staff/returns/${one.id}/settle`, { payout: 'original', version: inspected.version });
    const both = await Promise.all([settle(), settle()]);
    expect(both.map((it) => it.status).sort()).toEqual([200, 409]);
    expect(await paidBack(order.id)).toBe(2 * 100_01 + 99_00);
    await server.settle();
    const told = (await stranger.get('/api/dev/mailbox?to=julia@example.com&limit=100')).items;
    expect(told.some((it: { subject: string }) => it.subject.includes(one.number))).toBe(true);
  });

  it('what has not left the house is cancelled by the same declaration: free again and paid back at once, one mail', async () => {
    const { order, accessToken } = await ordered(2);
    const free = await availability(server.ctx(), { variantIds: [shop.blue], locationIds: [shop.warehouse] });
    const visitor = shop.visitor(second);
    const body = { name: contact.name, contract: order.number, email: contact.email, orderId: order.id };
    const known = { ...body, token: accessToken };
    // One piece by phone, then the rest by the page; of both at once from two tabs nothing is done twice.
    const one = [{ orderLineId: order.lines[0].id, quantity: 1 }];
    const declared = await admin.post('/api/staff/withdrawals', { orderNumber: order.number, lines: one });
    expect(declared).toMatchObject({ state: 'matched', returnId: null, cancelled: one });
    expect(await paidBack(order.id)).toBe(100_01);
    const rest = await Promise.all([
      shop.visitor().post('/api/shop/withdrawals', known),
      shop.visitor(second).post('/api/shop/withdrawals', known),
    ]);
    expect(rest.map((answer) => answer.isCancelled).sort()).toEqual([false, true]);
    // With the last piece goes the delivery.
    expect(await paidBack(order.id)).toBe(2 * 100_01 + 99_00);
    const now = await availability(server.ctx(), { variantIds: [shop.blue], locationIds: [shop.warehouse] });
    expect((now[0]?.available ?? 0) - (free[0]?.available ?? 0)).toBe(2);
    expect(await admin.get(`/api/staff/orders/${order.id}`)).toMatchObject({ state: 'cancelled' });
    await server.settle();
    const mails = (await visitor.get('/api/dev/mailbox?to=julia@example.com&limit=100')).items.filter(
      (it: { subject: string }) => it.subject.includes(order.number),
    );
    expect(mails.filter((it: { subject: string }) => /cancel/i.test(it.subject))).toEqual([]);
    expect(mails.some((it: { text: string }) => it.text.includes('cancelled at once'))).toBe(true);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('of a mixed order the parcel that left becomes a return and the rest is cancelled; words alone cancel nothing', async () => {
    const { order } = await delivered(1, 2);
    const words = await admin.post('/api/staff/withdrawals', { orderNumber: order.number, goods: 'one green sofa' });
    expect(words).toMatchObject({ state: 'open', cancelled: [] });
    const line = order.lines.find((it: { variantId: string }) => it.variantId === shop.green);
    const answered = await admin.post(`/api/staff/withdrawals/${words.id}/answer`, {
      orderNumber: order.number,
      lines: [{ orderLineId: line.id, quantity: 1 }],
    });
    expect(answered).toMatchObject({ state: 'matched', cancelled: [{ orderLineId: line.id, quantity: 1 }] });
    expect(await paidBack(order.id)).toBe(greenPrice);
    expect(await admin.get(`/api/staff/orders/${order.id}`)).not.toMatchObject({ state: 'cancelled' });
  });

  it('announced by the order’s link, brought to a counter instead, half of it missing: the rest may come another time', async () => {
    const { order, accessToken } = await delivered(3);
    const visitor = shop.visitor();
    const url = `/api/shop/orders/${order.id}/returns`;
    const lines = [{ orderLineId: order.lines[0].id, quantity: 2, reason: 'does_not_fit' }];
    expect((await visitor.call('POST', url, { lines })).status).toBe(404);
    const announced = await visitor.post(url, { token: accessToken, lines });
    expect((await visitor.call('POST', url, { token: accessToken, lines })).body.code).toBe('already_returned');
    const scan = { code: `https://shop.example/en/returns/${announced.id}`, locationId: shop.warszawa };
    const { return: received, isNew } = await warszawa.post('/api/staff/returns/arrivals', scan);
    expect([isNew, received.state]).toEqual([true, 'received']);
    const again = await warszawa.post('/api/staff/returns/arrivals', { ...scan, code: announced.number });
    expect(again).toMatchObject({ isNew: false, return: { receivedAt: received.receivedAt } });
    const part = { lineId: received.lines[0].id, quantity: 1, condition: 'opened', outcome: 'restock' };
    const inspect = (deduction: object) =>
      warszawa.call('POST', `/api/staff/returns/${announced.id}/inspect`, { parts: [{ ...part, deduction }] });
    const reason = 'scratches on both legs';
    expect(await inspect({ percent: 51, reason })).toMatchObject({
      status: 409,
      body: { code: 'deduction_not_allowed', limitPercent: 50 },
    });
    expect((await inspect({ percent: 20, reason })).status).toBe(200);
    // The customer sees what is taken off, and why, before the money goes.
    const seen = await visitor.get(`/api/shop/returns/${announced.id}?token=${accessToken}`);
    expect(seen.lines[0]).toMatchObject({ deductionPercent: 20, deductionReason: reason });
    expect(
      (await krakow.call('POST', `/api/staff/returns/${announced.id}/settle`, { payout: 'original' })).status,
    ).toBe(403);
    const settled = await warszawa.post(`/api/staff/returns/${announced.id}/settle`, { payout: 'original' });
    expect(settled.return.total).toEqual(pln(100_01 - 20_00));
    await server.settle();
    const mails = (await visitor.get('/api/dev/mailbox?to=julia@example.com&limit=100')).items;
    expect(mails.some((it: { text: string }) => it.text.includes(reason))).toBe(true);
    const rest = await visitor.get(`/api/shop/orders/${order.id}/return?token=${accessToken}`);
    expect(rest.lines[0].returnable).toBe(2);
    const more = await visitor.post(url, { token: accessToken, lines });
    await warszawa
      .post(`/api/staff/returns/${more.id}/cancel`, { reason: 'keeps it after all' })
      .catch(() => undefined);
    const agent = admin;
    await agent.call('POST', `/api/staff/returns/${more.id}/cancel`, { reason: 'keeps it after all' });
    expect((await visitor.get(`/api/shop/orders/${order.id}/return?token=${accessToken}`)).lines[0].returnable).toBe(2);
  });

  // Last in the file: it travels, which signs everybody out.
  it('a declaration that fits no order is kept and acknowledged, and a person finds what it is about', async () => {
    const { order } = await delivered(1);
    const statement = { name: 'Julia', contract: `order ${order.number}`, email: 'other@example.com' };
    await shop.visitor(second).post('/api/shop/withdrawals', statement);
    await second.settle();
    let agent = await shop.staff('agent');
    const { items } = await agent.get('/api/staff/withdrawals?state=open');
    const it = items.find((one: { email: string }) => one.email === statement.email);
    expect(it).toMatchObject({ contract: `order ${order.number}`, orderId: null });
    expect((await agent.get('/api/dev/mailbox?to=other@example.com')).items).toHaveLength(1);
    const url = `/api/staff/withdrawals/${it.id}/answer`;
    // Three complaints by post: one answered, one refused with words, one that nobody answers.
    const complain = async () => {
      const sold = await delivered(1);
      return shop.visitor().post(`/api/shop/orders/${sold.order.id}/returns`, {
        token: sold.accessToken,
        lines: [{ orderLineId: sold.order.lines[0].id, quantity: 1, reason: 'faulty' }],
      });
    };
    const [yes, no, silent] = [await complain(), await complain(), await complain()];
    // Withdrawal is better for the customer while it runs; a complaint is what staff make of it by the rule of the line.
    await sql`update returns.line set rule = 'complaint' where return_id = any (${[yes.id, no.id, silent.id]}::uuid[])`.execute(
      server.base.db,
    );
    await sql`update returns.return set answer_due_at = announced_at + interval '14 days' where id = any (${[yes.id, no.id, silent.id]}::uuid[])`.execute(
      server.base.db,
    );
    const answer = (id: string, said: string) =>
      agent.call('POST', `/api/staff/returns/${id}/answer`, { answer: said, text: 'The seam was cut with a knife.' });
    expect((await answer(yes.id, 'accepted')).body).toMatchObject({
      state: 'announced',
      complaint: { answer: 'accepted' },
    });
    expect((await answer(yes.id, 'refused')).body.code).toBe('complaint_accepted');
    expect((await answer(no.id, 'refused')).body).toMatchObject({ state: 'refused', complaint: { answer: 'refused' } });
    expect((await agent.get('/api/staff/returns?answer=waiting')).items.map((one: { id: string }) => one.id)).toContain(
      silent.id,
    );
    await server.settle();
    const told = (await agent.get('/api/dev/mailbox?to=julia@example.com&limit=100')).items.filter(
      (mail: { text: string }) => mail.text.includes('cut with a knife'),
    );
    expect(told).toHaveLength(2);
    // The term has run out meanwhile; the declaration was in time, so it holds.
    for (const one of [server, second]) one.clock.travel(20 * 86_400_000);
    agent = await shop.staff('agent');
    await Promise.all([server, second].map((one) => acceptSilence.handle(one.ctx(), {})));
    const silence = (await agent.get('/api/staff/returns?answer=silence')).items;
    expect(silence).toMatchObject([{ id: silent.id, state: 'announced', complaint: { answer: 'silence' } }]);
    const refused = await agent.call('POST', `/api/staff/returns/${silent.id}/refuse`, { reason: 'too late now' });
    expect(refused.body.code).toBe('complaint_accepted');
    const matched = await agent.post(url, { orderNumber: order.number });
    expect(matched).toMatchObject({ state: 'matched', orderId: order.id });
    expect(matched.returnId).not.toBeNull();
    expect((await agent.call('POST', url, { reason: 'by mistake' })).body.code).toBe('illegal_transition');
    // And in one act for a customer on the phone; with nothing left to return it waits for a person.
    const late = await agent.post('/api/staff/withdrawals', { orderNumber: order.number });
    expect(late).toMatchObject({ state: 'open', orderId: order.id, returnId: null });
    const fresh = await delivered(1);
    const recorded = await agent.post('/api/staff/withdrawals', { orderNumber: fresh.order.number });
    expect(recorded).toMatchObject({ state: 'matched', email: contact.email });
    expect(recorded.returnId).not.toBeNull();
  });
});
