import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { linkSubject, mayContact, subjectsOf, suppress, unlinkSubject } from '../index.ts';
import { type Browser, type ShopServer, shopServer } from '../shopServer.fixture.ts';
import { preferenceLinks } from './preferenceLink.ts';
import { consentsOf, stateOf } from './readConsents.ts';
import { type ConsentLine, isAllowed } from './state.ts';

let server: ShopServer;
beforeAll(async () => {
  server = await shopServer();
});
afterAll(() => server.stop());

const mailbox = () => `c-${newId()}@velora.example`;
const wording = 'preferences-1';
const choose = async (browser: Browser, choices: object[], more: object = {}) =>
  browser.call('POST', '/api/shop/preferences', { choices, wording, ...more });
const advertising = (given: boolean) => ({ purpose: 'marketing', channel: 'email', given });
const customerOf = async (browser: Browser) => (await browser.call('GET', '/api/shop/me')).json().customer.id as string;
const mayAdvertise = (customerId: string) => mayContact(server.ctx(), { customerId }, 'marketing', 'email');
const confirm = async (browser: Browser) => {
  const token = new URL(server.confirmations.at(-1)?.url ?? '').searchParams.get('confirm');
  return browser.call('POST', '/api/shop/preferences/confirm', { token });
};
const linkFor = (email: string, subjectId: string | null = null) => {
  const { page } = preferenceLinks({ publicUrl: 'http://x', secret: server.config.secret }, { email, subjectId }, 'pl');
  return new URL(page).searchParams.get('token') ?? '';
};

/** A customer who agreed to advertising by e-mail. */
async function agreed(): Promise<{ browser: Browser; email: string; customerId: string }> {
  const [browser, email] = [server.browser(), mailbox()];
  await browser.signIn(email);
  await choose(browser, [advertising(true)]);
  await confirm(browser);
  return { browser, email, customerId: await customerOf(browser) };
}

describe('what holds', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));
  const line = (
    state: 'given' | 'withdrawn',
    minute: number,
    channel: ConsentLine['channel'] = 'sms',
  ): ConsentLine => ({
    purpose: 'marketing',
    channel,
    state,
    at: at(minute),
  });
  it.each<[string, ConsentLine[], boolean]>([
    ['nobody asked is a no', [], false],
    ['the newest word holds, in whatever order it was read', [line('given', 2), line('withdrawn', 1)], true],
    ['a no to all ways is a no to each', [line('given', 1), line('withdrawn', 2, 'all')], false],
    ['a yes after a no to all counts for its own way', [line('withdrawn', 1, 'all'), line('given', 2)], true],
    ['of two words of one moment the no holds', [line('given', 1), line('withdrawn', 1), line('given', 1)], false],
    ['a yes to another way is none to this', [line('given', 1, 'phone')], false],
  ])('%s', (_name, lines, allowed) => {
    expect(isAllowed(lines, 'marketing', 'sms')).toBe(allowed);
  });
  it('service needs no consent', () => expect(isAllowed([], 'service', 'email')).toBe(true));
});

describe('the ledger', () => {
  it('keeps what the banner asked, in which words, and nobody can change it', async () => {
    const browser = server.browser();
    const { subjectId } = await browser.visit();
    const banner = 'banner-1';
    for (const analytics of [true, false]) {
      const answer = await browser.call('POST', '/api/shop/consent', { analytics, wording: banner, language: 'ru' });
      expect(answer.statusCode).toBe(204);
      server.clock.travel(1_000);
    }
    const lines = await consentsOf(server.ctx(), [subjectId]);
    expect(lines.map(({ state, source, wording: words, language }) => [state, source, words, language])).toEqual([
      ['given', 'banner', banner, 'ru'],
      ['withdrawn', 'banner', banner, 'ru'],
    ]);
    const change = sql`update customers.consent set state = 'given' where subject_id = ${subjectId}`;
    await expect(change.execute(server.base.db)).rejects.toThrow('never changed');
    const words = sql`update customers.consent_wording set text_en = 'You agree to all' where version = ${banner}`;
    await expect(words.execute(server.base.db)).rejects.toThrow('never changed');
  });

  it('the words the shop shows are the words that are kept as proof', async () => {
    const shown = (await server.browser().call('GET', '/api/shop/wordings')).json();
    const { rows } = await sql<{ version: string; pl: string }>`
      select version, text_pl as pl from customers.consent_wording where version = any(${['banner-1', 'checkout-1']})
      order by version`.execute(server.base.db);
    expect([shown.banner, shown.checkout].map(({ version, text }) => ({ version, pl: text.pl }))).toEqual(rows);
  });

  it('refuses words that were never shown and choices that nobody has', async () => {
    const browser = server.browser();
    await browser.signIn(mailbox());
    expect((await choose(browser, [advertising(false)], { wording: 'made-9' })).statusCode).toBe(400);
    const all = { purpose: 'marketing', channel: 'all', given: true };
    expect((await choose(browser, [all])).statusCode).toBe(400);
  });

  it('follows a merge, and goes back to its owner when the merge is undone', async () => {
    const { customerId } = await agreed();
    const guest = server.browser();
    const { subjectId } = await guest.visit();
    await guest.call('POST', '/api/shop/consent', { analytics: true, wording: 'banner-1' });
    const analytics = async () =>
      stateOf(await consentsOf(server.ctx(), await subjectsOf(server.ctx(), customerId)))[0]?.given;
    expect(await analytics()).toBe(false);
    const evidence = { kind: 'staff_confirmed', source: 'staff' };
    const linked = await linkSubject(server.ctx(), { subjectId, customerId, evidence });
    if (!linked.ok) throw new Error('not linked');
    expect(await analytics()).toBe(true);
    await unlinkSubject(server.ctx(), linked.value.linkId);
    expect(await analytics()).toBe(false);
    expect(await mayAdvertise(customerId)).toEqual({ allowed: true });
  });
});

describe('advertising by e-mail', () => {
  it('begins only when the link in the mail was used, and its address is proven by that', async () => {
    const [browser, email] = [server.browser(), mailbox()];
    await browser.signIn(email);
    const answer = await choose(browser, [advertising(true)]);
    expect(answer.json()).toMatchObject({ confirmationSent: true });
    const customerId = await customerOf(browser);
    expect(await mayAdvertise(customerId)).toEqual({ allowed: false, reason: 'no_consent' });
    expect(server.confirmations.at(-1)?.email).toBe(email);
    const token = new URL(server.confirmations.at(-1)?.url ?? '').searchParams.get('confirm');
    expect((await confirm(server.browser())).json()).toEqual({ confirmed: true });
    expect((await confirm(server.browser())).json()).toEqual({ confirmed: true });
    expect(await mayAdvertise(customerId)).toEqual({ allowed: true });
    const { rows } = await sql`select 1 from customers.consent_request where email = ${email}`.execute(server.base.db);
    expect([rows, token?.length]).toEqual([[], 43]);
  });

  it('a no after the question makes the older mail’s link worthless', async () => {
    const [browser, email] = [server.browser(), mailbox()];
    await browser.signIn(email);
    await choose(browser, [advertising(true)]);
    await choose(browser, [advertising(false)]);
    expect((await confirm(browser)).statusCode).toBe(401);
    expect((await mayAdvertise(await customerOf(browser))).allowed).toBe(false);
  });

  it('a stranger’s mailbox gets at most three such mails a day, however often the form is sent', async () => {
    const browser = server.browser();
    await browser.signIn(mailbox());
    const before = server.confirmations.length;
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push((await choose(browser, [advertising(true)])).statusCode);
    expect([answers, server.confirmations.length - before]).toEqual([[200, 200, 200, 429], 3]);
  });

  it('ends in one click from a mail program, for the address and for the customer who owns it', async () => {
    const { customerId, email } = await agreed();
    const answer = await server.app.inject({
      method: 'POST',
      url: `/api/shop/unsubscribe?token=${linkFor(email)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, { unsubscribed: true }]);
    expect(await mayAdvertise(customerId)).toEqual({ allowed: false, reason: 'unsubscribed' });
    expect(await mayContact(server.ctx(), { kind: 'email', value: email.toUpperCase() }, 'marketing', 'email')).toEqual(
      {
        allowed: false,
        reason: 'unsubscribed',
      },
    );
    expect(await mayContact(server.ctx(), { customerId }, 'service', 'email')).toEqual({ allowed: true });
  });

  it('an address that complained stays unused even where consent says yes', async () => {
    const { customerId, email } = await agreed();
    await suppress(server.ctx(), { kind: 'email', value: email }, 'complained');
    expect(await mayAdvertise(customerId)).toEqual({ allowed: false, reason: 'complained' });
  });
});

describe('the preference centre', () => {
  it('opens by a signed link without a sign-in, shows a masked address, and takes a no', async () => {
    const { browser, customerId, email } = await agreed();
    const { subjectId } = await browser.visit();
    const stranger = server.browser();
    const token = linkFor(email, subjectId);
    const page = await stranger.call('GET', `/api/shop/preferences?token=${token}`);
    expect(page.json().address).toBe('c•••@velora.example');
    expect(page.body).not.toContain(email);
    expect(token).not.toContain(Buffer.from(email).toString('base64url').slice(0, 12));
    const given = page.json().choices.filter((choice: { given: boolean }) => choice.given);
    expect(given).toMatchObject([{ purpose: 'marketing', channel: 'email' }]);
    expect((await choose(stranger, [advertising(false)], { token })).statusCode).toBe(200);
    expect((await mayAdvertise(customerId)).allowed).toBe(false);
  });

  it('whoever reads a mailbox ends anything by its link, but agrees to e-mail only: never for somebody’s telephone', async () => {
    const { browser, customerId, email } = await agreed();
    const { subjectId } = await browser.visit();
    const token = linkFor(email, subjectId);
    const texts = (given: boolean) => ({ purpose: 'marketing', channel: 'sms', given });
    const mayText = async () => isAllowed(await consentsOf(server.ctx(), [subjectId]), 'marketing', 'sms');
    const reader = server.browser();
    for (const channel of ['sms', 'phone', 'whatsapp', 'push']) {
      const yes = { purpose: 'marketing', channel, given: true };
      const answer = await choose(reader, [advertising(false), yes], { token });
      expect([channel, answer.statusCode, answer.json().code]).toEqual([channel, 401, 'sign_in_required']);
    }
    expect([await mayText(), await mayAdvertise(customerId)]).toEqual([false, { allowed: true }]);
    expect((await choose(browser, [texts(true)])).statusCode).toBe(200);
    expect(await mayText()).toBe(true);
    expect((await choose(reader, [texts(false)], { token })).statusCode).toBe(200);
    expect(await mayText()).toBe(false);
  });

  it('a link that was cut or changed opens nothing; a browser that is only recognised neither', async () => {
    const token = linkFor(mailbox());
    const changed = `${token.slice(0, -6)}AAAAAA`;
    const stranger = server.browser();
    expect((await stranger.call('GET', `/api/shop/preferences?token=${changed}`)).statusCode).toBe(404);
    await stranger.visit();
    expect((await stranger.call('GET', '/api/shop/preferences')).statusCode).toBe(401);
  });

  it('staff write down what was said at the till; it is in the audit, and advertising by mail still asks the mailbox', async () => {
    const email = mailbox();
    const made = await server.asStaff('associate', 'POST', '/api/staff/customers', { email, phone: '+48605222333' });
    const { customerId } = made.json();
    const sent = server.confirmations.length;
    const answer = await server.asStaff('associate', 'POST', `/api/staff/customers/${customerId}/consents`, {
      choices: [advertising(true), { purpose: 'marketing', channel: 'sms', given: true }],
      wording: 'staff-1',
    });
    expect(answer.json()).toMatchObject({ confirmationSent: true });
    expect(server.confirmations.slice(sent).map((mail) => mail.email)).toEqual([email]);
    expect(await mayContact(server.ctx(), { customerId }, 'marketing', 'sms')).toEqual({ allowed: true });
    expect((await mayAdvertise(customerId)).allowed).toBe(false);
    const read = await server.asStaff('agent', 'GET', `/api/staff/customers/${customerId}/consents`);
    expect(read.json().history).toMatchObject([{ channel: 'sms', source: 'staff', state: 'given' }]);
    // Beside the addresses stands what sending would do now.
    const reachOf = (channel: string, from = read) =>
      from.json().reach.find((one: { channel: string }) => one.channel === channel);
    expect(reachOf('sms')).toEqual({ channel: 'sms', allowed: true, reason: null });
    expect(reachOf('email')).toEqual({ channel: 'email', allowed: false, reason: 'no_consent' });
    await suppress(server.ctx(), { kind: 'phone', value: '+48605222333' }, 'complained');
    const later = await server.asStaff('agent', 'GET', `/api/staff/customers/${customerId}/consents`);
    expect(reachOf('sms', later)).toEqual({ channel: 'sms', allowed: false, reason: 'complained' });
    const { rows } = await sql`select 1 from kernel.audit where act = 'customers.consent.recorded'
      and target_id = ${customerId}`.execute(server.base.db);
    expect(rows).toHaveLength(1);
  });
});
