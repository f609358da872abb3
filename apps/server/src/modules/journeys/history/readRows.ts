import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../../kernel/errors.ts';
import type { Mapping } from './mapping.ts';

export interface Row {
  /** As in the file, the head counted: what a person looks for. */
  line: number;
  cells: Record<string, unknown>;
}

const longestLine = 1_000_000;

/** Rows of a file, one at a time, unpacked where it begins as gzip does. Throws invalid_request with the line of a broken row. */
export async function* readRows(file: Readable, mapping: Pick<Mapping, 'format' | 'delimiter'>): AsyncGenerator<Row> {
  const text = await unpacked(file);
  if (mapping.format === 'ndjson') yield* readJsonLines(text);
  else yield* readCsv(text, mapping.delimiter ?? ',');
}

/** A header cannot be trusted, and a file has none: its first two bytes decide. */
async function unpacked(file: Readable): Promise<Readable> {
  const iterator = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await iterator.next();
  const head = first.done ? Buffer.alloc(0) : Buffer.from(first.value);
  const whole = new PassThrough();
  void (async () => {
    try {
      if (head.length > 0 && !whole.write(head)) await drained(whole);
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        if (!whole.write(next.value)) await drained(whole);
      whole.end();
    } catch (error) {
      whole.destroy(error as Error);
    }
  })();
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  const gunzip = createGunzip();
  whole.on('error', (error) => gunzip.destroy(error));
  return whole.pipe(gunzip);
}

const drained = (stream: PassThrough) =>
  new Promise<void>((resolve) => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });

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
    throw broken(error instanceof CsvError ? error.message : unpackingFault(error));
  }
}

async function* readJsonLines(text: Readable): AsyncGenerator<Row> {
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  let fault: unknown;
  text.on('error', (error) => {
    fault = error;
    lines.close();
  });
  let line = 0;
  for await (const one of lines) {
    line += 1;
    if (one.trim() === '') continue;
    let cells: unknown;
    try {
      cells = JSON.parse(line === 1 ? one.replace(/^\uFEFF/, '') : one);
    } catch {
      throw broken(`Line ${line} is no JSON object.`);
    }
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells))
      throw broken(`Line ${line} is no JSON object.`);
    yield { line, cells: cells as Record<string, unknown> };
  }
  if (fault) throw broken(unpackingFault(fault));
}

const unpackingFault = (error: unknown) => `The file could not be read: ${(error as Error).message}.`;

const broken = (what: string) =>
  new AppError('invalid_request', {
    detail: `${what} What came before it is kept; put it right and run the import again.`,
  });
