import { spawn } from 'node:child_process';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ensureLibraryLinks } from './libraryLinks.ts';
import { runToEnd } from './runToEnd.ts';
import { copyPostgresPackage, libraryLinksOf, temporaryFolder } from './testing/copyPackage.ts';

async function runsPostgres(nativeDir: string): Promise<boolean> {
  const result = await runToEnd(() => spawn(join(nativeDir, 'bin', 'postgres'), ['--version'], { env: {} }), 10_000);
  return result.code === 0;
}

describe.skipIf(process.platform !== 'linux')('after npm ci --ignore-scripts', () => {
  test('the package does not run before its library links are made, and runs after', async () => {
    const folder = await temporaryFolder(0o755);
    const nativeDir = await copyPostgresPackage(join(folder, 'package'));
    expect(await runsPostgres(nativeDir)).toBe(false);

    expect(await ensureLibraryLinks(nativeDir, join(folder, 'libraries'))).toBeUndefined();
    expect(await runsPostgres(nativeDir)).toBe(true);
    for (const link of await libraryLinksOf(dirname(nativeDir))) {
      expect((await lstat(join(dirname(nativeDir), link.target))).isSymbolicLink()).toBe(true);
    }
  });

  test('making them again, or twice at once, changes nothing', async () => {
    const folder = await temporaryFolder(0o755);
    const nativeDir = await copyPostgresPackage(join(folder, 'package'));
    await Promise.all([1, 2, 3].map(() => ensureLibraryLinks(nativeDir, join(folder, 'libraries'))));
    const after = await readdir(join(nativeDir, 'lib'));
    await ensureLibraryLinks(nativeDir, join(folder, 'libraries'));
    expect(await readdir(join(nativeDir, 'lib'))).toEqual(after);
    expect(await readdir(folder)).toEqual(['package']);
  });
});
