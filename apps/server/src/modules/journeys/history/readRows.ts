import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../../kernel/errors.ts';
import { linesOf } from './linesOf.ts';
import type { Mapping } from './mapping.ts';
import type { UploadFaultRule } from './uploadFault.ts';

export interface Row {
  /** As in the file, the head counted: what a person looks for. */
  line: number;
  cells: Record<string, unknown>;
}

const longestLine = 1_000_000;

/** Rows of a file, one at a time. Throws invalid_request with the line of a broken one; what is read from throws its own. */
export async function* readRows(file: Readable, mapping: Pick<Mapping, 'format' | 'delimiter'>): AsyncGenerator<Row> {
  const text = Readable.from(unpack(file), { objectMode: false });
  try {
    if (mapping.format === 'ndjson') yield* readJsonLines(text);
    else yield* readCsv(text, mapping.delimiter ?? ',');
  } finally {
    text.destroy();
  }
}

/** The bytes of a file, unpacked where it begins as gzip does: a header cannot be trusted, and a file has none. */
export async function* unpack(file: Readable): AsyncGenerator<Buffer> {
  const iterator = file[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const first = await iterator.next();
  async function* whole(): AsyncGenerator<Buffer> {
    if (!first.done) yield first.value;
    yield* iterator;
  }
  const source = Readable.from(whole(), { objectMode: false });
  try {
    if (first.done || first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* source;
    const gunzip = createGunzip();
    source.on('error', (error) => gunzip.destroy(error));
    yield* source.pipe(gunzip);
  } catch (error) {
    const isDamaged = String((error as { code?: unknown }).code).startsWith('Z_');
    throw isDamaged ? broken('not_unpacked', `The file could not be unpacked: ${(error as Error).message}.`) : error;
  } finally {
    // Whoever wanted the first rows only is not made to read the rest.
    source.destroy();
    file.destroy();
  }
}

async function* readCsv(text: Readable, delimiter: string): AsyncGenerator<Row> {
  const parser = text.pipe(
    parse({ delimiter, columns: true, bom: true, info: true, skip_empty_lines: true, max_record_size: longestLine }),
  );
  text.on('error', (error) => parser.destroy(error));
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number };
      record: Record<string, string>;
    }>)
      yield { line: info.lines, cells: record };
  } catch (error) {
    // Where a quote is wrong it says what stood there, too: that is somebody's, and the line is enough.
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    throw broken(
      'not_csv',
      `${error.message.replace(/,? value is .*$/s, '')}.`,
      typeof lines === 'number' ? lines : undefined,
    );
  }
}

async function* readJsonLines(text: Readable): AsyncGenerator<Row> {
  let line = 0;
  for await (const one of linesOf(text, longestLine, (at) =>
    broken('long_line', `Line ${at} is longer than a megabyte.`, at),
  )) {
    line += 1;
    if (one.trim() === '') continue;
    let cells: unknown;
    try {
      cells = JSON.parse(one);
    } catch {
      throw broken('not_json', `Line ${line} is no JSON object.`, line);
    }
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells))
      throw broken('not_json', `Line ${line} is no JSON object.`, line);
    yield { line, cells: cells as Record<string, unknown> };
  }
}

const broken = (rule: UploadFaultRule, what: string, line?: number) =>
  new AppError('invalid_request', {
    rule,
    line,
    detail: `${what} What was kept before it stays; put it right and run the import again.`,
  });
