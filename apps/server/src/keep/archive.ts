import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { LineCounter } from './lineCounter.ts';
import type { Progress } from './progress.ts';
import { KeepError, type Shape, type Source } from './source.ts';

/** One file of a backup: gzip of lines. */
interface KeptFile {
  file: string;
  lines: number;
  /** Of the compressed file. */
  bytes: number;
  sha256: string;
}

interface Manifest {
  format: 1;
  shape: Shape;
  /** By name of table. */
  tables: Record<string, KeptFile>;
  /** By name of analytics table; null where there was no analytics engine. */
  analytics: Record<string, KeptFile> | null;
  /** Signs cookies and links; null where it is configured from outside. */
  secret: string | null;
}

export interface Contents {
  source: Source;
  /** Lines of JSON, one a row, by analytics table. */
  analytics: ReadonlyMap<string, () => Promise<Readable>> | undefined;
  secret: string | undefined;
}

/**
 * Writes a backup: a folder of one compressed file a table and a manifest that names them all. The folder gets its name
 * when it is complete, so half a backup is never taken for one. Readable by its owner only: it holds everything.
 *
 * @returns lines and bytes written
 */
export async function writeArchive(folder: string, contents: Contents, progress: Progress) {
  const final = resolve(folder);
  if (await stat(final).catch(() => undefined))
    throw new KeepError(`${final} exists already; a backup is never written over. Name another folder.`);
  const partial = `${final}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 });
  const { shape } = contents.source;
  const manifest: Manifest = { format: 1, shape, tables: {}, analytics: null, secret: contents.secret ?? null };
  for (const [index, table] of shape.tables.entries()) {
    progress.say(`table ${index + 1} of ${shape.tables.length}: ${table.name}`);
    const file = `tables/${table.name.replaceAll('"', '')}.copy.gz`;
    manifest.tables[table.name] = await writeFileOf(partial, file, await contents.source.rowsOf(table), progress);
  }
  if (contents.analytics) {
    await mkdir(join(partial, 'analytics'), { mode: 0o700 });
    manifest.analytics = {};
    for (const [table, open] of contents.analytics) {
      progress.say(`analytics: ${table}`);
      manifest.analytics[table] = await writeFileOf(partial, `analytics/${table}.jsonl.gz`, await open(), progress);
    }
  }
  await writeFile(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  await rename(partial, final);
  const files = [...Object.values(manifest.tables), ...Object.values(manifest.analytics ?? {})];
  return {
    folder: final,
    tables: Object.keys(manifest.tables).length,
    rows: files.reduce((sum, file) => sum + file.lines, 0),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}

async function writeFileOf(folder: string, file: string, rows: Readable, progress: Progress): Promise<KeptFile> {
  const counter = new LineCounter((bytes) => progress.add(bytes));
  const seal = new Seal();
  await pipeline(
    rows,
    counter,
    createGzip({ level: 6 }),
    seal,
    createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
  );
  return { file, lines: counter.lines, bytes: seal.bytes, sha256: seal.digest() };
}

class Seal extends Transform {
  bytes = 0;
  readonly #hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * Opens a backup and holds every file against its seal, so that a damaged one is refused before anything is touched.
 *
 * @throws KeepError
 */
export async function openArchive(folder: string, progress: Progress): Promise<Contents> {
  const root = resolve(folder);
  const text = await readFile(join(root, 'manifest.json'), 'utf8').catch(() => {
    throw new KeepError(
      `${root} is no backup: it has no manifest.json. A folder named .partial is one that was broken off.`,
    );
  });
  const manifest = parseManifest(text, root);
  for (const one of [...Object.values(manifest.tables), ...Object.values(manifest.analytics ?? {})]) {
    progress.say(`reading ${one.file}`);
    const seal = new Seal();
    await pipeline(createReadStream(join(root, one.file)), seal, async (rest) => {
      for await (const chunk of rest) progress.add((chunk as Buffer).length);
    }).catch((error: unknown) => {
      throw new KeepError(`${one.file} of the backup cannot be read (${String(error)}). Use another backup.`);
    });
    if (seal.digest() !== one.sha256)
      throw new KeepError(
        `${one.file} of the backup was changed or is damaged. Nothing was restored; use another backup.`,
      );
  }
  const linesOf = (one: KeptFile | undefined): Readable => {
    const out = new PassThrough();
    if (!one) out.end();
    else
      pipeline(createReadStream(join(root, one.file)), createGunzip(), out).catch((error: unknown) =>
        out.destroy(error as Error),
      );
    return out;
  };
  return {
    source: {
      shape: manifest.shape,
      rowsOf: async (table) => linesOf(manifest.tables[table.name]),
      close: async () => undefined,
    },
    analytics:
      manifest.analytics === null
        ? undefined
        : new Map(Object.entries(manifest.analytics).map(([table, one]) => [table, async () => linesOf(one)])),
    secret: manifest.secret ?? undefined,
  };
}

function parseManifest(text: string, root: string): Manifest {
  let manifest: Partial<Manifest> | undefined;
  try {
    manifest = JSON.parse(text) as Partial<Manifest>;
  } catch {
    manifest = undefined;
  }
  if (manifest?.format === 1 && manifest.shape && manifest.tables) return manifest as Manifest;
  throw new KeepError(`The manifest of ${root} cannot be understood. It may be of a newer version, or damaged.`);
}
