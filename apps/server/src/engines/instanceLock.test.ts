import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EngineError } from './engineError.ts';
import { acquireInstanceLock } from './instanceLock.ts';
import { identifyProcess } from './processIdentity.ts';
import { spawnEngines, temporaryDataDir } from './testing/engineProcess.ts';

/** A pid that no process has: the kernel's default maximum is 4,194,304. */
const NOBODYS_PID = 4_190_001;

describe('one Throughline per data folder', () => {
  test('a second start is refused with the pid and the address of the first', async () => {
    const dataDir = await temporaryDataDir();
    const first = spawnEngines({ dataDir });
    const { pid } = await first.report;

    await expect(acquireInstanceLock(dataDir)).rejects.toThrow(EngineError);
    await expect(acquireInstanceLock(dataDir)).rejects.toThrow(
      `Throughline is already running here (pid ${pid}, http://localhost:4000).`,
    );
  });

  test('the address that becomes known after the start is what the second start names', async () => {
    const dataDir = await temporaryDataDir();
    const lock = await acquireInstanceLock(dataDir);
    await lock.update('http://localhost:4321');
    await expect(acquireInstanceLock(dataDir)).rejects.toThrow(`(pid ${process.pid}, http://localhost:4321)`);
    await lock.release();
  });

  test('a start after an orderly stop, and one after kill -9, both succeed', async () => {
    const dataDir = await temporaryDataDir();
    const stopped = spawnEngines({ dataDir });
    await stopped.report;
    await stopped.kill('SIGTERM');
    const killed = spawnEngines({ dataDir });
    expect((await killed.report).error).toBeUndefined();
    await killed.kill('SIGKILL');
    const next = spawnEngines({ dataDir });
    expect((await next.report).error).toBeUndefined();
  });

  test('a record whose pid now belongs to another process is taken over', async () => {
    const dataDir = await temporaryDataDir();
    const path = join(dataDir, 'server.json');
    // This very process lives, but it did not start then.
    await writeFile(path, JSON.stringify({ pid: process.pid, startedAt: 'another boot:1', nonce: 'a' }));
    const lock = await acquireInstanceLock(dataDir, { address: 'http://localhost:1' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      pid: process.pid,
      startedAt: identifyProcess(process.pid),
      address: 'http://localhost:1',
    });
    await lock.release();
  });

  test('a record cut short by a full disk is taken over', async () => {
    const dataDir = await temporaryDataDir();
    await writeFile(join(dataDir, 'server.json'), '{"pid":12');
    await (await acquireInstanceLock(dataDir)).release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('of many starts at once on a stale record exactly one wins', async () => {
    for (let round = 0; round < 30; round += 1) {
      const dataDir = await temporaryDataDir();
      await writeFile(
        join(dataDir, 'server.json'),
        JSON.stringify({ pid: NOBODYS_PID, startedAt: 'x', nonce: 'stale' }),
      );
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => acquireInstanceLock(dataDir)));
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
      for (const reason of reasons) expect(reason).toContain('already running here');
      expect(await readdir(dataDir)).toEqual(['server.json']);
    }
  });

  test('of many processes at once exactly one wins, also when a take-over was killed half-way', async () => {
    const dataDir = await temporaryDataDir();
    const stale = JSON.stringify({ pid: NOBODYS_PID, startedAt: 'x', nonce: 'stale' });
    await writeFile(join(dataDir, 'server.json'), stale);
    const { createHash } = await import('node:crypto');
    const right = `server.json.${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`;
    await writeFile(join(dataDir, right), JSON.stringify({ pid: NOBODYS_PID, startedAt: 'y', nonce: 'half-way' }));
    const reports = await Promise.all(Array.from({ length: 5 }, () => spawnEngines({ dataDir }).report));
    expect(reports.filter((report) => report.error === undefined)).toHaveLength(1);
  });

  test('releasing twice, or after another took over, removes nothing of the other', async () => {
    const dataDir = await temporaryDataDir();
    const lock = await acquireInstanceLock(dataDir);
    const path = join(dataDir, 'server.json');
    await writeFile(path, 'another');
    await lock.release();
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe('another');
  });

  test('the record can be read by its owner only', async () => {
    const dataDir = await temporaryDataDir();
    const lock = await acquireInstanceLock(dataDir);
    expect((await stat(join(dataDir, 'server.json'))).mode & 0o777).toBe(0o600);
    await lock.release();
  });
});
