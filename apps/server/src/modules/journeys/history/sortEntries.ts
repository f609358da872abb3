import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './linesOf.ts';

/** `key` and `text` are JSON, so that neither holds a line end or a tab. */
export interface Entry {
  key: string;
  n: number;
  text: string;
}

/** What is held in memory; everything beyond it waits in files. */
export interface SortRoom {
  entries: number;
  characters: number;
  /** Ends the work in the middle: sorting takes minutes. */
  signal?: AbortSignal | undefined;
}
export const usualRoom: SortRoom = { entries: 50_000, characters: 16_000_000 };

/** Files open at once; where there are more, they are merged into one. */
const runsAtMost = 32;
const entriesAWrite = 500;

const compare = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.n - b.n);

/**
 * Sorts by key, then number, more than fits into memory: sorted runs go into temporary files, which are then merged. The files
 * lose their names as soon as they are open, so that nothing of anybody is left, however the process ends.
 */
export async function* sortEntries(entries: AsyncIterable<Entry>, room: SortRoom): AsyncGenerator<Entry> {
  let runs: FileHandle[] = [];
  let held: Entry[] = [];
  let characters = 0;
  const spill = async () => {
    runs.push(await writeRun(held.sort(compare)));
    held = [];
    characters = 0;
    if (runs.length < runsAtMost) return;
    const merged = await writeRun(merge(runs.map(readRun)));
    await closeAll(runs);
    runs = [merged];
  };
  try {
    for await (const entry of entries) {
      room.signal?.throwIfAborted();
      held.push(entry);
      characters += entry.key.length + entry.text.length;
      if (held.length >= room.entries || characters >= room.characters) await spill();
    }
    held.sort(compare);
    if (runs.length === 0) yield* held;
    else yield* merge([...runs.map(readRun), held[Symbol.iterator]()]);
  } finally {
    await closeAll(runs);
  }
}

const closeAll = (runs: readonly FileHandle[]) => Promise.all(runs.map((run) => run.close()));

async function writeRun(entries: Iterable<Entry> | AsyncIterable<Entry>): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-sort-'));
  const file = await open(join(folder, 'run'), 'wx+', 0o600).finally(() =>
    rm(folder, { recursive: true, force: true }),
  );
  try {
    let lines: string[] = [];
    const write = async () => {
      await file.appendFile(lines.join(''));
      lines = [];
    };
    for await (const { key, n, text } of entries) {
      lines.push(`${key}\t${n}\t${text}\n`);
      if (lines.length >= entriesAWrite) await write();
    }
    await write();
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* readRun(file: FileHandle): AsyncGenerator<Entry> {
  const bytes = file.createReadStream({ start: 0, autoClose: false });
  for await (const line of linesOf(bytes, Number.POSITIVE_INFINITY, () => new Error('unreachable'))) {
    const keyEnds = line.indexOf('\t');
    const numberEnds = line.indexOf('\t', keyEnds + 1);
    yield {
      key: line.slice(0, keyEnds),
      n: Number(line.slice(keyEnds + 1, numberEnds)),
      text: line.slice(numberEnds + 1),
    };
  }
}

type Run = AsyncIterator<Entry> | Iterator<Entry>;

async function* merge(runs: readonly Run[]): AsyncGenerator<Entry> {
  const heads: { run: Run; entry: Entry }[] = [];
  for (const run of runs) {
    const first = await run.next();
    if (!first.done) heads.push({ run, entry: first.value });
  }
  while (heads.length > 0) {
    let least = heads[0] as { run: Run; entry: Entry };
    for (const head of heads) if (compare(head.entry, least.entry) < 0) least = head;
    yield least.entry;
    const next = await least.run.next();
    if (next.done) heads.splice(heads.indexOf(least), 1);
    else least.entry = next.value;
  }
}
