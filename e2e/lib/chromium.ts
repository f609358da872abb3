import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

let path: Promise<string> | undefined;

/**
 * The browser from npm. It unpacks itself into the temporary folder with rights for its user alone and takes what it
 * finds there, so every user has a folder of their own. Asked for twice at once it is unpacked once: two would each put
 * the other's folder back, and leave this process with a temporary folder that only one user may enter.
 *
 * @returns the path of the program
 */
export function chromiumPath(): Promise<string> {
  path ??= unpack();
  return path;
}

async function unpack(): Promise<string> {
  const folder = join(tmpdir(), `throughline-chromium-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
