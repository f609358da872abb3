import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcileStock } from '../src/modules/stock/index.ts';
import { cookieOf, openAskedShop } from './badInput.fixture.ts';
import { faultOf } from './faultOf.ts';
import type { Person } from './person.ts';
import type { Operation } from './plausible.ts';
import { dayOfShop, inThree } from './sensibleBodies.ts';

const asked = await openAskedShop();
const { server, shop, database, operations, known, admin, krakow, agent } = asked;
const { cookies, nextAddress, bodyOf, askForCode } = asked;
afterAll(() => asked.close());

const freeInKrakow = async () => {
  const { items } = await admin.get(`/api/staff/stock?variantIds=${shop.green}`);
  return items.find((level: { locationId: string }) => level.locationId === shop.krakow).available as number;
};
const countOf = async (table: string) => Number((await database.query(`select count(*) from ${table}`)).rows[0].count);
const nobody = '01890000-0000-7000-8000-000000000009';
const pickup = () => ({ method: 'pickup', locationId: shop.krakow });
const contact = { name: 'Julia', email: 'julia@example.com' };
const orderOf = (variantId: string, quantity: number) => ({
  from: { lines: [{ variantId, quantity, way: pickup() }] },
  contact,
  payment: { method: 'pay_in_store' },
});
const cash = (amount: number, currency = 'PLN') => ({ method: 'cash', amount: { amount, currency } });

/** Neither goods nor orders nor money move, whatever else was written down. */
async function movesNothing(act: () => Promise<void>): Promise<void> {
  const figures = async () => ({
    free: await freeInKrakow(),
    orders: await countOf('orders.order'),
    payments: await countOf('payments.payment'),
    works: await countOf('fulfilment.fulfilment'),
  });
  const before = await figures();
  await act();
  await server.settle();
  expect(await figures()).toEqual(before);
  expect(await reconcileStock(server.ctx())).toEqual([]);
}

describe('quantities', () => {
  it.each([-1, 0, 1.5, '2', 1e12, null, Number.MAX_SAFE_INTEGER])(
    '%s pieces are no quantity, in cart, order, hold and sale',
    async (quantity) => {
      const julia = await shop.shopper();
      await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 2, way: pickup() });
      const cart = await julia.get('/api/shop/cart');
      await movesNothing(async () => {
        for (const answer of [
          await julia.call('POST', '/api/shop/cart/lines', { variantId: shop.blue, quantity, way: pickup() }),
          await julia.call('POST', '/api/shop/orders', orderOf(shop.green, quantity as number)),
          await julia.call('POST', '/api/shop/holds', {
            variantId: shop.green,
            locationId: shop.krakow,
            quantity,
            contact,
          }),
          await krakow.call('POST', '/api/staff/sales', {
            locationId: shop.krakow,
            goods: { lines: [{ variantId: shop.green, quantity }] },
            payment: cash(386_900),
          }),
        ])
          expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      });
      if (quantity !== 0) {
        const change = { version: cart.version, quantity };
        const answer = await julia.call('PATCH', `/api/shop/cart/lines/${cart.lines[0].id}`, change);
        expect(answer.status).toBe(400);
      }
      expect(await julia.get('/api/shop/cart')).toMatchObject({ version: cart.version, lines: [{ quantity: 2 }] });
    },
  );

  it('more than there is may be wished for, and is neither ordered nor held nor sold nor written off', async () => {
    const julia = await shop.shopper();
    await movesNothing(async () => {
      const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 5_000, way: pickup() });
      expect(cart).toMatchObject({ isOrderable: false, lines: [{ stock: { isEnough: false } }] });
      const damage = (variantId: string, delta: number) => ({
        variantId,
        locationId: shop.krakow,
        kind: 'damage',
        delta,
        reason: 'water',
      });
      for (const answer of [
        await julia.call('POST', '/api/shop/orders', {
          ...orderOf(shop.green, 1),
          from: { cartId: cart.id, version: cart.version },
        }),
        await julia.call('POST', '/api/shop/holds', {
          variantId: shop.green,
          locationId: shop.krakow,
          quantity: 4_500,
          contact,
        }),
        await krakow.call('POST', '/api/staff/sales', {
          locationId: shop.krakow,
          goods: { lines: [{ variantId: shop.green, quantity: 9_999 }] },
          payment: cash(386_900),
        }),
        await krakow.call('POST', '/api/staff/stock/changes', {
          changes: [damage(shop.green, -1), damage(shop.blue, -1)],
        }),
      ])
        expect(answer, JSON.stringify(answer.body)).toMatchObject({
          status: 409,
          body: { code: 'insufficient_stock' },
        });
      expect((await julia.get('/api/shop/cart')).lines).toMatchObject([{ quantity: 5_000, hold: null }]);
    });
  });
});

describe('ids of nothing', () => {
  it('are told as such, and nothing is made for them', async () => {
    const julia = await shop.shopper();
    const thread = known.threadId;
    await movesNothing(async () => {
      const asked: [Person, 'GET' | 'POST' | 'PUT' | 'PATCH', string, unknown?][] = [
        [julia, 'POST', '/api/shop/cart/lines', { variantId: nobody, quantity: 1, way: pickup() }],
        [
          julia,
          'POST',
          '/api/shop/cart/lines',
          { variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: nobody } },
        ],
        [julia, 'POST', '/api/shop/orders', { ...orderOf(shop.green, 1), from: { cartId: nobody, version: 1 } }],
        [julia, 'POST', '/api/shop/holds', { variantId: shop.green, locationId: nobody, contact }],
        [julia, 'POST', `/api/shop/carts/${known.cartId}/handoff`, {}],
        [
          agent,
          'POST',
          '/api/staff/holds',
          { person: { threadId: nobody }, variantId: shop.green, locationId: shop.krakow },
        ],
        [
          agent,
          'POST',
          '/api/staff/holds',
          { person: { customerId: nobody }, variantId: shop.green, locationId: shop.krakow },
        ],
        [
          agent,
          'POST',
          '/api/staff/carts',
          { customerId: nobody, lines: [{ variantId: shop.green, quantity: 1, way: pickup() }] },
        ],
        [agent, 'POST', '/api/staff/threads', { customerId: nobody }],
        [agent, 'POST', `/api/staff/threads/${thread}/assign`, { staffId: nobody }],
        [
          agent,
          'POST',
          `/api/staff/threads/${thread}/messages`,
          { clientKey: randomUUID(), productCard: { variantId: nobody } },
        ],
        [krakow, 'POST', `/api/staff/fulfilments/${nobody}/hand-over`, {}],
        [
          krakow,
          'POST',
          '/api/staff/sales',
          {
            locationId: shop.krakow,
            goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
            customerId: nobody,
            payment: cash(386_900),
          },
        ],
        [
          admin,
          'POST',
          '/api/staff/stock/changes',
          {
            changes: [{ variantId: nobody, locationId: shop.krakow, kind: 'receive', delta: 1, reason: 'delivery' }],
          },
        ],
        [
          admin,
          'POST',
          '/api/staff/stock/changes',
          {
            changes: [{ variantId: shop.green, locationId: nobody, kind: 'receive', delta: 1, reason: 'delivery' }],
          },
        ],
        [admin, 'GET', `/api/staff/customers/${nobody}/panel`],
        [admin, 'GET', `/api/staff/customers/${nobody}/holds`],
        [admin, 'GET', `/api/staff/customers/${nobody}/mails`],
      ];
      const answers: string[] = [];
      for (const [who, method, url, body] of asked) {
        const { status, body: said } = await who.call(method, url, body);
        if (status !== 404)
          answers.push(
            `${method} ${url} ${JSON.stringify(body)?.slice(0, 120)}: ${status} ${JSON.stringify(said).slice(0, 200)}`,
          );
      }
      expect(answers).toEqual([]);
      // Goods that are not there are goods that are not sold: told as that.
      const unsold = await julia.call('POST', '/api/shop/orders', orderOf(nobody, 1));
      expect(unsold).toMatchObject({ status: 409, body: { code: 'price_missing' } });
    });
  });
});

describe('another currency than the market’s', () => {
  const euro = { amount: 386_900, currency: 'EUR' };

  it('is neither taken as payment nor as price, discount, rate or total', async () => {
    const julia = await shop.shopper();
    const sale = (payment: object, discount?: object) =>
      krakow.call('POST', '/api/staff/sales', {
        locationId: shop.krakow,
        goods: { lines: [{ variantId: shop.green, quantity: 1, ...(discount ? { discount } : {}) }] },
        payment,
      });
    const prices = `/api/shop/prices?variantIds=${shop.green}&variantIds=${shop.blue}`;
    const before = await julia.get(prices);
    await movesNothing(async () => {
      expect(await sale(cash(386_900, 'EUR'))).toMatchObject({ status: 409, body: { code: 'payment_incomplete' } });
      const byHand = await sale(cash(386_900), { discount: { newUnit: euro }, reason: 'a scratch' });
      expect(byHand).toMatchObject({ status: 422, body: { code: 'mixed_currencies' } });
      const order = await julia.call('POST', '/api/shop/orders', { ...orderOf(shop.green, 1), total: euro });
      expect(order).toMatchObject({ status: 409, body: { code: 'terms_changed' } });
      const price = await admin.call('PUT', '/api/staff/prices', {
        market: 'PL',
        reason: 'new',
        prices: [
          { variantId: shop.blue, gross: { amount: 1_000, currency: 'PLN' } },
          { variantId: shop.green, gross: euro },
        ],
      });
      expect(price).toMatchObject({ status: 422, body: { code: 'mixed_currencies' } });
      const { version } = await admin.get('/api/staff/settings/delivery-zones');
      const zone = {
        name: inThree('Abroad'),
        postcodePrefixes: [],
        rate: euro,
        freeFrom: null,
        daysMin: 1,
        daysMax: 2,
      };
      const rates = await admin.call('PUT', '/api/staff/settings/delivery-zones', {
        market: 'PL',
        version,
        zones: [zone],
      });
      expect([400, 422]).toContain(rates.status);
    });
    expect(await julia.get(prices)).toEqual(before);
    expect((await admin.get('/api/staff/settings/delivery-zones')).zones).toHaveLength(1);
  });

  it('and amounts that nobody has are refused before anything is counted', async () => {
    for (const amount of [0, -1, 1_000_000_000_001, Number.MAX_SAFE_INTEGER]) {
      const answer = await admin.call('PUT', '/api/staff/prices', {
        market: 'PL',
        reason: 'new',
        prices: [{ variantId: shop.green, gross: { amount, currency: 'PLN' } }],
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_amount' } });
    }
    await admin.must('PUT', '/api/staff/prices', {
      market: 'PL',
      reason: 'as dear as can be',
      prices: [{ variantId: shop.green, gross: { amount: 1_000_000_000_000, currency: 'PLN' } }],
    });
    const julia = await shop.shopper();
    const line = { variantId: shop.green, quantity: 10_000, way: pickup() };
    const cart = await julia.call('POST', '/api/shop/cart/lines', line);
    expect(cart.status, JSON.stringify(cart.body)).toBeLessThan(500);
    expect((await julia.call('GET', '/api/shop/cart')).status).toBeLessThan(500);
    const many = await julia.call('POST', '/api/shop/orders', {
      ...orderOf(shop.green, 1),
      from: { lines: Array.from({ length: 50 }, () => line) },
    });
    expect(many.status, JSON.stringify(many.body)).toBeLessThan(500);
    await admin.must('PUT', '/api/staff/prices', {
      market: 'PL',
      reason: 'as before',
      prices: [{ variantId: shop.green, gross: { amount: 386_900, currency: 'PLN' } }],
    });
  });
});

describe('codes that ran out', () => {
  const later = async (ms: number, act: () => Promise<void>) => {
    server.clock.travelTo(new Date(dayOfShop.getTime() + ms));
    await act().finally(() => server.clock.travelTo(dayOfShop));
  };
  const minutes = 60_000;
  const days = 24 * 60 * minutes;

  it('a sign-in code works for ten minutes, once, for its own address and for five tries', async () => {
    const browser = async () =>
      cookieOf(await server.app.inject({ method: 'POST', url: '/api/shop/session', payload: {} }));
    const cookie = await browser();
    const tryCode = async (email: string, code: string, from = cookie) =>
      (
        await server.app.inject({
          method: 'POST',
          url: '/api/shop/sign-in',
          remoteAddress: nextAddress(),
          headers: { cookie: from },
          payload: { email, code },
        })
      ).json();
    const refused = { status: 401, code: 'code_invalid' };
    const late = await askForCode('late@example.com', cookie);
    await later(11 * minutes, async () => expect(await tryCode('late@example.com', late)).toMatchObject(refused));

    const own = await askForCode('own@example.com', cookie);
    expect(await tryCode('late@example.com', own)).toMatchObject(refused);
    expect(await tryCode('own@example.com', own)).toMatchObject({ signedIn: true });
    expect(await tryCode('own@example.com', own, await browser())).toMatchObject(refused);

    const guessed = await askForCode('guessed@example.com', cookie);
    const wrong = guessed === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) expect(await tryCode('guessed@example.com', wrong)).toMatchObject(refused);
    expect(await tryCode('guessed@example.com', guessed)).toMatchObject(refused);
  });

  it('a cart’s link and its short code end after fourteen days, and nothing is sold by them', async () => {
    const julia = await shop.shopper();
    const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() });
    const { token, code } = await julia.post(`/api/shop/carts/${cart.id}/handoff`, {});
    const other = await shop.shopper();
    expect((await other.call('GET', `/api/shop/handoffs/${token}`)).status).toBe(200);
    await movesNothing(() =>
      later(15 * days, async () => {
        const anna = await shop.staff('krakow');
        const refused = { status: 409, body: { code: 'handoff_invalid' } };
        expect(await other.call('GET', `/api/shop/handoffs/${token}`)).toMatchObject(refused);
        expect(await other.call('POST', `/api/shop/handoffs/${token}/accept`)).toMatchObject(refused);
        expect(await anna.get(`/api/staff/handoffs/${code}`)).toMatchObject({ verdict: 'expired', cart: null });
        const sale = { locationId: shop.krakow, goods: { code }, payment: cash(386_900) };
        expect(await anna.call('POST', '/api/staff/sales', sale)).toMatchObject(refused);
      }),
    );
    expect((await other.get('/api/shop/cart')).lines).toEqual([]);
  });

  it('a code that was never one is unknown, whatever it is made of', async () => {
    for (const code of ['ZZ-ZZZZ', '000000', 'ÀÀ-ÀÀÀÀ', '%', 'V-999999999999', "' or 1=1", '🛋🛋🛋']) {
      const said = await krakow.get(`/api/staff/handoffs/${encodeURIComponent(code)}`);
      expect(said).toMatchObject({ verdict: 'unknown', cart: null, customer: null });
    }
  });
});

describe('a key that was used before', () => {
  it('for another body is refused by every act that must not happen twice, and the first answer stands', async () => {
    const julia = await shop.shopper();
    const { threadId } = known;
    const acts: [Person, string, object, object][] = [
      [julia, '/api/shop/orders', orderOf(shop.green, 1), orderOf(shop.green, 2)],
      [
        julia,
        '/api/shop/holds',
        { variantId: shop.green, locationId: shop.krakow, contact },
        { variantId: shop.green, locationId: shop.krakow, quantity: 2, contact },
      ],
      [
        agent,
        '/api/staff/holds',
        { person: { threadId }, variantId: shop.green, locationId: shop.krakow, quantity: 3 },
        { person: { threadId }, variantId: shop.green, locationId: shop.krakow, quantity: 4 },
      ],
      [
        krakow,
        '/api/staff/sales',
        { locationId: shop.krakow, goods: { lines: [{ variantId: shop.green, quantity: 1 }] }, payment: cash(386_900) },
        { locationId: shop.krakow, goods: { lines: [{ variantId: shop.green, quantity: 2 }] }, payment: cash(773_800) },
      ],
      [
        krakow,
        '/api/staff/stock/changes',
        {
          changes: [{ variantId: shop.green, locationId: shop.krakow, kind: 'receive', delta: 1, reason: 'delivery' }],
        },
        {
          changes: [{ variantId: shop.green, locationId: shop.krakow, kind: 'receive', delta: 2, reason: 'delivery' }],
        },
      ],
      [agent, '/api/staff/customers', { email: 'twice@example.com' }, { email: 'other@example.com' }],
      [
        julia,
        '/api/shop/cart/lines',
        { variantId: shop.blue, quantity: 1, way: pickup() },
        { variantId: shop.blue, quantity: 2, way: pickup() },
      ],
    ];
    for (const [who, url, body, other] of acts) {
      const key = { 'idempotency-key': randomUUID() };
      const first = await who.call('POST', url, body, key);
      expect(first.status, `${url} ${JSON.stringify(first.body)}`).toBeLessThan(300);
      const free = await freeInKrakow();
      const second = await who.call('POST', url, other, key);
      expect(second, url).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
      const again = await who.call('POST', url, body, key);
      expect(again.status, url).toBe(first.status);
      expect(again.body.id ?? again.body.order?.id, url).toBe(first.body.id ?? first.body.order?.id);
      expect(await freeInKrakow(), url).toBe(free);
    }
    await server.settle();
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('a chat message’s key too', async () => {
    const julia = await shop.shopper();
    const clientKey = randomUUID();
    await julia.post('/api/shop/chat/messages', { text: 'one', clientKey });
    const other = await julia.call('POST', '/api/shop/chat/messages', { text: 'two', clientKey });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    await julia.post('/api/shop/chat/messages', { text: 'one', clientKey });
    const { messages } = await julia.get('/api/shop/chat');
    expect(messages.filter((message: { direction: string }) => message.direction === 'in')).toHaveLength(1);
  });
});

describe('script in names and messages', () => {
  const script = `<img src=x onerror="alert(1)"><script>alert('2')</script>`;

  it('comes back as the text it is, as JSON that no browser takes for a page', async () => {
    const julia = await shop.shopper();
    await julia.post('/api/shop/chat/messages', { text: script, clientKey: randomUUID() });
    await julia.must('PUT', '/api/shop/chat/contact', { name: script });
    const chat = await julia.call('GET', '/api/shop/chat');
    expect(chat.body.messages[0].text).toBe(script);
    expect(chat.headers['content-type']).toContain('application/json');
    expect(chat.headers['x-content-type-options']).toBe('nosniff');
    const thread = await agent.get(`/api/staff/threads/${chat.body.threadId}`);
    expect(thread).toMatchObject({ claimed: { name: script }, messages: [{ text: script }] });
  });

  it('is escaped in every mail and in the mailbox that shows it', async () => {
    const julia = await shop.shopper();
    const email = 'script@example.com';
    const named = { name: script, email };
    await julia.post('/api/shop/orders', { ...orderOf(shop.green, 1), contact: named });
    await julia.post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow, contact: named });
    await julia.post('/api/shop/chat/leave-message', { email, text: script, clientKey: randomUUID(), name: script });
    await server.settle();
    const { threadId } = await julia.get('/api/shop/chat');
    const reply = { text: script, replyBy: 'email', clientKey: randomUUID() };
    await agent.post(`/api/staff/threads/${threadId}/messages`, reply);
    await server.settle();
    const { items } = await julia.get(`/api/dev/mailbox?to=${email}&limit=100`);
    expect(items.length).toBeGreaterThanOrEqual(3);
    const html = items.map((mail: { html: string }) => mail.html).join('\n');
    expect(html).not.toMatch(/<script>alert|<img src=x/);
    expect(html).toContain('&lt;script&gt;');
    for (const page of [`/mailbox?to=${email}&id=${items[0].id}`, `/mailbox?to=${encodeURIComponent(script)}`]) {
      const shown = await server.app.inject(page);
      expect(shown.body).not.toMatch(/<script>alert|<img src=x/);
    }
    const frame = await server.app.inject(`/mailbox/${items[0].id}/html`);
    expect(frame.headers['content-security-policy']).toMatch(/default-src 'none'/);
  });

  it('a line break in a name is no second header of a mail', async () => {
    const julia = await shop.shopper();
    const email = 'breaks@example.com';
    const name = 'Julia\r\nBcc: everybody@example.com\r\n\r\nand a body';
    await julia.post('/api/shop/orders', { ...orderOf(shop.green, 1), contact: { name, email } });
    await server.settle();
    const { items } = await julia.get(`/api/dev/mailbox?to=${email}`);
    expect(items).toHaveLength(1);
    expect(items[0].to).toEqual([email]);
    expect(Object.keys(items[0].headers).map((header) => header.toLowerCase())).not.toContain('bcc');
    const address = { name: 'Julia', email: 'a@example.com\r\nBcc: b@example.com' };
    const refused = await julia.call('POST', '/api/shop/orders', { ...orderOf(shop.green, 1), contact: address });
    expect(refused.status).toBe(400);
  });

  it('a picture is no way in either', async () => {
    const picture = (content: string, contentType = 'image/svg+xml') =>
      admin.call('POST', '/api/staff/products/lund/pictures', {
        kind: 'picture',
        contentType,
        content,
        alt: inThree('sofa'),
      });
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://169.254.169.254/"/></svg>',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
    ])
      expect((await picture(content)).status).toBe(400);
    expect((await picture('not base64 at all', 'image/png')).status).toBe(400);
  });
});

describe('texts', () => {
  it('in other scripts, with signs of emotion and signs that turn the line, come back letter by letter', async () => {
    const julia = await shop.shopper();
    for (const text of [
      'שלום \u202eעולם\u202c',
      '👩‍👩‍👧‍👦🇵🇱 zażółć gęślą jaźń',
      'Здравствуйте\n\tвторая строка',
      'ﷺ'.repeat(100),
    ]) {
      const posted = await julia.post('/api/shop/chat/messages', { text, clientKey: randomUUID() });
      expect(posted.text).toBe(text);
    }
    const { order } = await julia.post('/api/shop/orders', {
      ...orderOf(shop.green, 1),
      contact: { name: 'יוליה 👩', email: 'julia@example.com' },
    });
    expect((await admin.get(`/api/staff/orders/${order.id}`)).contact.name).toBe('יוליה 👩');
  });

  it('too long for what they are for are refused, and not cut', async () => {
    const julia = await shop.shopper();
    for (const [url, body] of [
      ['/api/shop/chat/messages', { text: 'x'.repeat(20_000), clientKey: randomUUID() }],
      ['/api/shop/orders', { ...orderOf(shop.green, 1), contact: { name: 'x'.repeat(121), email: 'a@example.com' } }],
      [
        '/api/shop/holds',
        { variantId: shop.green, locationId: shop.krakow, contact: { name: 'x'.repeat(121), email: 'a@example.com' } },
      ],
    ] as const)
      expect(await julia.call('POST', url, body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect((await julia.get('/api/shop/chat')).messages).toEqual([]);
  });
});

describe('other people’s things', () => {
  it('another’s cart is neither ordered nor handed on, another’s code neither used nor seen', async () => {
    const [julia, eve] = [await shop.shopper(), await shop.shopper()];
    const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() });
    await movesNothing(async () => {
      const from = { cartId: cart.id, version: cart.version };
      expect((await eve.call('POST', '/api/shop/orders', { ...orderOf(shop.green, 1), from })).status).toBe(404);
      expect((await eve.call('POST', `/api/shop/carts/${cart.id}/handoff`, {})).status).toBe(404);
      const line = `/api/shop/cart/lines/${cart.lines[0].id}`;
      expect((await eve.call('PATCH', line, { version: cart.version, quantity: 5 })).status).toBe(404);
      expect((await eve.call('DELETE', `${line}?version=${cart.version}`)).status).toBe(404);
    });
    expect(await julia.get('/api/shop/cart')).toMatchObject({ version: cart.version, lines: [{ quantity: 1 }] });
  });
});

describe('what was taken out of use', () => {
  it('an archived store holds nothing and sells nothing', async () => {
    const { id, version } = await admin.post('/api/staff/locations', {
      ...(bodyOf(operations.find((one) => one.key === 'POST /api/staff/locations') as Operation) as object),
      kind: 'store',
      capabilities: ['pickup', 'reserve', 'pay'],
      code: 'GONE',
    });
    await admin.post('/api/staff/stock/changes', {
      changes: [{ variantId: shop.green, locationId: id, kind: 'receive', delta: 5, reason: 'delivery' }],
    });
    await admin.post(`/api/staff/locations/${id}/archive`, { reason: 'closed for good', version });
    const julia = await shop.shopper();
    const held = await julia.call('POST', '/api/shop/holds', { variantId: shop.green, locationId: id, contact });
    expect(held.status, JSON.stringify(held.body)).toBe(409);
    const line = { variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: id } };
    const ordered = await julia.call('POST', '/api/shop/orders', {
      ...orderOf(shop.green, 1),
      from: { lines: [line] },
    });
    expect(ordered.status, JSON.stringify(ordered.body).slice(0, 300)).toBe(409);
    const put = await julia.call('POST', '/api/shop/cart/lines', line);
    expect(put.status, JSON.stringify(put.body)).toBe(409);
    const byAgent = await agent.call('POST', '/api/staff/holds', {
      person: { threadId: known.threadId },
      variantId: shop.green,
      locationId: id,
    });
    expect(byAgent.status, JSON.stringify(byAgent.body)).toBe(409);
  });
});

describe('goods taken off sale', () => {
  it('go into no cart, no order and no hold any more', async () => {
    const setGreen = async (archived: boolean) => {
      const { version } = await admin.get(`/api/staff/products/${known.productId}`);
      await admin.must('PATCH', '/api/staff/products/lund', { version, variants: [{ sku: 'LUND-GREEN', archived }] });
    };
    const julia = await shop.shopper();
    const before = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() });
    await setGreen(true);
    await movesNothing(async () => {
      const hold = { variantId: shop.green, locationId: shop.krakow };
      for (const answer of [
        await julia.call('POST', '/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() }),
        await julia.call('POST', '/api/shop/orders', orderOf(shop.green, 1)),
        await julia.call('POST', '/api/shop/orders', {
          ...orderOf(shop.green, 1),
          from: { cartId: before.id, version: before.version },
        }),
        await julia.call('POST', '/api/shop/holds', { ...hold, contact }),
        await agent.call('POST', '/api/staff/holds', { ...hold, person: { threadId: known.threadId } }),
      ])
        expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 409, body: { code: 'archived' } });
    }).finally(() => setGreen(false));
  });
});

describe('a place in the stream of updates', () => {
  it('that is none of ours begins anew instead of breaking', async () => {
    const base = await server.app.listen({ port: 0, host: '127.0.0.1' });
    for (const place of ['x', '99999999999999999999.1', '1.999999999999999', '-1.-1', '1e3.1', '0.0; drop']) {
      const request = get(`${base}/api/shop/live`, {
        agent: false,
        headers: { cookie: cookies.shop, 'last-event-id': place },
      });
      request.on('error', () => undefined);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      expect(response.statusCode).toBe(200);
      response.setEncoding('utf8');
      const [first] = await once(response, 'data');
      expect(first).toContain(': connected');
      if (place !== '1.999999999999999') {
        const next = first.includes('event:') ? first : (await once(response, 'data'))[0];
        expect(next).toContain('event: resync');
      }
      request.destroy();
    }
  });
});

describe('tracking events', () => {
  let writeKey: string;
  beforeAll(async () => {
    writeKey = (await admin.post('/api/staff/sources', { name: 'web', channel: 'web' })).writeKey;
  });
  const track = (body: string | Buffer, path = '/v1/t') =>
    server.app.inject({
      method: 'POST',
      url: path,
      remoteAddress: nextAddress(),
      headers: { 'content-type': 'text/plain' },
      payload: body,
    });
  const event = (more: object) =>
    JSON.stringify({ writeKey, anonymousId: randomUUID(), event: 'Seen', messageId: randomUUID(), ...more });

  it('that are none are answered as tracking clients understand it', async () => {
    for (const body of ['', '{', '[]', 'null', '5', Buffer.from([0x1f, 0x8b, 0, 1, 2]), Buffer.from([0xff, 0xfe])]) {
      const answer = await track(body);
      expect(faultOf(answer, false)).toBeUndefined();
      expect(answer.statusCode).toBe(400);
    }
    expect((await track(event({ writeKey: 'nobody' }))).statusCode).toBe(401);
    expect((await track(event({}), '/v1/nonsense')).statusCode).toBe(404);
    expect((await track(event({ properties: 'x'.repeat(600_000) }))).statusCode).toBe(400);
    expect((await track('x'.repeat(3_000_000))).statusCode).toBe(413);
  });

  it('with NUL, half characters, prototypes and endless depth in them do not stop those after them', async () => {
    const odd = [
      { properties: { text: 'a\u0000b', half: '\ud83d', 'a\u0000key': 1 } },
      { anonymousId: 'a\u0000b' },
      { event: '\ud83d half' },
      { userId: '\u0000' },
      { context: { page: { url: 'https://shop.example/\u0000?utm_source=\ud83d', referrer: '\u0000' } } },
      { properties: { big: 1e308, negative: -0, total: 'NaN', revenue: 1e300, quantity: 2 ** 63 } },
      { timestamp: 'yesterday' },
      { timestamp: '0000-01-01T00:00:00Z' },
      { timestamp: '+275760-09-13T00:00:00.001Z' },
      { messageId: 'x'.repeat(10_000) },
      { traits: { email: 'julia@example.com\u0000' } },
    ];
    for (const more of odd) {
      const answer = await track(event(more));
      expect(answer.statusCode, `${JSON.stringify(more)} ${answer.body}`).toBeLessThan(500);
    }
    const raw = event({}).slice(0, -1);
    for (const body of [
      `${raw},"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`,
      `${raw},"properties":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    ])
      expect((await track(body)).statusCode).toBeLessThan(500);
    const anonymousId = randomUUID();
    expect((await track(event({ anonymousId, event: 'Seen Last' }))).statusCode).toBe(200);
    await server.settle();
    const { rows } = await database.query('select count(*) as n from customers.subject where anonymous_id = $1', [
      anonymousId,
    ]);
    expect(Number(rows[0].n)).toBe(1);
  });
});
