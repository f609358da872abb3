import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Erasure } from '../modules/customers/index.ts';

export const erasureListOf = (dataDir: string): string => join(dataDir, 'erasures.ndjson');

/** One line more; the same one twice does no harm. */
export async function noteErasure(path: string, erasure: Erasure): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await appendFile(path, `${JSON.stringify(erasure)}\n`, { mode: 0o600 });
}

/** Empty where there is none yet. A line that a crash cut off is left out: its erasure goes on by itself. */
export async function readErasures(path: string): Promise<Erasure[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as Erasure] : [];
    } catch {
      return [];
    }
  });
}
