import { describe, expect, test } from 'vitest';
import { addUnsent, dropUnsent, flushUnsent, readUnsent, refuseUnsent, type Shelf, type Unsent } from './outbox.ts';

function shelf(kept?: string): Shelf {
  const items = new Map<string, string>(kept === undefined ? [] : [['tl_chat_unsent', kept]]);
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}
const message = (clientKey: string): Unsent => ({ clientKey, text: clientKey, at: '2026-11-22T12:00:00Z' });
const keys = (one: Shelf) => readUnsent(one).map((unsent) => unsent.clientKey);

describe('unsent messages', () => {
  test('are sent in the order they were written, and each leaves when it has arrived', async () => {
    const one = shelf();
    for (const key of ['a', 'b', 'c']) addUnsent(one, message(key));
    const sent: string[] = [];
    const again = await flushUnsent(one, async ({ clientKey }) => {
      sent.push(clientKey);
      return 'sent';
    });
    expect([sent, again, keys(one)]).toEqual([['a', 'b', 'c'], false, []]);
  });

  test('stay when the line is lost, and nothing written later overtakes them', async () => {
    const one = shelf();
    for (const key of ['a', 'b', 'c']) addUnsent(one, message(key));
    const again = await flushUnsent(one, async ({ clientKey }) => (clientKey === 'a' ? 'sent' : 'lost'));
    expect([again, keys(one)]).toEqual([true, ['b', 'c']]);
  });

  test('survive a reload under their keys, so that a repeat is known to the server', async () => {
    const before = shelf();
    addUnsent(before, message('a'));
    const after = shelf(before.getItem('tl_chat_unsent') ?? undefined);
    const asked: string[] = [];
    await flushUnsent(after, async ({ clientKey }) => {
      asked.push(clientKey);
      return 'sent';
    });
    expect(asked).toEqual(['a']);
  });

  test('that the server refuses hold up nobody, and wait for their writer', async () => {
    const one = shelf();
    for (const key of ['a', 'b']) addUnsent(one, message(key));
    expect(await flushUnsent(one, async ({ clientKey }) => (clientKey === 'a' ? 'refused' : 'sent'))).toBe(false);
    expect(readUnsent(one)).toEqual([{ ...message('a'), refused: true }]);
    refuseUnsent(one, 'a', false);
    expect(await flushUnsent(one, async () => 'lost')).toBe(true);
    dropUnsent(one, 'a');
    expect(readUnsent(one)).toEqual([]);
  });

  test('written while others are sent are kept', async () => {
    const one = shelf();
    addUnsent(one, message('a'));
    const again = await flushUnsent(one, async () => {
      addUnsent(one, message('b'));
      return 'sent';
    });
    expect([again, keys(one)]).toEqual([true, ['b']]);
  });

  test('that somebody else wrote there in another form are no messages', () => {
    expect(readUnsent(shelf('not json'))).toEqual([]);
    expect(readUnsent(shelf('[{"text":1},null,{"clientKey":"a","text":"b","at":"c"}]'))).toHaveLength(1);
  });
});
