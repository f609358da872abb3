import { expect, test } from 'vitest';
import { createEventReader, type ReadEvent } from './readEvents.ts';

const stream =
  ': hello\n\nid: 41\nevent: stock.changed\ndata: {"a":\ndata: 1}\n\n:\r\n\r\ndata: zażółć\r\rid: 42\r\nevent: resync\r\ndata:\r\n\r\n';
const events: ReadEvent[] = [
  { id: '41', type: 'stock.changed', data: '{"a":\n1}' },
  { id: '41', type: 'message', data: 'zażółć' },
  { id: '42', type: 'resync', data: '' },
];

test('events are the same however the line cuts them into pieces', () => {
  for (let size = 1; size <= stream.length; size += 1) {
    const read: ReadEvent[] = [];
    const feed = createEventReader((event) => read.push(event));
    for (let at = 0; at < stream.length; at += size) feed(stream.slice(at, at + size));
    expect(read, `in pieces of ${size}`).toEqual(events);
  }
});

test('what is not finished is not told', () => {
  const read: ReadEvent[] = [];
  const feed = createEventReader((event) => read.push(event));
  feed('id: 1\ndata: half');
  expect(read).toEqual([]);
  feed('\n\n');
  expect(read).toEqual([{ id: '1', type: 'message', data: 'half' }]);
});
