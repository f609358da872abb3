import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const program = resolve(import.meta.dirname, '../../../scripts/removeOldBuilds.mjs');
const { removeOldBuilds } = (await import(program)) as {
  removeOldBuilds(folder: string, files: readonly string[]): void;
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-build-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const left = async () => (await readdir(folder)).filter((name) => name !== 'builds').sort();

/** Written hours ago, and recorded as the build of that process if one is said. */
async function build(hoursAgo: number, files: string[], pid?: number): Promise<void> {
  const at = Date.now() - hoursAgo * 3_600_000;
  for (const file of files) {
    await writeFile(join(folder, file), file);
    await utimes(join(folder, file), new Date(at), new Date(at));
  }
  if (pid === undefined) return;
  await mkdir(join(folder, 'builds'), { recursive: true });
  await writeFile(join(folder, 'builds', `${at}-${pid}.json`), JSON.stringify(files));
}

/** A process that has ended: nobody has its number now. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

it('a new build removes what older ones left, and nothing of the one before it', async () => {
  const gone = await endedPid();
  await build(50, ['chunk-NOBODY.mjs', 'chunk-NOBODY.mjs.map']);
  await build(40, ['server.mjs', 'chunk-OLD.mjs', 'chunk-SHARED.mjs'], gone);
  await build(30, ['server.mjs', 'chunk-BEFORE.mjs', 'chunk-SHARED.mjs'], gone);
  await build(0, ['server.mjs', 'chunk-NEW.mjs', 'chunk-SHARED.mjs']);
  removeOldBuilds(folder, ['.build/server.mjs', '.build/chunk-NEW.mjs', '.build/chunk-SHARED.mjs']);
  expect(await left()).toEqual(['chunk-BEFORE.mjs', 'chunk-NEW.mjs', 'chunk-SHARED.mjs', 'server.mjs']);
});

it('a server that still runs finds the chunks that it has not needed yet', async () => {
  const gone = await endedPid();
  const running = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  await once(running, 'spawn');
  await build(90, ['chunk-RUNNING.mjs'], running.pid);
  for (const hours of [80, 70, 60]) await build(hours, [`chunk-${hours}.mjs`], gone);
  removeOldBuilds(folder, ['chunk-NEW.mjs']);
  expect(await left()).toEqual(['chunk-60.mjs', 'chunk-RUNNING.mjs']);
  running.kill('SIGKILL');
  await once(running, 'exit');
  removeOldBuilds(folder, ['chunk-NEW.mjs']);
  expect(await left()).toEqual([]);
});

it('what another process has just written stays, and so does what is not of the server', async () => {
  const gone = await endedPid();
  await build(0, ['chunk-JUSTNOW.mjs']);
  await build(90, ['screens.hash', 'tracker.js'], gone);
  await mkdir(join(folder, 'shop'));
  for (let n = 0; n < 3; n += 1) removeOldBuilds(folder, []);
  expect(await left()).toEqual(['chunk-JUSTNOW.mjs', 'screens.hash', 'shop', 'tracker.js']);
});
