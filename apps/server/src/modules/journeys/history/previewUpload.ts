import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { getRetailer } from '../../settings/index.ts';
import { maskEvent } from '../deadLetters/maskEvent.ts';
import { guessMapping } from './guessMapping.ts';
import { sampleOf } from './historyWorker.ts';
import type { Mapping } from './mapping.ts';
import { groupsOf, timesOf } from './readEvents.ts';
import { type Row, readRows, unpack } from './readRows.ts';
import { rowsToEvent } from './rowsToEvents.ts';
import { openFile } from './uploadFile.ts';
import { getUpload, wrongState } from './uploads.ts';

/** Enough to see a mapping at work; a wrong one fails on the first of them. */
const rowsLooked = 1_000;
const eventsShown = 20;
const faultsShown = 50;
const headBytes = 64 * 1024;

/** What the first rows of a file would become, by the mapping given or one guessed from its columns. Nothing is written. */
export async function previewUpload(
  ctx: Ctx,
  importId: string,
  given: Mapping | undefined,
): Promise<Refusal | Preview> {
  const found = await getUpload(ctx, importId);
  if (!found.is_file_kept || found.state === 'uploading') return wrongState(found.state);
  const form = given ?? (await readForm(ctx, importId));
  const columns: string[] = [];
  for await (const row of first(readRows(openFile(ctx, importId), form), 20))
    for (const column of Object.keys(row.cells)) if (!columns.includes(column)) columns.push(column);
  if (columns.length === 0) throw new AppError('invalid_request', { detail: 'There is no row in this file.' });
  const { zone } = await getRetailer(ctx);
  const mapping = given ?? guessMapping(columns, { name: found.file_name, ...form, zone });
  const preview: Preview = { columns, mapping: mapping ?? null, rows: 0, events: [], made: 0, faults: [], faulty: 0 };
  if (!mapping) return preview;
  const rows = counted(first(readRows(openFile(ctx, importId), mapping), rowsLooked), preview);
  for await (const group of groupsOf(rows, mapping)) {
    const event = rowsToEvent(mapping, group, timesOf(mapping));
    if ('key' in event) {
      preview.made += 1;
      if (preview.events.length < eventsShown) preview.events.push(shown(group[0].line, event.event));
    } else {
      preview.faulty += 1;
      if (preview.faults.length < faultsShown)
        preview.faults.push({ line: event.line, column: event.column, rule: event.rule, sample: sampleOf(event) });
    }
  }
  return preview;
}

export interface Preview {
  columns: string[];
  mapping: Record<string, unknown> | null;
  rows: number;
  made: number;
  events: { line: number; at: string; type: string; name: string | null; who: string; event: string }[];
  faulty: number;
  faults: { line: number; column: string; rule: string; sample: string }[];
}

function shown(line: number, event: Record<string, unknown>): Preview['events'][number] {
  const masked = maskEvent(event) as Record<string, unknown>;
  return {
    line,
    at: String(event.timestamp),
    type: String(event.type),
    name: event.event === undefined ? null : String(masked.event),
    who: String(masked.userId ?? masked.anonymousId),
    event: JSON.stringify(masked),
  };
}

/** JSON begins with a brace; what parts the cells of a table is what its head has most of. */
async function readForm(ctx: Ctx, importId: string): Promise<Pick<Mapping, 'format'> & { delimiter: string }> {
  let head = Buffer.alloc(0);
  for await (const chunk of unpack(openFile(ctx, importId))) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= headBytes) break;
  }
  const text = new TextDecoder().decode(head).trimStart();
  if (text.startsWith('{')) return { format: 'ndjson', delimiter: ',' };
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  const [best = ','] = [',', ';', '\t', '|'].sort((a, b) => line.split(b).length - line.split(a).length);
  return { format: 'csv', delimiter: best };
}

async function* first(rows: AsyncIterable<Row>, most: number): AsyncGenerator<Row> {
  let n = 0;
  for await (const row of rows) {
    yield row;
    n += 1;
    if (n >= most) return;
  }
}

async function* counted(rows: AsyncIterable<Row>, count: { rows: number }): AsyncGenerator<Row> {
  for await (const row of rows) {
    count.rows += 1;
    yield row;
  }
}
