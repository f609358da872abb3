import type { Readable } from 'node:stream';
import type { UsableEvent } from '../ingest/checkEvent.ts';
import { groupRows, type RowGroup } from './groupRows.ts';
import type { Mapping } from './mapping.ts';
import { readInstant } from './readInstant.ts';
import { type Row, readRows } from './readRows.ts';
import { type RowFault, rowsToEvent } from './rowsToEvents.ts';
import { usualRoom } from './sortEntries.ts';

/** Rows that were read, and those among them that stand in the events so far. */
export interface RowCount {
  rows: number;
  grouped: number;
}

/**
 * What a file says happened, one event or one fault after the other. The same file and mapping always give the same ones in the
 * same order, so that how many are done says where to go on.
 */
export async function* readEvents(
  file: Readable,
  mapping: Mapping,
  count: RowCount,
  signal?: AbortSignal,
): AsyncGenerator<UsableEvent | RowFault> {
  const timeOf = timesOf(mapping);
  for await (const group of groupsOf(counted(readRows(file, mapping), count), mapping, signal)) {
    count.grouped += group.length;
    yield rowsToEvent(mapping, group, timeOf);
  }
}

export function timesOf({ zone = 'UTC' }: Mapping): (text: string) => number | undefined {
  return (text) => readInstant(text, zone);
}

export async function* groupsOf(
  rows: AsyncIterable<Row>,
  mapping: Mapping,
  signal?: AbortSignal,
): AsyncGenerator<RowGroup> {
  if (mapping.lines) yield* groupRows(rows, mapping, { ...usualRoom, signal });
  else for await (const row of rows) yield [row];
}

async function* counted(rows: AsyncIterable<Row>, count: RowCount): AsyncGenerator<Row> {
  for await (const row of rows) {
    count.rows += 1;
    yield row;
  }
}
