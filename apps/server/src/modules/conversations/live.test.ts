import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { type DeskServer, deskServer } from './deskServer.fixture.ts';
import { postReply, postShopperMessage } from './index.ts';

let one: DeskServer;
let two: DeskServer;
const urls = { one: '', two: '' };
const anna = newId();
const streams: ClientRequest[] = [];

beforeAll(async () => {
  one = await deskServer({ running: true });
  two = await deskServer({ sharing: one, running: true });
  urls.one = await one.app.listen({ port: 0, host: '127.0.0.1' });
  urls.two = await two.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const stream of streams) stream.destroy();
  await two?.stop();
  await one?.stop();
});

interface Heard {
  id: string;
  type: string;
  data: Record<string, unknown>;
  at: number;
}

/** node:http and not fetch: fetch replaces an aborted connection by a fresh one, for which a stopping server would wait. */
async function listen(url: string, cookie: string, lastEventId?: string): Promise<Heard[]> {
  const heard: Heard[] = [];
  const parser = createParser({
    onEvent: (event) =>
      heard.push({ id: event.id ?? '', type: event.event ?? '', data: JSON.parse(event.data), at: Date.now() }),
  });
  const request = get(url, {
    agent: false,
    headers: { cookie, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
  });
  request.on('error', () => undefined);
  streams.push(request);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => parser.feed(chunk));
  // A moment for the server to attach the stream after its headers.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return heard;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not happen within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const posted = (heard: Heard[]) => heard.filter((event) => event.type === 'conversations.message.posted');
const key = () => `key-${newId()}`;

it('both sides hear of each message within a second, each on another server, ids and numbers only; strangers and notes are not heard', async () => {
  const shopper = await one.shopper();
  const stranger = await one.shopper();
  const atShop = await listen(`${urls.one}/api/shop/live`, `tl_shop=${shopper.cookie}`);
  const atStranger = await listen(`${urls.one}/api/shop/live`, `tl_shop=${stranger.cookie}`);
  const atDesk = await listen(`${urls.two}/api/staff/live`, `role=agent; staff=${anna}`);
  const atFloor = await listen(`${urls.two}/api/staff/live`, `role=associate; staff=${newId()}`);

  const sentAt = Date.now();
  const message = await postShopperMessage(await shopper.ctx(one), { text: 'private words', clientKey: key() });
  await until(() => posted(atDesk).length === 1 && posted(atShop).length === 1);
  expect((posted(atDesk)[0]?.at ?? 0) - sentAt).toBeLessThan(1_000);
  expect(posted(atDesk)[0]?.data).toMatchObject({
    threadId: message.threadId,
    seq: 1,
    direction: 'in',
    kind: 'text',
    channel: 'chat',
  });

  const reply = { threadId: message.threadId, clientKey: key() };
  await postReply(two.staff(anna), { ...reply, text: 'a note', internal: true }, { sendAnswer: async () => undefined });
  await postReply(
    two.staff(anna),
    { ...reply, text: 'an answer', clientKey: key() },
    { sendAnswer: async () => undefined },
  );
  await until(() => posted(atShop).length === 2 && posted(atDesk).length === 3);
  expect(posted(atShop).map((event) => event.data.seq)).toEqual([1, 3]);
  expect(JSON.stringify([...atDesk, ...atShop])).not.toMatch(/private words|a note|an answer/);
  expect(atStranger).toEqual([]);
  expect(atFloor).toEqual([]);
});

it('a browser that was away hears what it missed when it comes back to the other server', async () => {
  const shopper = await one.shopper();
  const before = await listen(`${urls.one}/api/shop/live`, `tl_shop=${shopper.cookie}`);
  const { threadId } = await postShopperMessage(await shopper.ctx(one), { text: 'hello', clientKey: key() });
  await until(() => posted(before).length === 1);
  streams.at(-1)?.destroy();
  for (const text of ['one', 'two', 'three'])
    await postReply(one.staff(anna), { threadId, text, clientKey: key() }, { sendAnswer: async () => undefined });
  const desk = await listen(`${urls.two}/api/staff/live`, `role=agent; staff=${anna}`);
  await postReply(one.staff(anna), { threadId, text: 'four', clientKey: key() }, { sendAnswer: async () => undefined });
  await until(() => posted(desk).some((event) => event.data.seq === 5));
  const after = await listen(`${urls.two}/api/shop/live`, `tl_shop=${shopper.cookie}`, before.at(-1)?.id);
  await until(() => posted(after).length === 4);
  expect(posted(after).map((event) => event.data.seq)).toEqual([2, 3, 4, 5]);
});
