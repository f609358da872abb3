import { expect, test } from 'vitest';
import { addConfirmed, type ChatMessage, countUnread, markSeen, mergeChat, noThread } from './mergeChat.ts';

const message = (seq: number, direction: 'in' | 'out' | 'system' = 'out'): ChatMessage => ({
  id: `${seq}`,
  seq,
  direction,
  kind: 'text',
  text: `${seq}`,
  data: {},
  author: { kind: direction === 'in' ? 'shopper' : 'staff', name: null },
  delivery: direction === 'out' ? 'sent' : null,
  sentAt: '2026-11-22T12:00:00Z',
});
const page = (seqs: number[], more: object = {}) => ({
  threadId: 't',
  restarted: false,
  messages: seqs.map((seq) => message(seq)),
  lastSeq: seqs.at(-1) ?? 0,
  hasMore: false,
  ...more,
});
const seqs = (thread: { messages: readonly ChatMessage[] }) => thread.messages.map((one) => one.seq);

test('messages stand by number, each once, however the answers overlap', () => {
  const one = mergeChat(mergeChat(noThread, page([1, 2, 3])), page([2, 3, 4]));
  expect([seqs(one), one.lastSeq]).toEqual([[1, 2, 3, 4], 4]);
});

test('after a sign-in the older conversation takes the place of this browser’s', () => {
  const one = mergeChat(mergeChat(noThread, page([1, 2])), page([7, 8], { threadId: 'older', restarted: true }));
  expect([one.threadId, seqs(one), one.lastSeq]).toEqual(['older', [7, 8], 8]);
});

test('a confirmed message never moves the mark over an answer that came between', () => {
  const one = addConfirmed(mergeChat(noThread, page([1])), message(3, 'in'));
  expect([seqs(one), one.lastSeq]).toEqual([[1, 3], 1]);
  const all = mergeChat(one, page([2, 3]));
  expect([seqs(all), all.lastSeq]).toEqual([[1, 2, 3], 3]);
});

test('only answers count as unread, until they were seen', () => {
  const one = mergeChat(
    noThread,
    page([], { messages: [message(1, 'in'), message(2), message(3, 'system'), message(4)] }),
  );
  expect(countUnread(one)).toBe(2);
  expect(countUnread(markSeen(one, 2))).toBe(1);
  expect(markSeen(markSeen(one, 4), 4)).toEqual(markSeen(one, 4));
});
