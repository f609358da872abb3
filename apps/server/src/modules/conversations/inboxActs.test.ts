import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { type DeskServer, deskServer } from './deskServer.fixture.ts';
import { postShopperMessage } from './index.ts';

let server: DeskServer;
const anna = newId();
const piotr = newId();

beforeAll(async () => {
  server = await deskServer();
});
afterAll(() => server?.stop());

const call = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, role = 'agent') =>
  server.asStaff(anna, role, method, url, payload);
async function opened(text = 'hello') {
  const shopper = await server.shopper();
  const write = async (words: string) =>
    postShopperMessage(await shopper.ctx(), { text: words, clientKey: `key-${newId()}` });
  const { threadId } = await write(text);
  return { shopper, write, threadId, url: `/api/staff/threads/${threadId}` };
}
const idsIn = async (query: string): Promise<string[]> =>
  (await call('GET', `/api/staff/threads?limit=100&${query}`)).json().items.map((line: { id: string }) => line.id);

describe('a conversation that is put off', () => {
  it('is out of every list but its own, and counted there', async () => {
    const { threadId, url } = await opened();
    const before = (await call('GET', '/api/staff/threads/counts')).json();
    const until = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    expect((await call('POST', `${url}/snooze`, { until })).json().snoozedUntil).toBe(until);
    for (const view of ['all', 'waiting', 'unassigned']) expect(await idsIn(`view=${view}`)).not.toContain(threadId);
    expect(await idsIn('view=snoozed')).toContain(threadId);
    const after = (await call('GET', '/api/staff/threads/counts')).json();
    expect(after).toMatchObject({ snoozed: before.snoozed + 1, all: before.all - 1, waiting: before.waiting - 1 });
  });

  it('comes back by itself when its time is over', async () => {
    const { threadId, url } = await opened();
    await call('POST', `${url}/snooze`, { until: new Date(server.clock.now().getTime() + 60_000).toISOString() });
    server.clock.travel(61_000);
    expect(await idsIn('view=all')).toContain(threadId);
    expect(await idsIn('view=snoozed')).not.toContain(threadId);
  });

  it('comes back when the customer writes', async () => {
    const { threadId, url, write } = await opened();
    await call('POST', `${url}/snooze`, { until: new Date(server.clock.now().getTime() + 3_600_000).toISOString() });
    await write('Still there?');
    expect(await idsIn('view=waiting')).toContain(threadId);
    expect((await call('GET', url)).json().thread.snoozedUntil).toBeNull();
  });

  it('cannot be put off into the past', async () => {
    const { url } = await opened();
    const past = new Date(server.clock.now().getTime() - 1).toISOString();
    expect((await call('POST', `${url}/snooze`, { until: past })).statusCode).toBe(400);
  });
});

it('words are found in any list, also with signs that mean something to SQL', async () => {
  const { threadId, url } = await opened('The velvet is 100% worn off_');
  await call('POST', `${url}/close`, {});
  expect(await idsIn(`view=any&query=${encodeURIComponent('100% worn')}`)).toEqual([threadId]);
  expect(await idsIn(`view=all&query=${encodeURIComponent('100% worn')}`)).toEqual([]);
  expect(await idsIn(`view=any&query=${encodeURIComponent('100_ worn')}`)).toEqual([]);
});

it('handed over, the note stands in the conversation and no customer sees it', async () => {
  const { url, shopper } = await opened();
  await call('POST', `${url}/assign`, { staffId: piotr, note: 'She comes on Saturday.' });
  const page = (await call('GET', url)).json();
  expect(page.thread.assigneeId).toBe(piotr);
  expect(page.messages.at(-1)).toMatchObject({
    internal: true,
    text: 'She comes on Saturday.',
    data: { handedTo: piotr },
    author: { id: anna },
  });
  const seen = await shopper.call('GET', '/api/shop/chat');
  expect(seen.body).not.toContain('Saturday');
});

describe('macros', () => {
  const words = (text: string) => ({ en: text, pl: `${text} pl`, ru: `${text} ru` });

  it('a manager writes them, agents use them, and two changes at once do not overwrite each other', async () => {
    const body = { shortcut: 'held', title: words('Held'), text: words('Held until {until}') };
    expect((await call('POST', '/api/staff/macros', body)).statusCode).toBe(403);
    const made = (await call('POST', '/api/staff/macros', body, 'manager')).json();
    expect((await call('GET', '/api/staff/macros')).json().items).toEqual([made]);
    const changed = { ...body, text: words('Held in {store}'), version: made.version };
    expect((await call('PUT', `/api/staff/macros/${made.id}`, changed, 'manager')).statusCode).toBe(200);
    const late = await call('PUT', `/api/staff/macros/${made.id}`, { ...changed, text: words('late') }, 'manager');
    expect(late.json()).toMatchObject({ code: 'version_conflict' });
    expect((await call('GET', '/api/staff/macros')).json().items[0].text.en).toBe('Held in {store}');
  });

  it('no two have the same shortcut', async () => {
    const body = { shortcut: 'bye', title: words('Bye'), text: words('Bye') };
    await call('POST', '/api/staff/macros', body, 'manager');
    expect((await call('POST', '/api/staff/macros', body, 'manager')).json()).toMatchObject({ code: 'already_exists' });
  });
});
