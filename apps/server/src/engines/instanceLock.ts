import { createHash, randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engineError.ts';
import { makeDataDir } from './makeDataDir.ts';
import { identifyProcess } from './processIdentity.ts';

/** What a data folder says about the server that runs on it. */
interface InstanceRecord {
  pid: number;
  address: string | undefined;
  /** The process's start, so that a pid used again by another process is not taken for the server. */
  startedAt: string | undefined;
  /** Makes every record unique, so that the right to replace one record is not the right to replace the next. */
  nonce: string;
}

export interface InstanceLock {
  release(): Promise<void>;
  /** Tells the next starter where this one listens, once that is known. */
  update(address: string): Promise<void>;
}

/**
 * Takes the data folder for this process: one Throughline per data folder. The lock is `server.json`.
 *
 * A record whose process has died, or whose pid now belongs to another process, is taken over. Two starters may find
 * the same stale record at once; the right to replace a given record is itself a lock of this kind, named after that
 * record's content, so exactly one wins, and a winner killed half-way is followed by another.
 *
 * @throws EngineError when another live server holds the folder, naming its pid and address.
 */
export async function acquireInstanceLock(
  dataDir: string,
  { address }: { address?: string | undefined } = {},
): Promise<InstanceLock> {
  const path = join(await makeDataDir(dataDir), 'server.json');
  let mine = makeRecord(address);
  const holder = await take(path, mine, 0);
  if (holder !== undefined) throw new EngineError(describeHolder(holder));

  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      if ((await readText(path)) === mine) await rm(path, { force: true });
    },
    async update(newAddress) {
      if (released) return;
      const next = makeRecord(newAddress);
      await replace(path, next);
      mine = next;
    },
  };
}

/** @returns undefined when taken, else the live holder. */
async function take(path: string, mine: string, depth: number): Promise<InstanceRecord | undefined> {
  // Bounded: each round ends because somebody else made progress, and starters are few.
  for (let round = 0; round < 100; round += 1) {
    if (await createExclusively(path, mine)) return undefined;
    const found = await readText(path);
    if (found === undefined) continue;
    const holder = parseRecord(found);
    if (holder !== undefined && isHolding(holder)) {
      if (depth === 0) return holder;
      // Somebody is replacing the stale record right now; it takes a moment, then the record itself tells.
      await new Promise((resolve) => setTimeout(resolve, 10));
      return holder;
    }
    const rightPath = `${path}.${createHash('sha256').update(found).digest('hex').slice(0, 16)}`;
    if ((await take(rightPath, makeRecord(undefined), depth + 1)) !== undefined) continue;
    try {
      if ((await readText(path)) !== found) continue;
      await replace(path, mine);
      return undefined;
    } finally {
      await rm(rightPath, { force: true });
    }
  }
  throw new EngineError(`Too many starts at once are competing for ${path}. Start Throughline once more.`);
}

/** Creates the file with its whole content, or not at all: nobody can read it half-written. */
async function createExclusively(path: string, content: string): Promise<boolean> {
  const temporary = temporaryName(path);
  await writeFile(temporary, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function replace(path: string, content: string): Promise<void> {
  const temporary = temporaryName(path);
  await writeFile(temporary, content, { mode: 0o600, flag: 'wx' });
  await rename(temporary, path);
}

function makeRecord(address: string | undefined): string {
  const record: InstanceRecord = {
    pid: process.pid,
    address,
    startedAt: identifyProcess(process.pid),
    nonce: randomBytes(8).toString('hex'),
  };
  return `${JSON.stringify(record)}\n`;
}

function parseRecord(text: string): InstanceRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number')
      return undefined;
    return value as InstanceRecord;
  } catch {
    return undefined;
  }
}

function isHolding(record: InstanceRecord): boolean {
  const identity = identifyProcess(record.pid);
  return identity !== undefined && (record.startedAt === undefined || record.startedAt === identity);
}

function describeHolder(holder: InstanceRecord): string {
  const where = holder.address === undefined ? '' : `, ${holder.address}`;
  return `Throughline is already running here (pid ${holder.pid}${where}). Stop it first, or give this one another data folder.`;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function temporaryName(path: string): string {
  return `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
}
