import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/result.ts';
import { saveCategory, saveProduct } from '../catalogue/index.ts';
import {
  claimIdentifier,
  customersOf,
  findByIdentifier,
  getCustomer,
  openSubject,
  subjectForVerified,
} from '../customers/index.ts';
import { type DeskServer, deskServer, type Shopper } from './deskServer.fixture.ts';
import { getServiceHours, postReply, postShopperMessage, readOwnChat, readThread, recordDelivery } from './index.ts';
import { chatStatusAt, defaultHours } from './serviceHours.ts';

let one: DeskServer;
let two: DeskServer;
const anna = newId();
const piotr = newId();
const noMail = { sendAnswer: async () => undefined };

beforeAll(async () => {
  one = await deskServer();
  two = await deskServer({ sharing: one });
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

const key = () => `key-${newId()}`;
const write = async (shopper: Shopper, text: string) =>
  postShopperMessage(await shopper.ctx(), { text, clientKey: key() });
const call = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, who = anna, role = 'agent') =>
  one.asStaff(who, role, method, url, payload);
const opened = async (text = 'hello') => {
  const shopper = await one.shopper();
  const { threadId } = await write(shopper, text);
  return { shopper, threadId, url: `/api/staff/threads/${threadId}` };
};

describe('two colleagues at one conversation', () => {
  it('an answer is held back when another wrote since, and nothing is sent', async () => {
    const { shopper, threadId, url } = await opened();
    await call('POST', `${url}/messages`, { text: 'from Piotr', clientKey: key(), ifSeq: 1 }, piotr);
    const late = await call('POST', `${url}/messages`, { text: 'from Anna', clientKey: key(), ifSeq: 1 });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'version_conflict', lastSeq: 2 });
    expect((await readOwnChat(await shopper.ctx(), {})).messages).toHaveLength(2);
    expect((await call('POST', `${url}/messages`, { text: 'from Anna', clientKey: key(), ifSeq: 2 })).statusCode).toBe(
      201,
    );
    expect((await readThread(one.staff(anna), threadId)).messages.map((message) => message.text)).toEqual([
      'hello',
      'from Piotr',
      'from Anna',
    ]);
  });

  it('of two answers sent at once from two servers, one goes out', async () => {
    const { threadId } = await opened();
    const sent = await Promise.all([
      postReply(one.staff(anna), { threadId, text: 'Anna', clientKey: key(), ifSeq: 1 }, noMail),
      postReply(two.staff(piotr), { threadId, text: 'Piotr', clientKey: key(), ifSeq: 1 }, noMail),
    ]);
    expect(sent.filter((message) => message instanceof Refusal)).toHaveLength(1);
  });

  it('lines of the system and the own second window hold nothing back', async () => {
    const { url } = await opened();
    await call('POST', `${url}/messages`, { text: 'one', clientKey: key(), ifSeq: 1 });
    expect((await call('POST', `${url}/messages`, { text: 'two', clientKey: key(), ifSeq: 1 })).statusCode).toBe(201);
  });

  it('an answer sent again by a client that heard nothing goes out once, even past a newer message', async () => {
    const { shopper, url } = await opened();
    const clientKey = key();
    const first = await call('POST', `${url}/messages`, { text: 'once', clientKey, ifSeq: 1 });
    await write(shopper, 'thanks');
    const again = await call('POST', `${url}/messages`, { text: 'once', clientKey, ifSeq: 1 });
    expect(again.json().id).toBe(first.json().id);
  });

  it('sees who else has begun to write', async () => {
    const { url } = await opened();
    await call('PUT', `${url}/draft`, { text: 'I am on it', version: 0 }, piotr);
    expect((await call('GET', url)).json()).toMatchObject({ draft: null, alsoWriting: [{ staffId: piotr }] });
    one.clock.travel(10 * 60_000);
    expect((await call('GET', url)).json().alsoWriting).toEqual([]);
    one.clock.travel(-10 * 60_000);
  });

  it('a conversation closed at the moment the customer writes stays open', async () => {
    const { shopper, url } = await opened();
    await write(shopper, 'one more thing');
    expect((await call('POST', `${url}/close`, { ifSeq: 1 })).json()).toMatchObject({ code: 'version_conflict' });
    expect((await call('POST', `${url}/close`, { ifSeq: 2 })).json()).toMatchObject({
      state: 'closed',
      unansweredSince: null,
    });
    await write(shopper, 'and another');
    expect((await call('GET', url)).json().thread.state).toBe('waiting');
    await call('POST', `${url}/close`, {});
    expect((await call('POST', `${url}/reopen`)).json().state).toBe('open');
  });

  it('assigning is written down, by name of who did it', async () => {
    const { threadId, url } = await opened();
    expect((await call('POST', `${url}/assign`, {})).json().assigneeId).toBe(anna);
    expect((await call('POST', `${url}/assign`, { staffId: piotr })).json().assigneeId).toBe(piotr);
    expect((await call('POST', `${url}/assign`, { staffId: null })).json().assigneeId).toBeNull();
    const { rows } = await sql<{
      act: string;
      actor: string;
    }>`select act, actor from kernel.audit where target_id = ${threadId} order by at, id`.execute(one.base.db);
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ act: 'thread.assigned', actor: `staff:${anna}` })));
  });
});

describe('the inbox', () => {
  it('shows each view what belongs there; waiting begins with who waits longest, across pages', async () => {
    const me = newId();
    const made = [await opened('a'), await opened('b'), await opened('c')];
    const [a, b, c] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
    await call('POST', `${b.url}/assign`, {}, me);
    await call('POST', `${c.url}/close`, {}, me);
    const ids = async (view: string) => {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: { id: string }[]; nextCursor: string | null } = (
          await call(
            'GET',
            `/api/staff/threads?view=${view}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
            undefined,
            me,
          )
        ).json();
        found.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    };
    expect(await ids('mine')).toEqual([b.threadId]);
    expect(await ids('closed')).toContain(c.threadId);
    expect(await ids('all')).not.toContain(c.threadId);
    const unassigned = await ids('unassigned');
    expect(unassigned).toContain(a.threadId);
    expect(unassigned).not.toContain(b.threadId);
    const waiting = await ids('waiting');
    expect(waiting.indexOf(a.threadId)).toBeLessThan(waiting.indexOf(b.threadId));
    const all = await ids('all');
    expect(all.indexOf(b.threadId)).toBeLessThan(all.indexOf(a.threadId));
    expect(new Set(all).size).toBe(all.length);
    const counts = (await call('GET', '/api/staff/threads/counts', undefined, me)).json();
    expect(counts).toMatchObject({ mine: 1, all: all.length, waiting: waiting.length });
    expect((await call('GET', '/api/staff/threads?cursor=nonsense')).json().code).toBe('invalid_cursor');
  });
});

describe('drafts', () => {
  it('are the same on every device, and a device that did not see the other is told instead of winning', async () => {
    const { url } = await opened();
    expect((await call('GET', `${url}/draft`)).json()).toEqual({ text: '', version: 0 });
    expect((await call('PUT', `${url}/draft`, { text: 'Dear Julia', version: 0 })).json()).toEqual({
      text: 'Dear Julia',
      version: 1,
    });
    expect((await call('PUT', `${url}/draft`, { text: 'Dear Julia, yes', version: 1 })).json().version).toBe(2);
    const stale = await call('PUT', `${url}/draft`, { text: 'Dear Julia, no', version: 1 });
    expect(stale.statusCode).toBe(409);
    expect(stale.json()).toMatchObject({ code: 'version_conflict', draft: { text: 'Dear Julia, yes', version: 2 } });
    await call('POST', `${url}/messages`, { text: 'Dear Julia, yes', clientKey: key() });
    expect((await call('GET', `${url}/draft`)).json()).toEqual({ text: '', version: 0 });
  });
});

describe('a product card', () => {
  it('keeps ids only, and a product that does not exist is not sent', async () => {
    const { shopper, url } = await opened();
    const text = (word: string) => ({ en: word, pl: word, ru: word });
    await saveCategory(one.ctx(), { code: 'sofas', name: text('Sofas') });
    const saved = await saveProduct(one.ctx(), {
      code: 'LUND',
      title: text('Lund sofa'),
      description: text('A sofa.'),
      categoryCode: 'sofas',
      taxClass: 'standard',
      variants: [{ sku: 'LUND-GREEN' }],
    });
    const variantId = saved instanceof Refusal ? '' : (saved.variants[0]?.id ?? '');
    const sent = await call('POST', `${url}/messages`, {
      productCard: { variantId },
      text: 'This one',
      clientKey: key(),
    });
    expect(sent.json()).toMatchObject({
      kind: 'product',
      text: 'This one',
      data: { variantId, productId: saved instanceof Refusal ? '' : saved.id },
    });
    expect((await readOwnChat(await shopper.ctx(), { after: 1 })).messages[0]?.data).toEqual(sent.json().data);
    const missing = await call('POST', `${url}/messages`, { productCard: { variantId: newId() }, clientKey: key() });
    expect(missing.statusCode).toBe(404);
    expect((await call('POST', `${url}/messages`, { clientKey: key() })).statusCode).toBe(400);
  });

  it('like any answer, is written by a named colleague only', async () => {
    const { threadId } = await opened();
    await expect(postReply(one.ctx(), { threadId, text: 'x', clientKey: key() }, noMail)).rejects.toMatchObject({
      code: 'sign_in_required',
    });
  });
});

describe('a message left for an answer by e-mail', () => {
  it('is answered by e-mail to the address left, which is shown as unproven', async () => {
    const shopper = await one.shopper();
    const left = await shopper.call('POST', '/api/shop/chat/leave-message', {
      email: ' Julia@Velora-Test.PL ',
      text: 'Do you deliver on Saturday?',
      clientKey: key(),
      name: 'Julia',
    });
    expect(left.statusCode).toBe(201);
    const { threadId } = await write(shopper, 'and on Sunday?');
    const page = (await call('GET', `/api/staff/threads/${threadId}`)).json();
    expect(page.claimed).toEqual({ name: 'Julia', email: 'julia@velora-test.pl' });
    expect(page.replyBy).toContainEqual({
      ok: true,
      channel: 'email',
      to: 'julia@velora-test.pl',
      addressState: 'claimed',
    });
    const sent = await call('POST', `/api/staff/threads/${threadId}/messages`, {
      text: 'Yes, both.',
      replyBy: 'email',
      clientKey: key(),
    });
    expect(sent.json()).toMatchObject({ channel: 'email', delivery: 'pending' });
    expect(one.answers.at(-1)).toMatchObject({
      threadId,
      messageId: sent.json().id,
      email: 'julia@velora-test.pl',
      addressState: 'claimed',
      text: 'Yes, both.',
      question: 'and on Sunday?',
      staffId: anna,
    });
    // The chat shows the answer as well.
    expect((await readOwnChat(await shopper.ctx(), {})).messages.map((message) => message.text)).toContain(
      'Yes, both.',
    );
  });

  it('is refused where there is no address, and nothing is written', async () => {
    const { shopper, url } = await opened();
    const sent = await call('POST', `${url}/messages`, { text: 'Yes', replyBy: 'email', clientKey: key() });
    expect(sent.statusCode).toBe(409);
    expect(sent.json()).toMatchObject({ code: 'cannot_reply', channel: 'email' });
    expect((await readOwnChat(await shopper.ctx(), {})).messages).toHaveLength(1);
    const bad = await shopper.call('POST', '/api/shop/chat/leave-message', {
      email: 'nonsense',
      text: 'x',
      clientKey: key(),
    });
    expect(bad.statusCode).toBe(400);
  });

  it('claims nothing of the real owner of the address: not their conversation, not their name', async () => {
    const owner = await subjectForVerified(one.ctx(), {
      kind: 'email',
      value: 'owner@velora-test.pl',
      evidence: { kind: 'code', source: 'test' },
    });
    const stranger = await one.shopper();
    await stranger.call('POST', '/api/shop/chat/leave-message', {
      email: 'owner@velora-test.pl',
      text: 'It is me',
      clientKey: key(),
      name: 'Owner',
    });
    await stranger.call('PUT', '/api/shop/chat/contact', {
      email: 'owner@velora-test.pl',
      phone: '+48 600 100 200',
      name: 'Owner',
    });
    await one.settle();
    const strangers = (await customersOf(one.ctx(), [stranger.subjectId])).get(stranger.subjectId);
    expect(strangers).not.toBe(owner.customerId);
    expect((await findByIdentifier(one.ctx(), 'email', 'owner@velora-test.pl')).verified).toBe(owner.customerId);
    expect(await getCustomer(one.ctx(), owner.customerId)).toMatchObject({
      givenName: null,
      identifiers: [{ state: 'verified' }],
    });
  });

  it('an answer that could not be delivered says so and stays so', async () => {
    const shopper = await one.shopper();
    await shopper.call('POST', '/api/shop/chat/leave-message', {
      email: 'gone@velora-test.pl',
      text: 'Hi',
      clientKey: key(),
    });
    const { threadId } = await write(shopper, 'there?');
    const sent = (
      await call('POST', `/api/staff/threads/${threadId}/messages`, { text: 'Yes', replyBy: 'email', clientKey: key() })
    ).json();
    expect(await recordDelivery(one.ctx(), { messageId: sent.id, status: 'failed', reason: '550 EENVELOPE' })).toBe(
      true,
    );
    expect(await recordDelivery(one.ctx(), { messageId: sent.id, status: 'sent' })).toBe(false);
    expect((await readThread(one.staff(anna), threadId)).messages.at(-1)).toMatchObject({
      delivery: 'failed',
      deliveryReason: '550 EENVELOPE',
    });
  });
});

describe('a phone call', () => {
  let last = 200_000;
  const phone = () => {
    last += 1;
    return `+48606${last}`;
  };
  const log = (payload: object) =>
    call('POST', '/api/staff/calls', { direction: 'in', startedAt: new Date().toISOString(), ...payload });

  it('from a verified number goes into the conversation of its customer, with a note only colleagues see', async () => {
    const number = phone();
    const owner = await subjectForVerified(one.ctx(), {
      kind: 'phone',
      value: number,
      evidence: { kind: 'code', source: 'test' },
    });
    const logged = (await log({ phone: number.slice(3), note: 'asks for the green one', durationSeconds: 120 })).json();
    expect(logged).toMatchObject({ customerId: owner.customerId, candidates: [] });
    const page = await readThread(one.staff(anna), logged.threadId);
    expect(page.messages).toMatchObject([
      {
        kind: 'call',
        channel: 'phone',
        internal: true,
        text: 'asks for the green one',
        data: { durationSeconds: 120, missed: false },
      },
    ]);
    expect(page.thread.state).toBe('open');
    const own = one.ctx({
      actor: {
        kind: 'shopper',
        sessionId: 's',
        subjectId: owner.subjectId,
        subjectIds: [owner.subjectId],
        signedIn: true,
      },
    });
    expect((await readOwnChat(own, {})).messages).toEqual([]);
  });

  it('from a number that some only said is theirs is nobody’s until a colleague decides', async () => {
    const number = phone();
    const candidates: string[] = [];
    for (let index = 0; index < 2; index += 1) {
      const subject = await openSubject(one.ctx(), { source: 'web', anonymousId: newId() });
      await claimIdentifier(one.ctx(), { subjectId: subject.subjectId, kind: 'phone', value: number, source: 'chat' });
      candidates.push(subject.customerId);
    }
    const logged = (await log({ phone: number })).json();
    expect(logged).toMatchObject({ threadId: null, customerId: null });
    expect(logged.candidates.map((candidate: { customerId: string }) => candidate.customerId).sort()).toEqual(
      [...candidates].sort(),
    );
    const chosen = (
      await call('POST', `/api/staff/calls/${logged.callId}/customer`, { customerId: candidates[0] })
    ).json();
    expect(chosen.customerId).toBe(candidates[0]);
    expect((await readThread(one.staff(anna), chosen.threadId)).messages).toHaveLength(1);
    expect(
      (await call('POST', `/api/staff/calls/${logged.callId}/customer`, { customerId: candidates[1] })).json().code,
    ).toBe('illegal_transition');
  });

  it('that nobody took waits for a call back; from an unknown number it makes a customer who claims it', async () => {
    const number = phone();
    const logged = (await log({ phone: number, missed: true })).json();
    const page = await readThread(one.staff(anna), logged.threadId);
    expect(page.thread.state).toBe('waiting');
    expect((await getCustomer(one.ctx(), logged.customerId)).identifiers).toMatchObject([
      { kind: 'phone', value: number, state: 'claimed' },
    ]);
    expect((await log({ phone: 'hello' })).statusCode).toBe(400);
  });

  it('leaves no number and no note in the events', async () => {
    const number = phone();
    const { callId } = (await log({ phone: number, note: 'very private' })).json();
    const { rows } = await sql<{
      event: string;
    }>`select o::text as event from kernel.outbox o where o.data->>'callId' = ${callId}`.execute(one.base.db);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.event).not.toMatch(new RegExp(`${number.slice(3)}|private`));
  });
});

describe('chat hours', () => {
  const service = {
    hours: defaultHours,
    exceptions: [{ date: '2026-11-11', open: [] }],
    expectedAnswerMinutes: 5,
    zone: 'Europe/Warsaw',
    version: 0,
  };

  it('are Monday to Saturday from 8 to 20 in the retailer’s zone, unless set otherwise', async () => {
    expect(await getServiceHours(one.ctx())).toMatchObject({ hours: defaultHours, zone: 'Europe/Warsaw', version: 0 });
    expect(chatStatusAt(service, new Date('2026-11-20T18:59:00Z'))).toMatchObject({
      open: true,
      closesAt: '2026-11-20T19:00:00.000Z',
      opensAt: null,
    });
    expect(chatStatusAt(service, new Date('2026-11-20T19:00:00Z'))).toMatchObject({
      open: false,
      opensAt: '2026-11-21T07:00:00.000Z',
    });
  });

  it('on a closed Sunday promise an answer for Monday morning, also over the clock change', () => {
    // Saturday 24 October 2026 is summer time, Monday the 26th is not.
    expect(chatStatusAt(service, new Date('2026-10-24T18:30:00Z'))).toMatchObject({
      open: false,
      opensAt: '2026-10-26T07:00:00.000Z',
      expectedBy: '2026-10-26T07:05:00.000Z',
    });
  });

  it('a holiday is closed', () => {
    expect(chatStatusAt(service, new Date('2026-11-11T10:00:00Z'))).toMatchObject({
      open: false,
      today: [],
      opensAt: '2026-11-12T07:00:00.000Z',
    });
  });

  it('can be read by anyone and set by a manager, once a version', async () => {
    expect((await one.app.inject({ method: 'GET', url: '/api/shop/chat/status' })).json()).toMatchObject({
      zone: 'Europe/Warsaw',
      expectedAnswerMinutes: 5,
    });
    const hours = { ...defaultHours, sun: [['10:00', '16:00']] };
    const body = { hours, exceptions: [], expectedAnswerMinutes: 10, version: 0 };
    const saved = await Promise.all([
      call('PUT', '/api/staff/chat/hours', body, anna, 'manager'),
      two.asStaff(piotr, 'manager', 'PUT', '/api/staff/chat/hours', body),
    ]);
    expect(saved.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect((await call('GET', '/api/staff/chat/hours')).json()).toMatchObject({
      hours,
      expectedAnswerMinutes: 10,
      version: 1,
    });
    const again = await call(
      'PUT',
      '/api/staff/chat/hours',
      { ...body, version: 1, expectedAnswerMinutes: 7 },
      anna,
      'admin',
    );
    expect(again.json()).toMatchObject({ version: 2, expectedAnswerMinutes: 7 });
    const backwards = await call(
      'PUT',
      '/api/staff/chat/hours',
      { ...body, hours: { ...hours, mon: [['20:00', '08:00']] }, version: 2 },
      anna,
      'admin',
    );
    expect(backwards.statusCode).toBe(409);
  });
});
