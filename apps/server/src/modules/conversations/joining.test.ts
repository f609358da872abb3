import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { customersOf, linkSubject, subjectForVerified, unlinkSubject } from '../customers/index.ts';
import { type DeskServer, deskServer, type Shopper } from './deskServer.fixture.ts';
import { joinThreads, openThreadOfCustomer, postReply, postShopperMessage, readOwnChat, readThread } from './index.ts';
import { saveDraft as keepDraft } from './saveDraft.ts';

let one: DeskServer;
let two: DeskServer;
const anna = newId();
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
const write = async (shopper: Shopper, text: string, server = one, clientKey = key()) =>
  postShopperMessage(await shopper.ctx(server), { text, clientKey });
const customerOf = async (subjectId: string) => (await customersOf(one.ctx(), [subjectId])).get(subjectId) ?? '';
const known = async () =>
  subjectForVerified(one.ctx(), {
    kind: 'email',
    value: `k-${newId()}@velora-test.pl`,
    evidence: { kind: 'code', source: 'test' },
  });
const asKnown = (subjectId: string, subjectIds: string[], server = one) =>
  server.ctx({ actor: { kind: 'shopper', sessionId: newId(), subjectId, subjectIds, signedIn: true } });
const link = async (shopper: Shopper, customerId: string) => {
  const linked = await linkSubject(one.ctx(), {
    subjectId: shopper.subjectId,
    customerId,
    evidence: { kind: 'sign_in', source: 'test' },
  });
  if (!linked.ok) throw new Error(linked.reason);
  return linked.value;
};
const threadsOf = async (customerId: string) =>
  (
    await sql<{
      n: number;
    }>`select count(*) as n from conversations.thread where customer_id = ${customerId} and joined_into is null`.execute(
      one.base.db,
    )
  ).rows[0]?.n;

describe('a shopper who signs in during a chat', () => {
  it('goes on in one conversation: the earlier messages first, then those of the visit, nothing lost, nothing twice', async () => {
    const julia = await known();
    const before = asKnown(julia.subjectId, [julia.subjectId]);
    await postShopperMessage(before, { text: 'last month', clientKey: key() });
    const visit = await one.shopper();
    const first = await write(visit, 'today');
    await postReply(one.staff(anna), { threadId: first.threadId, text: 'welcome', clientKey: key() }, noMail);
    await link(visit, julia.customerId);
    await one.settle();

    const signedIn = asKnown(julia.subjectId, [julia.subjectId, visit.subjectId]);
    const chat = await readOwnChat(signedIn, {});
    expect(chat.messages.map((message) => [message.seq, message.text])).toEqual([
      [1, 'last month'],
      [2, 'today'],
      [3, 'welcome'],
    ]);
    expect(await threadsOf(julia.customerId)).toBe(1);
    // A client that resumes with the number of the old thread is told to begin anew.
    const resumed = await readOwnChat(signedIn, { after: 2, threadId: first.threadId });
    expect(resumed).toMatchObject({ restarted: true, threadId: chat.threadId });
    expect(resumed.messages).toHaveLength(3);
    // The desk, still looking at the old thread, is led on.
    expect((await readThread(one.staff(anna), first.threadId)).thread.id).toBe(chat.threadId);
  });

  it('keeps the thread when there was no other, and hears that it moved', async () => {
    const julia = await known();
    const visit = await one.shopper();
    const { threadId } = await write(visit, 'hello');
    await link(visit, julia.customerId);
    await one.settle();
    expect((await readThread(one.staff(anna), threadId)).thread).toMatchObject({
      id: threadId,
      customerId: julia.customerId,
    });
    expect(await joinThreads(one.ctx(), await customerOf(visit.subjectId), julia.customerId)).toBeUndefined();
  });

  it('does not get a message twice that its client sends again after the sign-in', async () => {
    const julia = await known();
    await postShopperMessage(asKnown(julia.subjectId, [julia.subjectId]), { text: 'old', clientKey: key() });
    const visit = await one.shopper();
    const clientKey = key();
    const sent = await write(visit, 'answer lost on the way', one, clientKey);
    await link(visit, julia.customerId);
    await one.settle();
    const again = await postShopperMessage(asKnown(julia.subjectId, [julia.subjectId, visit.subjectId]), {
      text: 'answer lost on the way',
      clientKey,
    });
    expect(again.id).toBe(sent.id);
  });

  it('does not get it twice when its client was quicker than the joining of the two conversations', async () => {
    const julia = await known();
    const signedIn = asKnown(julia.subjectId, [julia.subjectId]);
    await postShopperMessage(signedIn, { text: 'old', clientKey: key() });
    const visit = await one.shopper();
    const clientKey = key();
    await write(visit, 'answer lost on the way', one, clientKey);
    await postShopperMessage(signedIn, { text: 'answer lost on the way', clientKey });
    await link(visit, julia.customerId);
    await one.settle();
    const { messages } = await readOwnChat(asKnown(julia.subjectId, [julia.subjectId, visit.subjectId]), {});
    expect(messages.map(({ text }) => text)).toEqual(['old', 'answer lost on the way']);
  });

  it('loses no message that is written at the very moment of the sign-in, on either server', async () => {
    for (let round = 0; round < 8; round += 1) {
      const julia = await known();
      if (round % 2)
        await postShopperMessage(asKnown(julia.subjectId, [julia.subjectId]), { text: 'before', clientKey: key() });
      const visit = await one.shopper();
      if (round % 4 < 2) await write(visit, 'first');
      const from = await customerOf(visit.subjectId);
      await Promise.all([
        ...Array.from({ length: 6 }, (_, index) => write(visit, `during ${index}`, index % 2 ? one : two)),
        inTransaction(one.ctx(), async (tx) => {
          const linked = await linkSubject(tx, {
            subjectId: visit.subjectId,
            customerId: julia.customerId,
            evidence: { kind: 'sign_in', source: 'test' },
          });
          if (linked.ok) await joinThreads(tx, from, julia.customerId);
        }),
      ]);
      await one.settle();
      const chat = await readOwnChat(asKnown(julia.subjectId, [julia.subjectId, visit.subjectId]), {});
      const expected = 6 + (round % 2) + (round % 4 < 2 ? 1 : 0);
      expect(chat.messages.map((message) => message.seq)).toEqual(
        Array.from({ length: expected }, (_, index) => index + 1),
      );
      expect(await threadsOf(julia.customerId)).toBe(1);
      expect(await threadsOf(from)).toBe(0);
    }
  }, 60_000);

  it('a first message that meets a sign-in still under way waits for it and lands in the joined conversation', async () => {
    const julia = await known();
    const visit = await one.shopper();
    const from = await customerOf(visit.subjectId);
    let finish: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let joined: () => void = () => undefined;
    const hasJoined = new Promise<void>((resolve) => {
      joined = resolve;
    });
    const signIn = inTransaction(one.ctx(), async (tx) => {
      await linkSubject(tx, {
        subjectId: visit.subjectId,
        customerId: julia.customerId,
        evidence: { kind: 'sign_in', source: 'test' },
      });
      await joinThreads(tx, from, julia.customerId);
      joined();
      await mayFinish;
    });
    await hasJoined;
    const message = write(visit, 'first words', two);
    await new Promise((resolve) => setTimeout(resolve, 300));
    finish();
    await signIn;
    const { threadId } = await message;
    expect((await readThread(one.staff(anna), threadId)).thread.customerId).toBe(julia.customerId);
    expect(await threadsOf(from)).toBe(0);
  });

  it('a visitor whom staff have linked, but who has not signed in, sees only the own part', async () => {
    const julia = await known();
    await postShopperMessage(asKnown(julia.subjectId, [julia.subjectId]), { text: 'private matter', clientKey: key() });
    const visit = await one.shopper();
    await link(visit, julia.customerId);
    await one.settle();
    await write(visit, 'it is me, Julia');
    const chat = await readOwnChat(await visit.ctx(), {});
    expect(chat.messages.map((message) => message.text)).toEqual(['it is me, Julia']);
    const { threadId } = await openThreadOfCustomer(one.staff(anna), julia.customerId).then((thread) => ({
      threadId: thread.id,
    }));
    await postReply(one.staff(anna), { threadId, text: 'for the one who wrote last', clientKey: key() }, noMail);
    expect((await readOwnChat(await visit.ctx(), {})).messages).toHaveLength(2);
    expect((await readOwnChat(asKnown(julia.subjectId, [julia.subjectId, visit.subjectId]), {})).messages).toHaveLength(
      3,
    );
  });

  it('who waits keeps waiting from the earlier moment, and what was begun in both threads is kept', async () => {
    const julia = await known();
    const visit = await one.shopper();
    const mine = await write(visit, 'waiting since now');
    const since = (await readThread(one.staff(anna), mine.threadId)).thread.unansweredSince;
    const other = await postShopperMessage(asKnown(julia.subjectId, [julia.subjectId]), {
      text: 'older customer',
      clientKey: key(),
    });
    await keepDraft(one.staff(anna), { threadId: mine.threadId, text: 'Dear', version: 0 });
    await keepDraft(one.staff(anna), { threadId: other.threadId, text: 'Hello', version: 0 });
    await link(visit, julia.customerId);
    await one.settle();
    const page = await readThread(one.staff(anna), other.threadId);
    expect(page.thread).toMatchObject({ state: 'waiting', unansweredSince: since, lastSeq: 2 });
    expect(page.draft?.text).toBe('Hello\n\nDear');
  });
});

describe('a merge that is undone', () => {
  it('gives each person their own words back', async () => {
    const julia = await known();
    const own = asKnown(julia.subjectId, [julia.subjectId]);
    await postShopperMessage(own, { text: 'julia 1', clientKey: key() });
    const visit = await one.shopper();
    await write(visit, 'visitor 1');
    const { linkId } = await link(visit, julia.customerId);
    await one.settle();
    await write(visit, 'visitor 2');
    await postReply(
      one.staff(anna),
      { threadId: (await readOwnChat(own, {})).threadId ?? '', text: 'to the visitor', clientKey: key() },
      noMail,
    );
    await unlinkSubject(one.ctx(), linkId);
    await one.settle();
    expect((await readOwnChat(own, {})).messages.map((message) => message.text)).toEqual(['julia 1']);
    const visitor = await readOwnChat(await visit.ctx(), {});
    expect(visitor.messages.map((message) => message.text)).toEqual(['visitor 1', 'visitor 2', 'to the visitor']);
    const [mine, theirs] = await Promise.all([
      readThread(one.staff(anna), (await readOwnChat(own, {})).threadId ?? ''),
      readThread(one.staff(anna), visitor.threadId ?? ''),
    ]);
    expect(theirs.messages.map((message) => message.text)).toEqual(['visitor 1', 'visitor 2', 'to the visitor']);
    expect(mine.messages.map((message) => message.text)).toEqual(['julia 1']);
    await write(visit, 'visitor 3');
    expect((await readOwnChat(own, {})).messages).toHaveLength(1);
  });
});
