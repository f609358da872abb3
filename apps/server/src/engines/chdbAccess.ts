import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from './durableFile.ts';

const pathIn = (dataDir: string) => join(dataDir, 'clickhouse-access.json');

/** Where the running child answers, mode 0600, for commands beside the server (a backup). */
export async function saveChdbAccess(dataDir: string, url: string): Promise<void> {
  await writeFileDurably(pathIn(dataDir), `${JSON.stringify({ url })}\n`);
}

export async function forgetChdbAccess(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true }).catch(() => undefined);
}

export async function readChdbAccess(dataDir: string): Promise<string | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(pathIn(dataDir), 'utf8'));
    const url = (value as { url?: unknown } | null)?.url;
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}
