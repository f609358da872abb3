import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

/**
 * The key that signs cookies and links; made once and kept beside the data, so that sign-ins survive a restart.
 *
 * @throws ConfigError when the one that is kept is too short to be a secret, as after a full disk
 */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  const known = await readText(path);
  if (known !== undefined) return checked(known, path);
  // Written aside and linked, so that of two first starts one makes it and the other never reads half of it.
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(aside, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    await link(aside, path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return checked(await readFile(path, 'utf8'), path);
}

function checked(text: string, path: string): string {
  const secret = text.trim();
  if (secret.length >= 32) return secret;
  throw new ConfigError(
    `${path} holds no secret of 32 characters or more. Put it back from a backup, or remove it: a new one is made, and everybody signs in again.`,
  );
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}
