import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';

/** Whoever keeps more in one file splits it; and a small file that unpacks to more is no list of customers. */
const unpackedAtMost = 400 * 1024 * 1024;
const longestRow = 1_000_000;
const headBytes = 256 * 1024;

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251'] as const;
export type Encoding = (typeof encodings)[number];

export interface FileForm {
  encoding: Encoding;
  delimiter: string;
}

export interface FileRow {
  /** As in the file, the head counted: what a person looks for. */
  line: number;
  cells: string[];
}

const broken = (detail: string) => new AppError('invalid_request', { detail });

/** The file as it was sent, a part in memory at a time. */
async function* partsOf(ctx: Ctx, importId: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n += 1) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from customers.import_part where import_id = ${importId} and n = ${n}`.execute(ctx.db);
    const [part] = rows;
    if (!part) return;
    yield part.bytes;
  }
}

/** The bytes of the file, unpacked where it begins as gzip does. Throws invalid_request for what cannot be unpacked. */
async function* bytesOf(ctx: Ctx, importId: string): AsyncGenerator<Buffer> {
  const parts = partsOf(ctx, importId);
  const first = await parts.next();
  if (first.done) return;
  async function* all(): AsyncGenerator<Buffer> {
    yield first.value as Buffer;
    yield* parts;
  }
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isPacked) return yield* all();
  const unpack = createGunzip();
  const source = Readable.from(all());
  source.on('error', (error) => unpack.destroy(error));
  let length = 0;
  try {
    for await (const chunk of source.pipe(unpack) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > unpackedAtMost) throw broken('Unpacked, this file is larger than 400 MB; send it in parts.');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw broken('The packed file is damaged or was cut off; nothing was taken from it.');
  } finally {
    source.destroy();
  }
}

/** Reads the whole file once, to know its letters and what parts its cells. */
export async function readForm(ctx: Ctx, importId: string): Promise<FileForm> {
  const heads: Buffer[] = [];
  let headLength = 0;
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const chunk of bytesOf(ctx, importId)) {
    if (headLength < headBytes) {
      heads.push(chunk);
      headLength += chunk.length;
    }
    try {
      if (isUtf8) strict.decode(chunk, { stream: true });
    } catch {
      isUtf8 = false;
    }
    if (!isUtf8 && headLength >= headBytes) break;
  }
  const head = Buffer.concat(heads);
  if (head.length === 0) throw broken('The file is empty.');
  const encoding = encodingOf(head, isUtf8);
  const text = new TextDecoder(encoding).decode(head);
  if (text.includes('\0')) throw broken('This is no text; save the table as CSV first.');
  return { encoding, delimiter: delimiterOf(text) };
}

/** By its mark; else UTF-8 where all of it is; else what Windows wrote: in Cyrillic whole words lie above the ASCII letters. */
export function encodingOf(head: Buffer, isUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4_000);
  const zeros = [...sample].flatMap((byte, at) => (byte === 0 ? [at % 2] : []));
  const odd = zeros.filter((side) => side === 1).length;
  const even = zeros.length - odd;
  if (odd > sample.length / 8 && even === 0) return 'utf-16le';
  if (even > sample.length / 8 && odd === 0) return 'utf-16be';
  if (isUtf8) return 'utf-8';
  return /[\xC0-\xFF]{4}/.test(head.toString('latin1')) ? 'windows-1251' : 'windows-1250';
}

/** What parts the cells of the head, quoted text left out; `sep=;` is a spreadsheet's word about it, and no row. */
export function delimiterOf(text: string): string {
  const said = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(text);
  if (said?.[1]) return said[1];
  let isQuoted = false;
  const counts = new Map([',', ';', '\t', '|'].map((sign) => [sign, 0]));
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break;
    else if (!isQuoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : ',';
}

/** The rows of the file, its head first, one at a time. Throws invalid_request with the line where it cannot be read. */
export async function* readRows(ctx: Ctx, importId: string, form: FileForm): AsyncGenerator<FileRow> {
  async function* texts(): AsyncGenerator<string> {
    const decoder = new TextDecoder(form.encoding);
    for await (const chunk of bytesOf(ctx, importId)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }
  const source = Readable.from(texts());
  const parser = source.pipe(
    parse({
      delimiter: form.delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    }),
  );
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      // `sep=;` is a spreadsheet's word to itself, and stands before the head.
      if (record.every((cell) => cell.trim() === '') || (info.lines === 1 && /^\uFEFF?sep=/i.test(record[0] ?? '')))
        continue;
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof CsvError) throw broken(`${error.message}. Put it right in the file and send it again.`);
    throw error;
  } finally {
    source.destroy();
  }
}
