import type { Mapping } from './mapping.ts';
import type { Row } from './readRows.ts';
import { eventKey } from './rowsToEvents.ts';
import { type Entry, type SortRoom, sortEntries, usualRoom } from './sortEntries.ts';

export type RowGroup = readonly [Row, ...Row[]];

/** Beyond it no event fits into its 32 KB, whatever its rows hold; so that one id for a whole file does not fill the memory. */
const mostRows = 16_384;
const mostCharacters = 16_000_000;

/**
 * Rows of one event together, wherever in the file they stand, in the order in which each event first came: sorted by what names
 * the event, brought together, and sorted back. Memory stays flat, however long the file is.
 */
export async function* groupRows(
  rows: AsyncIterable<Row>,
  mapping: Mapping,
  room: SortRoom = usualRoom,
): AsyncGenerator<RowGroup> {
  for await (const { text } of sortEntries(together(sortEntries(keyed(rows, mapping), room)), room))
    yield JSON.parse(text) as RowGroup;
}

async function* keyed(rows: AsyncIterable<Row>, mapping: Mapping): AsyncGenerator<Entry> {
  let n = 0;
  for await (const row of rows) {
    n += 1;
    yield { key: eventKey(mapping, row), n, text: JSON.stringify(row) };
  }
}

async function* together(sorted: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  let group: { key: string; n: number; rows: string[]; characters: number } | undefined;
  const ended = ({ n, rows }: { n: number; rows: string[] }): Entry => ({ key: '', n, text: `[${rows.join(',')}]` });
  for await (const { key, n, text } of sorted) {
    if (group?.key !== key) {
      if (group) yield ended(group);
      group = { key, n, rows: [], characters: 0 };
    }
    if (group.rows.length > mostRows || group.characters > mostCharacters) continue;
    group.rows.push(text);
    group.characters += text.length;
  }
  if (group) yield ended(group);
}
