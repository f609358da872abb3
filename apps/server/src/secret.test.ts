import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from './config.ts';
import { readOrMakeSecret } from './secret.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

test('the secret is made once, for its owner only, and is the same at every start', async () => {
  const dataDir = await folder();
  const secret = await readOrMakeSecret(dataDir);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await readOrMakeSecret(dataDir)).toBe(secret);
  expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['secret']);
  expect(await readOrMakeSecret(await folder())).not.toBe(secret);
});

test('of many first starts at once all read the same secret, whole', async () => {
  for (let round = 0; round < 20; round += 1) {
    const dataDir = await folder();
    const secrets = await Promise.all(Array.from({ length: 8 }, () => readOrMakeSecret(dataDir)));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['secret']);
  }
});

test('an empty or shortened secret is refused instead of signing with it', async () => {
  for (const text of ['', '\n', 'too short']) {
    const dataDir = await folder();
    await writeFile(join(dataDir, 'secret'), text);
    await expect(readOrMakeSecret(dataDir)).rejects.toThrow(ConfigError);
  }
});
