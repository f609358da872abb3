import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import {
  claimIdentifier,
  customersOf,
  getCustomer,
  openSubject,
  shopperActor,
  startSession,
  subjectsOf,
} from './index.ts';
import { type Browser, costOf, type ShopServer, shopServer } from './shopServer.fixture.ts';

let one: ShopServer;
let two: ShopServer;

beforeAll(async () => {
  one = await shopServer();
  two = await shopServer({ sharing: one });
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const mailbox = () => `s-${newId()}@velora.example`;
const customerOf = async (subjectId: string) => (await customersOf(one.ctx(), [subjectId])).get(subjectId) ?? '';
const send = async (email: string, server = one) => {
  await server.browser().call('POST', '/api/shop/sign-in/code', { email });
  const mail = one.mails.at(-1);
  if (mail?.email !== email) throw new Error('no mail');
  return mail.code;
};
const wrong = (code: string) => (code === '000001' ? '000002' : '000001');

describe('a session', () => {
  it('fifty parallel first visits of one browser to two servers are one subject', async () => {
    const anonymousId = newId();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? one : two).browser().visit(anonymousId)),
    );
    expect(new Set(answers.map((answer) => answer.subjectId)).size).toBe(1);
    expect(
      answers.every((answer) => answer.epoch === 1 && answer.anonymousId === anonymousId && !answer.signedIn),
    ).toBe(true);
  });

  it('is found again by its cookie on the other server, in one statement', async () => {
    const browser = one.browser();
    const session = await browser.visit();
    expect(await costOf(() => shopperActor(two.base, { tl_shop: browser.cookie }))).toBe(1);
    const actor = await shopperActor(two.base, { tl_shop: browser.cookie });
    expect(actor).toMatchObject({
      kind: 'shopper',
      subjectId: session.subjectId,
      subjectIds: [session.subjectId],
      signedIn: false,
    });
    expect(await browser.visit()).toEqual(session);
  });

  it('has a cookie that scripts cannot read, and the database has only its hash', async () => {
    const browser = one.browser();
    const answer = await browser.call('POST', '/api/shop/session', {});
    expect(answer.headers['set-cookie']).toMatch(
      /^tl_shop=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from customers.session s where s::text like ${`%${browser.cookie}%`}`.execute(one.base.db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('and the first event of the tracker may begin at the same moment: they are one subject', async () => {
    for (let round = 0; round < 10; round += 1) {
      const anonymousId = newId();
      const [session, tracked] = await Promise.all([
        one.browser().visit(anonymousId),
        openSubject(two.ctx(), { source: 'web', anonymousId }),
      ]);
      expect(tracked.subjectId).toBe(session.subjectId);
    }
  });

  it('costs three statements to start', async () => {
    expect(await costOf(() => startSession(one.ctx(), { anonymousId: newId() }))).toBe(3);
  });

  it('gets what the tracker saw before it', async () => {
    const anonymousId = newId();
    const tracked = await openSubject(one.ctx(), { source: 'web', anonymousId });
    expect((await one.browser().visit(anonymousId)).subjectId).toBe(tracked.subjectId);
  });

  it('is not opened by whoever learns the anonymous id later: it travels in every event', async () => {
    const browser = one.browser();
    const given = await browser.visit(newId());
    const made = await one.browser().visit();
    one.clock.travel(121_000);
    for (const session of [given, made]) {
      const thief = await one.browser().visit(session.anonymousId);
      expect(thief).toMatchObject({ anonymousId: session.anonymousId, epoch: 2 });
      expect(thief.subjectId).not.toBe(session.subjectId);
    }
    one.clock.travel(-121_000);
  });

  it('a placeholder as anonymous id joins nobody to anybody', async () => {
    const answers = await Promise.all(
      ['null', 'undefined', '[object Object]', '00000000'].map((id) => one.browser().visit(id)),
    );
    expect(new Set(answers.map((answer) => answer.subjectId)).size).toBe(4);
    expect(new Set(answers.map((answer) => answer.anonymousId)).size).toBe(4);
  });

  it('ends after 400 days, its signed-in part after 30', async () => {
    const browser = one.browser();
    await browser.visit();
    const day = 86_400_000;
    await browser.signIn(mailbox());
    one.clock.travel(31 * day);
    expect(await browser.actor()).toMatchObject({ signedIn: false });
    expect((await browser.actor()).subjectIds).toHaveLength(1);
    one.clock.travel(370 * day);
    await expect(browser.actor()).rejects.toThrow('no shopper');
    one.clock.travel(-401 * day);
  });
});

describe('signing in with a code', () => {
  it("makes the steps before it the customer's, tells the others, and gives the session a new token", async () => {
    const browser = one.browser();
    const before = await browser.visit();
    const token = browser.cookie;
    const email = mailbox();
    const session = await browser.signIn(email);
    expect(session).toMatchObject({ signedIn: true, anonymousId: before.anonymousId, epoch: 1 });
    expect(browser.cookie).not.toBe(token);
    expect(await shopperActor(two.base, { tl_shop: token })).toBeUndefined();
    const actor = await browser.actor();
    expect(actor.subjectIds.sort()).toEqual([before.subjectId, session.subjectId].sort());
    expect((await browser.call('GET', '/api/shop/me')).json()).toMatchObject({ signedIn: true, customer: { email } });
    const customerId = await customerOf(session.subjectId);
    const { rows } = await sql<{
      type: string;
    }>`select type from kernel.outbox where aggregate_id = ${customerId} order by seq`.execute(one.base.db);
    expect(rows.map((row) => row.type)).toEqual([
      'customers.identifier.verified',
      'customers.subject.linked',
      'customers.customer.signed_in',
    ]);
  });

  it('answers the same to a known and to an unknown e-mail', async () => {
    const known = mailbox();
    await one.browser().signIn(known);
    const [first, second] = [
      await one.browser().call('POST', '/api/shop/sign-in/code', { email: known }),
      await one.browser().call('POST', '/api/shop/sign-in/code', { email: mailbox() }),
    ];
    expect([first.statusCode, first.body]).toEqual([second.statusCode, second.body]);
    expect(first.json()).toEqual({ sent: true, minutes: 10 });
  });

  it('a code works once, also when two servers get it at the same moment', async () => {
    const email = mailbox();
    const code = await send(email);
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, index) =>
        (index % 2 ? one : two).browser().call('POST', '/api/shop/sign-in', { email, code }),
      ),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 401, 401, 401]);
    const replay = await one.browser().call('POST', '/api/shop/sign-in', { email, code });
    expect(replay.json()).toMatchObject({ status: 401, code: 'code_invalid' });
    expect(replay.headers['set-cookie']).toBeUndefined();
  });

  it('five wrong tries end a code, also when they come in parallel', async () => {
    const email = mailbox();
    const code = await send(email);
    const guess = (server: ShopServer, given: string) =>
      server.browser().call('POST', '/api/shop/sign-in', { email, code: given });
    await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index % 2 ? one : two, wrong(code))));
    expect((await guess(one, code)).json()).toMatchObject({ code: 'code_invalid' });
    const { rows } = await sql<{
      attempts: number;
    }>`select attempts from customers.sign_in_code order by seq desc limit 1`.execute(one.base.db);
    expect(rows).toEqual([{ attempts: 5 }]);
    await expect(one.browser().signIn(email)).resolves.toMatchObject({ signedIn: true });
  });

  it('four wrong tries do not', async () => {
    const email = mailbox();
    const code = await send(email);
    for (let index = 0; index < 4; index += 1)
      await one.browser().call('POST', '/api/shop/sign-in', { email, code: wrong(code) });
    expect((await one.browser().call('POST', '/api/shop/sign-in', { email, code })).statusCode).toBe(200);
  });

  it('a code is over after ten minutes', async () => {
    const email = mailbox();
    const code = await send(email);
    one.clock.travel(10 * 60_000 + 1);
    expect((await one.browser().call('POST', '/api/shop/sign-in', { email, code })).json()).toMatchObject({
      code: 'code_invalid',
    });
    one.clock.travel(-10 * 60_000 - 1);
  });

  it('only the newest code works, and only for the e-mail it was sent to', async () => {
    const email = mailbox();
    const [old, newest] = [await send(email), await send(email)];
    if (old !== newest) {
      expect((await one.browser().call('POST', '/api/shop/sign-in', { email, code: old })).statusCode).toBe(401);
    }
    const other = mailbox();
    await send(other);
    expect((await one.browser().call('POST', '/api/shop/sign-in', { email: other, code: newest })).statusCode).toBe(
      401,
    );
    expect((await one.browser().call('POST', '/api/shop/sign-in', { email, code: newest })).statusCode).toBe(200);
  });

  it('one e-mail gets no flood of codes, over all servers and addresses', async () => {
    const email = mailbox();
    const codes: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      codes.push(
        (await (index % 2 ? one : two).browser().call('POST', '/api/shop/sign-in/code', { email })).statusCode,
      );
    }
    expect(codes).toEqual([202, 202, 202, 202, 202, 202, 429, 429]);
  });

  it('keeps neither the e-mail nor the code in its table', async () => {
    const email = mailbox();
    const code = await send(email);
    const { rows } = await sql<{
      all: string;
    }>`select string_agg(c::text, '') as all from customers.sign_in_code c`.execute(one.base.db);
    expect(rows[0]?.all).not.toContain(email);
    expect(rows[0]?.all).not.toContain(Buffer.from(code).toString('hex'));
  });

  it.each(['null', 'test@gmail.com', 'julia', '[object Object]'])(
    '"%s" is no e-mail to send a code to',
    async (email) => {
      const answer = await one.browser().call('POST', '/api/shop/sign-in/code', { email });
      expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' });
    },
  );
});

describe('a telephone', () => {
  let next = 600_000_000 + Math.floor(Math.random() * 90_000_000);
  const number = () => {
    next += 1;
    return `+48${next}`;
  };
  const text = async (browser: Browser, phone: string) => {
    const answer = await browser.call('POST', '/api/shop/sign-in/code', { phone });
    if (answer.statusCode !== 202) throw new Error(answer.body);
    return one.mails.at(-1)?.code ?? '';
  };

  it('proves a person as an e-mail does, however the number is written, and their steps before are theirs', async () => {
    const browser = one.browser();
    const before = await browser.visit();
    const phone = number();
    await text(browser, phone);
    expect(one.mails.at(-1)?.email).toBe(phone);
    const code = await text(browser, phone.slice(3));
    const session = (await browser.call('POST', '/api/shop/sign-in', { phone: `0048 ${phone.slice(3)}`, code })).json();
    expect(session).toMatchObject({ signedIn: true, anonymousId: before.anonymousId });
    expect((await browser.actor()).subjectIds.sort()).toEqual([before.subjectId, session.subjectId].sort());
    expect((await browser.call('GET', '/api/shop/me')).json()).toMatchObject({ customer: { phone, email: null } });
  });

  it('is added by who is signed in, and then both ways lead to the one customer', async () => {
    const browser = one.browser();
    const [email, phone] = [mailbox(), number()];
    await browser.signIn(email);
    const code = await text(browser, phone);
    expect((await browser.call('POST', '/api/shop/me/phone', { phone, code: wrong(code) })).statusCode).toBe(401);
    const me = await browser.call('POST', '/api/shop/me/phone', { phone, code });
    expect(me.json()).toMatchObject({ signedIn: true, customer: { email, phone } });
    const other = one.browser();
    await other.call('POST', '/api/shop/sign-in', { phone, code: await text(other, phone) });
    expect((await other.call('GET', '/api/shop/me')).json().customer).toMatchObject({
      id: me.json().customer.id,
      email,
    });
  });

  it('that another proven customer has makes nobody one person: the second is refused and both stay as they were', async () => {
    const [first, second] = [one.browser(), one.browser()];
    const phone = number();
    await first.call('POST', '/api/shop/sign-in', { phone, code: await text(first, phone) });
    const email = mailbox();
    await second.signIn(email);
    const answer = await second.call('POST', '/api/shop/me/phone', { phone, code: await text(second, phone) });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'identifier_taken']);
    expect(JSON.stringify(answer.json())).not.toContain('customerId');
    expect((await second.call('GET', '/api/shop/me')).json()).toMatchObject({ customer: { email, phone: null } });
    expect((await first.call('GET', '/api/shop/me')).json()).toMatchObject({ customer: { phone, email: null } });
  });

  it('a code sent to one is worth nothing for an e-mail, and three in a quarter of an hour are enough', async () => {
    const phone = number();
    const code = await text(one.browser(), phone);
    const email = mailbox();
    await send(email);
    const own = one.mails.at(-1)?.code;
    if (own !== code)
      expect((await one.browser().call('POST', '/api/shop/sign-in', { email, code })).statusCode).toBe(401);
    await text(two.browser(), phone);
    await text(one.browser(), phone);
    expect((await two.browser().call('POST', '/api/shop/sign-in/code', { phone })).statusCode).toBe(429);
  });

  it.each([{}, { email: 'a@velora.example', phone: '600100200' }, { phone: '112' }, { phone: '+48000000000' }])(
    '%j names nobody a code could be sent to',
    async (body) => {
      const answer = await one.browser().call('POST', '/api/shop/sign-in/code', body);
      expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' });
    },
  );
});

describe('shared computers', () => {
  it('two people one after the other stay two, and what happens between goes to the one who signs in next', async () => {
    const browser = one.browser();
    const [anna, bolek] = [mailbox(), mailbox()];
    const first = await browser.visit();
    const asAnna = await browser.signIn(anna);
    const between = (await browser.call('POST', '/api/shop/sign-out')).json<{
      subjectId: string;
      epoch: number;
      signedIn: boolean;
    }>();
    expect(between).toMatchObject({ epoch: 2, signedIn: false });
    const asBolek = await browser.signIn(bolek);
    const annas = await subjectsOf(one.ctx(), await customerOf(asAnna.subjectId));
    const boleks = await subjectsOf(one.ctx(), await customerOf(asBolek.subjectId));
    expect(annas.sort()).toEqual([first.subjectId, asAnna.subjectId].sort());
    expect(boleks.sort()).toEqual([between.subjectId, asBolek.subjectId].sort());
  });

  it('a forgotten sign-out gives the next person nothing of the first', async () => {
    const browser = one.browser();
    const first = await browser.visit();
    const asAnna = await browser.signIn(mailbox());
    const asBolek = await browser.signIn(mailbox());
    expect(asBolek).toMatchObject({ anonymousId: first.anonymousId, epoch: 2, signedIn: true });
    const actor = await browser.actor();
    expect(actor.subjectIds).not.toContain(asAnna.subjectId);
    expect(actor.subjectIds).not.toContain(first.subjectId);
    expect(await customerOf(asAnna.subjectId)).not.toBe(await customerOf(asBolek.subjectId));
    expect(await customerOf(first.subjectId)).toBe(await customerOf(asAnna.subjectId));
  });

  it('ten people on one store tablet are ten customers', async () => {
    const tablet = one.browser();
    await tablet.visit();
    const seen: string[] = [];
    for (let index = 0; index < 10; index += 1) seen.push(await customerOf((await tablet.signIn(mailbox())).subjectId));
    expect(new Set(seen).size).toBe(10);
  });

  it('the same person who signs in again keeps the epoch', async () => {
    const browser = one.browser();
    const email = mailbox();
    await browser.visit();
    const first = await browser.signIn(email);
    expect(await browser.signIn(email)).toEqual(first);
  });

  it('one person on two devices is one customer', async () => {
    const [phone, laptop] = [one.browser(), two.browser()];
    const email = mailbox();
    const [a, b] = [await phone.visit(), await laptop.visit()];
    const [first, second] = [await phone.signIn(email), await laptop.signIn(email)];
    expect(second.subjectId).toBe(first.subjectId);
    expect((await laptop.actor()).subjectIds.sort()).toEqual([a.subjectId, b.subjectId, first.subjectId].sort());
  });

  it('signing out holds at once on every server, and the browser sees nothing more', async () => {
    const browser = one.browser();
    await browser.visit();
    await browser.signIn(mailbox());
    const token = browser.cookie;
    await browser.call('DELETE', '/api/shop/session');
    expect(await shopperActor(two.base, { tl_shop: token })).toBeUndefined();
    expect((await browser.call('GET', '/api/shop/me')).json()).toMatchObject({ signedIn: false, customer: null });
    expect((await browser.call('GET', '/api/shop/me/timeline')).statusCode).toBe(401);
  });
});

describe("a stranger who types Julia's contacts", () => {
  it('sees nothing of hers and changes nothing about her', async () => {
    const julia = one.browser();
    await julia.visit();
    const email = mailbox();
    const session = await julia.signIn(email);
    const customerId = await customerOf(session.subjectId);
    await claimIdentifier(one.ctx(), {
      subjectId: session.subjectId,
      kind: 'phone',
      value: '604 555 666',
      source: 'checkout',
    });
    const before = await getCustomer(one.ctx(), customerId);

    const stranger = one.browser();
    const { subjectId } = await stranger.visit();
    await claimIdentifier(one.ctx(), { subjectId, kind: 'phone', value: '604 555 666', source: 'checkout' });
    await claimIdentifier(one.ctx(), { subjectId, kind: 'email', value: email, source: 'checkout' });
    expect((await stranger.call('GET', '/api/shop/me')).json()).toEqual({ subjectId, signedIn: false, customer: null });
    expect((await stranger.actor()).subjectIds).toEqual([subjectId]);
    const own = await stranger.signIn(mailbox());
    expect((await stranger.call('GET', '/api/shop/me')).json()).toMatchObject({ customer: { phone: null } });
    expect((await stranger.actor()).subjectIds.sort()).toEqual([subjectId, own.subjectId].sort());
    expect(await getCustomer(one.ctx(), customerId)).toEqual(before);
  });
});

describe('addresses', () => {
  const street = (line1: string, more: object = {}) => ({
    name: 'Julia Kowalska',
    line1,
    line2: null,
    postcode: '31-146',
    city: 'Kraków',
    country: 'PL',
    note: null,
    ...more,
  });
  type Kept = { id: string; line1: string; isDefault: boolean };
  const shown = (items: Kept[]) => items.map(({ line1, isDefault }) => [line1, isDefault]);

  it('are kept for who signed in, found on the next device, one of them the default; nobody else has them', async () => {
    const email = mailbox();
    const signedIn = async (server: ShopServer) => {
      const browser = server.browser();
      await browser.visit();
      await browser.call('POST', '/api/shop/sign-in', { email, code: await send(email) });
      return browser;
    };
    const laptop = await signedIn(one);
    const url = '/api/shop/me/addresses';
    await laptop.call('POST', url, street('Długa 5'));
    const added = await laptop.call('POST', url, street('Krótka 1', { isDefault: true }));
    expect(shown(added.json().items)).toEqual([
      ['Krótka 1', true],
      ['Długa 5', false],
    ]);
    const phone = await signedIn(two);
    const [kept, other] = (await phone.call('GET', url)).json().items as [Kept, Kept];
    await phone.call('PATCH', `${url}/${other.id}`, { isDefault: true, note: '4th floor' });
    expect(shown((await laptop.call('GET', url)).json().items)).toEqual([
      ['Długa 5', true],
      ['Krótka 1', false],
    ]);
    // The default one goes: the other takes its place.
    expect(shown((await laptop.call('DELETE', `${url}/${other.id}`)).json().items)).toEqual([['Krótka 1', true]]);
    expect((await laptop.call('DELETE', `${url}/${other.id}`)).statusCode).toBe(404);

    const guest = one.browser();
    await guest.visit();
    expect((await guest.call('GET', url)).statusCode).toBe(401);
    expect((await guest.call('PATCH', `${url}/${kept.id}`, { city: 'Gdańsk' })).statusCode).toBe(404);
    // Two tabs at once keep no more than there is room for, and one default.
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        (n % 2 ? laptop : phone).call('POST', url, street(`Nowa ${n}`, { isDefault: true })),
      ),
    );
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(19);
    expect(answers.find((answer) => answer.statusCode !== 201)?.json()).toMatchObject({
      status: 409,
      code: 'limit_exceeded',
    });
    const { items } = (await phone.call('GET', url)).json() as { items: Kept[] };
    expect(items.filter((item) => item.isDefault)).toHaveLength(1);
  });
});
