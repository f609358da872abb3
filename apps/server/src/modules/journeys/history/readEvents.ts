import type { Readable } from 'node:stream';
import type { UsableEvent } from '../ingest/checkEvent.ts';
import { groupRows } from './groupRows.ts';
import type { Mapping } from './mapping.ts';
import { readInstant } from './readInstant.ts';
import { type Row, readRows } from './readRows.ts';
import { type RowFault, rowsToEvent } from './rowsToEvents.ts';

/**
 * What a file says happened, one event or one fault after the other. The same file and mapping always give the same ones in the
 * same order, so that how many are done says where to go on. `onRow` is called for each row that was read.
 */
export async function* readEvents(
  file: Readable,
  mapping: Mapping,
  onRow: () => void = () => undefined,
): AsyncGenerator<UsableEvent | RowFault> {
  const zone = mapping.zone ?? 'UTC';
  const timeOf = (text: string) => readInstant(text, zone);
  const rows = counted(readRows(file, mapping), onRow);
  if (mapping.lines) for await (const group of groupRows(rows, mapping)) yield rowsToEvent(mapping, group, timeOf);
  else for await (const row of rows) yield rowsToEvent(mapping, [row], timeOf);
}

async function* counted(rows: AsyncIterable<Row>, onRow: () => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    onRow();
    yield row;
  }
}
