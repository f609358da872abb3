import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { LiveMessage } from '../../kernel/live.ts';
import { type DeskServer, deskServer, type Shopper } from './deskServer.fixture.ts';
import { postShopperMessage } from './index.ts';

let one: DeskServer;
let two: DeskServer;
const anna = newId();
const piotr = newId();

beforeAll(async () => {
  one = await deskServer();
  two = await deskServer({ sharing: one });
  await one.live.start();
  await two.live.start();
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

/** What somebody's browser hears on a server. */
async function listen(server: DeskServer, actor: Actor): Promise<LiveMessage[]> {
  const heard: LiveMessage[] = [];
  await server.live.attach(
    { actor: () => actor, admit: async () => actor, send: (message) => heard.push(message), close: () => undefined },
    undefined,
  );
  return heard;
}
const colleague = (staffId: string): Actor => ({
  kind: 'staff',
  sessionId: '',
  staffId,
  role: 'agent',
  locationIds: 'all',
});
const moments = (heard: LiveMessage[], type: string) => heard.filter((message) => message.type === type);
async function until(done: () => boolean): Promise<void> {
  for (let round = 0; round < 100 && !done(); round += 1) await new Promise((resolve) => setTimeout(resolve, 20));
}
async function opened(): Promise<{ shopper: Shopper; threadId: string; url: string }> {
  const shopper = await one.shopper();
  const { threadId } = await postShopperMessage(await shopper.ctx(), { text: 'hello', clientKey: `key-${newId()}` });
  return { shopper, threadId, url: `/api/staff/threads/${threadId}` };
}

it('a colleague on another server sees at once who looks at a conversation and who types in it', async () => {
  const { url, threadId } = await opened();
  const heard = await listen(two, colleague(piotr));
  for (const doing of ['looking', 'writing', 'gone']) {
    const said = await one.asStaff(anna, 'agent', 'PUT', `${url}/presence`, { doing });
    expect(said.statusCode).toBe(204);
  }
  const type = 'conversations.presence.changed';
  await until(() => moments(heard, type).length >= 3);
  expect(moments(heard, type).map((moment) => [moment.id, moment.data.doing, moment.data.personId])).toEqual([
    [undefined, 'looking', anna],
    [undefined, 'writing', anna],
    [undefined, 'gone', anna],
  ]);
  expect(moments(heard, type).every((moment) => moment.data.threadId === threadId)).toBe(true);
});

it('who opens the conversation later reads who is in it, until that is forgotten', async () => {
  const { url } = await opened();
  await one.asStaff(anna, 'agent', 'PUT', `${url}/presence`, { doing: 'noting' });
  const seen = (await two.asStaff(piotr, 'agent', 'GET', url)).json();
  expect(seen.present).toMatchObject([{ who: 'staff', personId: anna, doing: 'noting' }]);
  expect(seen.present[0].name).toContain('Colleague');
  one.clock.travel(60_000);
  expect((await one.asStaff(piotr, 'agent', 'GET', url)).json().present).toEqual([]);
});

it('the shopper hears that an answer is typed, never of a note, and no id of anyone', async () => {
  const { shopper, url } = await opened();
  const stranger = await one.shopper();
  const [own, other] = [
    await listen(two, (await shopper.ctx()).actor),
    await listen(two, (await stranger.ctx()).actor),
  ];
  await one.asStaff(anna, 'agent', 'PUT', `${url}/presence`, { doing: 'noting' });
  await one.asStaff(anna, 'agent', 'PUT', `${url}/presence`, { doing: 'writing' });
  const type = 'conversations.answer.typing';
  await until(() => moments(own, type).length > 0);
  expect(moments(own, type)).toHaveLength(1);
  expect(JSON.stringify(own)).not.toContain(anna);
  expect(moments(own, 'conversations.presence.changed')).toEqual([]);
  expect(moments(other, type)).toEqual([]);
});

it('the desk hears that the shopper types, and not what', async () => {
  const { shopper, threadId } = await opened();
  const heard = await listen(one, colleague(anna));
  expect((await shopper.call('POST', '/api/shop/chat/typing', { typing: true })).statusCode).toBe(204);
  const type = 'conversations.presence.changed';
  await until(() => moments(heard, type).length > 0);
  expect(moments(heard, type)[0]?.data).toMatchObject({ threadId, who: 'shopper', doing: 'writing', name: null });
  expect((await one.asStaff(anna, 'agent', 'GET', `/api/staff/threads/${threadId}`)).json().present).toMatchObject([
    { who: 'shopper', doing: 'writing' },
  ]);
});
