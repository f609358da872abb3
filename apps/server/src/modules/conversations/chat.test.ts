import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/result.ts';
import { type DeskServer, deskServer, type Shopper } from './deskServer.fixture.ts';
import { postReply, postShopperMessage, postSystemMessage, readOwnChat, readThread } from './index.ts';
import type { Message } from './types.ts';

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
const write = async (shopper: Shopper, text: string, clientKey = key(), server = one) =>
  postShopperMessage(await shopper.ctx(server), { text, clientKey });
const answer = async (threadId: string, text: string, more: object = {}, server = one) => {
  const message = await postReply(server.staff(anna), { threadId, text, clientKey: key(), ...more }, noMail);
  if (message instanceof Refusal) throw new Error(message.reason);
  return message;
};

describe('a chat between a shopper and an agent', () => {
  it('goes both ways without any sign-in, in the order it was written', async () => {
    const shopper = await one.shopper();
    const first = await shopper.call('POST', '/api/shop/chat/messages', {
      text: 'Is the green Lund sofa still to be had?',
      clientKey: key(),
    });
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({
      seq: 1,
      direction: 'in',
      kind: 'text',
      author: { kind: 'shopper', name: null },
    });

    const inbox = await one.asStaff(anna, 'agent', 'GET', '/api/staff/threads?view=waiting');
    const line = inbox
      .json()
      .items.find((item: { lastWords: { text: string } }) => item.lastWords.text.startsWith('Is the green'));
    expect(line).toMatchObject({ state: 'waiting', assigneeId: null, lastSeq: 1 });

    const sent = await one.asStaff(anna, 'agent', 'POST', `/api/staff/threads/${line.id}/messages`, {
      text: 'In Kraków, one piece.',
      clientKey: key(),
      ifSeq: 1,
    });
    expect(sent.json()).toMatchObject({
      seq: 2,
      direction: 'out',
      channel: 'chat',
      delivery: 'sent',
      author: { kind: 'staff', id: anna },
    });

    const chat = (await shopper.call('GET', '/api/shop/chat')).json();
    expect(chat.messages.map((message: Message) => [message.seq, message.text])).toEqual([
      [1, 'Is the green Lund sofa still to be had?'],
      [2, 'In Kraków, one piece.'],
    ]);
    expect(chat.messages[1].author).toEqual({ kind: 'staff', name: 'Anna' });
    expect(JSON.stringify(chat)).not.toContain(anna);

    const thread = (await one.asStaff(anna, 'agent', 'GET', `/api/staff/threads/${line.id}`)).json();
    expect(thread.thread).toMatchObject({ state: 'open', unansweredSince: null, assigneeId: anna });
  });

  it('a message sent twice by a client that heard no answer arrives once, from either server, even both at once', async () => {
    const shopper = await one.shopper();
    const clientKey = key();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => write(shopper, 'Hello?', clientKey, index % 2 ? one : two)),
    );
    expect(new Set(answers.map((message) => message.id)).size).toBe(1);
    expect((await readOwnChat(await shopper.ctx(), {})).messages).toHaveLength(1);
    await expect(write(shopper, 'Something else', clientKey)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('two first messages on two servers open one thread', async () => {
    const shopper = await one.shopper();
    const sent = await Promise.all([write(shopper, 'one', key(), one), write(shopper, 'two', key(), two)]);
    expect(sent[0]?.threadId).toBe(sent[1]?.threadId);
    expect(sent.map((message) => message.seq).sort()).toEqual([1, 2]);
  });

  it('any interleaving of shopper and agents on two servers gives 1..N without gaps, each message once, and resuming after any number gives exactly the rest', async () => {
    const post = fc.record({
      by: fc.constantFrom('shopper', 'anna', 'piotr'),
      server: fc.boolean(),
      times: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 14 }), async (posts) => {
        const shopper = await one.shopper();
        const opening = await write(shopper, 'opening');
        const clientKeys = posts.map(() => key());
        await Promise.all(
          posts.flatMap(({ by, server, times }, index) =>
            Array.from({ length: times }, async (_, round) => {
              const on = server === (round % 2 === 0) ? one : two;
              const text = `message ${index}`;
              const clientKey = clientKeys[index] ?? '';
              if (by === 'shopper') return write(shopper, text, clientKey, on);
              return postReply(
                on.staff(by === 'anna' ? anna : piotr),
                { threadId: opening.threadId, text, clientKey },
                noMail,
              );
            }),
          ),
        );
        const all = await readOwnChat(await shopper.ctx(two), {});
        expect(all.messages.map((message) => message.seq)).toEqual(
          Array.from({ length: posts.length + 1 }, (_, index) => index + 1),
        );
        expect(all.messages.map((message) => message.text).sort()).toEqual(
          ['opening', ...posts.map((_, index) => `message ${index}`)].sort(),
        );
        for (const after of [0, 1, Math.floor(posts.length / 2), posts.length + 1]) {
          const rest = await readOwnChat(await shopper.ctx(), { after, threadId: opening.threadId });
          expect(rest.messages.map((message) => message.seq)).toEqual(
            all.messages.map((message) => message.seq).filter((seq) => seq > after),
          );
        }
        const desk = await readThread(one.staff(anna), opening.threadId, { after: 0, limit: 200 });
        expect(desk.messages.map((message) => message.id)).toEqual(all.messages.map((message) => message.id));
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('holds more than a page: the shopper goes on until there is no more, the desk pages back', async () => {
    const shopper = await one.shopper();
    const { threadId } = await write(shopper, 'first');
    for (let index = 0; index < 250; index += 1)
      await postSystemMessage(one.ctx(), {
        threadId,
        kind: 'system',
        data: { index },
        uniqueKey: `fill-${threadId}-${index}`,
      });
    const page = await readOwnChat(await shopper.ctx(), {});
    expect([page.messages.length, page.hasMore, page.lastSeq]).toEqual([200, true, 200]);
    const rest = await readOwnChat(await shopper.ctx(), { after: page.lastSeq, threadId });
    expect([rest.messages.length, rest.hasMore, rest.lastSeq]).toEqual([51, false, 251]);
    const newest = await readThread(one.staff(anna), threadId);
    expect([newest.messages[0]?.seq, newest.messages.at(-1)?.seq, newest.hasMore]).toEqual([152, 251, true]);
    const older = await readThread(one.staff(anna), threadId, { before: 152 });
    expect([older.messages[0]?.seq, older.messages.at(-1)?.seq]).toEqual([52, 151]);
  });

  it('scripts, other alphabets and odd characters stay exactly the text they are', async () => {
    const shopper = await one.shopper();
    for (const text of [
      '<script>alert(1)</script>',
      "'; drop table conversations.message; --",
      'Zażółć gęślą jaźń',
      'Диван ещё есть?',
      '👍🏽 ok',
      'a\nb',
    ]) {
      const sent = await shopper.call('POST', '/api/shop/chat/messages', { text, clientKey: key() });
      expect(sent.headers['content-type']).toContain('application/json');
      expect(sent.json().text).toBe(text);
    }
  });

  it('refuses what is no message: empty, blank, longer than 4,000 characters', async () => {
    const shopper = await one.shopper();
    const status = async (text: unknown) =>
      (await shopper.call('POST', '/api/shop/chat/messages', { text, clientKey: key() })).statusCode;
    expect(await status('')).toBe(400);
    expect(await status('   \n ')).toBe(400);
    expect(await status('x'.repeat(4_001))).toBe(400);
    expect(await status(5)).toBe(400);
    expect(await status('x'.repeat(4_000))).toBe(201);
    expect(await status('\u0000')).toBe(400);
    expect(await status('ż'.repeat(4_000))).toBe(201);
  });

  it('keeps what the shopper looked at, without what an address may carry after its question mark', async () => {
    const shopper = await one.shopper();
    const variantId = newId();
    const sent = await shopper.call('POST', '/api/shop/chat/messages', {
      text: 'This one?',
      clientKey: key(),
      context: { variantId, page: '/pl/lund?token=secret#x' },
    });
    expect(sent.json().data).toEqual({ context: { variantId, page: '/pl/lund' } });
  });

  it('a line of the system is written once, however often it is told, and neither answers nor reopens', async () => {
    const shopper = await one.shopper();
    const { threadId } = await write(shopper, 'Please hold it');
    const line = { threadId, kind: 'hold', data: { code: 'K7-42MX' }, uniqueKey: `hold:${newId()}` } as const;
    const lines = await Promise.all([postSystemMessage(one.ctx(), line), postSystemMessage(two.ctx(), line)]);
    expect(lines[0]?.id).toBe(lines[1]?.id);
    expect((await readThread(one.staff(anna), threadId)).thread.state).toBe('waiting');
    expect((await readOwnChat(await shopper.ctx(), { after: 1 })).messages).toMatchObject([
      { kind: 'hold', data: { code: 'K7-42MX' } },
    ]);
  });

  it('a shopper who has read an answer makes it read, only forward, and the desk hears of it', async () => {
    const shopper = await one.shopper();
    const { threadId } = await write(shopper, 'Hi');
    await answer(threadId, 'first');
    await answer(threadId, 'second');
    expect((await shopper.call('POST', '/api/shop/chat/read', { seq: 2 })).statusCode).toBe(204);
    expect((await shopper.call('POST', '/api/shop/chat/read', { seq: 1 })).statusCode).toBe(204);
    const { messages } = await readThread(one.staff(anna), threadId);
    expect(messages.map((message) => message.delivery)).toEqual([null, 'read', 'sent']);
    const events = await sql<{
      n: number;
    }>`select count(*) as n from kernel.outbox where type = 'conversations.message.read' and aggregate_id = ${threadId}`.execute(
      one.base.db,
    );
    expect(events.rows[0]?.n).toBe(1);
  });
});

describe('what strangers get', () => {
  it('nothing without a session', async () => {
    for (const [method, url] of [
      ['GET', '/api/shop/chat'],
      ['POST', '/api/shop/chat/messages'],
      ['POST', '/api/shop/chat/read'],
      ['PUT', '/api/shop/chat/contact'],
      ['POST', '/api/shop/chat/leave-message'],
    ] as const) {
      expect((await one.app.inject({ method, url, ...(method === 'GET' ? {} : { payload: {} }) })).statusCode).toBe(
        401,
      );
    }
  });

  it("nothing of another's chat by naming its thread, its customer's e-mail or its numbers", async () => {
    const julia = await one.shopper();
    const { threadId } = await write(julia, 'My address is Długa 5');
    await julia.call('PUT', '/api/shop/chat/contact', { email: 'julia@velora-test.pl' });
    const stranger = await one.shopper();
    await stranger.call('PUT', '/api/shop/chat/contact', { email: 'julia@velora-test.pl', name: 'Julia' });
    for (const url of [
      `/api/shop/chat?thread=${threadId}`,
      `/api/shop/chat?thread=${threadId}&after=0`,
      '/api/shop/chat',
    ]) {
      const seen = (await stranger.call('GET', url)).json();
      expect(seen.messages).toEqual([]);
      expect(seen.threadId).toBeNull();
    }
    const posted = (await stranger.call('POST', '/api/shop/chat/messages', { text: 'me', clientKey: key() })).json();
    expect((await readThread(one.staff(anna), threadId)).messages.map((message) => message.id)).not.toContain(
      posted.id,
    );
    await stranger.call('POST', '/api/shop/chat/read', { seq: 100 });
    await settleBoth();
    expect((await readThread(one.staff(anna), threadId)).messages[0]?.text).toBe('My address is Długa 5');
  });

  it('no desk for associates, none for shoppers', async () => {
    const shopper = await one.shopper();
    const { threadId } = await write(shopper, 'Hi');
    for (const url of ['/api/staff/threads', `/api/staff/threads/${threadId}`, '/api/staff/threads/counts']) {
      expect((await one.asStaff(anna, 'associate', 'GET', url)).statusCode).toBe(403);
      expect((await shopper.call('GET', url)).statusCode).toBe(401);
    }
    expect((await one.asStaff(anna, 'agent', 'PUT', '/api/staff/chat/hours', { hours: {} })).statusCode).toBe(403);
  });

  it('a note is for colleagues only: not in the chat, not on the line, not an answer', async () => {
    const shopper = await one.shopper();
    const { threadId } = await write(shopper, 'Hi');
    const note = await answer(threadId, 'Careful, third complaint', { internal: true });
    expect(note).toMatchObject({ internal: true, delivery: null });
    expect((await readOwnChat(await shopper.ctx(), {})).messages).toHaveLength(1);
    expect((await readThread(one.staff(piotr), threadId)).thread).toMatchObject({ state: 'waiting', assigneeId: null });
  });
});

describe('events of a conversation', () => {
  it('carry ids and never a word of what was said', async () => {
    const shopper = await one.shopper();
    const secret = `secret-${newId()}`;
    const { threadId } = await write(shopper, secret);
    await answer(threadId, `${secret} too`);
    const { rows } = await sql<{
      type: string;
      channel: string;
      subject_id: string;
      aggregate_version: number;
      event: string;
    }>`
      select o.type, o.channel, o.subject_id, o.aggregate_version, o::text as event from kernel.outbox o where o.aggregate_id = ${threadId} order by o.xid, o.seq`.execute(
      one.base.db,
    );
    expect(rows.map((row) => row.type)).toEqual([
      'conversations.thread.opened',
      'conversations.message.posted',
      'conversations.thread.assigned',
      'conversations.message.posted',
    ]);
    expect(rows.every((row) => row.subject_id === shopper.subjectId)).toBe(true);
    expect(rows.some((row) => row.event.includes(secret))).toBe(false);
    expect(rows.map((row) => row.aggregate_version)).toEqual([1, 2, 3, 4]);
  });
});

it('the inbox costs the same number of statements for one thread and for fifty', async () => {
  const cost = async (limit: number) => {
    const before = statements.sent;
    const page = await one.asStaff(anna, 'agent', 'GET', `/api/staff/threads?view=all&limit=${limit}`);
    expect(page.json().items.length).toBe(limit);
    return statements.sent - before;
  };
  for (let index = 0; index < 50; index += 1) await write(await one.shopper(), `thread ${index}`);
  expect(await cost(50)).toBe(await cost(1));
}, 60_000);

async function settleBoth(): Promise<void> {
  await one.settle();
  await two.settle();
}
