import { describe, expect, it } from 'vitest';
import { type Deed, runDeeds } from './runDeeds.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));

function deedsFor(count: number, keyOf: (n: number) => string[], notes: string[]): Deed[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `deed-${String(n).padStart(3, '0')}`,
    at: new Date(1_000_000 + n * 1000),
    keys: keyOf(n),
    run: async () => {
      notes.push(`begin ${n}`);
      await pause();
      notes.push(`end ${n}`);
    },
  }));
}

describe('deeds of the history', () => {
  it('that touch the same thing never overlap and keep the order of time', async () => {
    const notes: string[] = [];
    await runDeeds(deedsFor(60, (n) => [`a${n % 3}`, `b${n % 7}`], notes).reverse(), 5, () => undefined);
    expect(notes).toHaveLength(120);
    for (let n = 0; n < 60; n += 1) {
      for (let later = n + 1; later < 60; later += 1) {
        if (n % 3 !== later % 3 && n % 7 !== later % 7) continue;
        expect(notes.indexOf(`end ${n}`)).toBeLessThan(notes.indexOf(`begin ${later}`));
      }
    }
  });

  it('run at once as far as they may, and no further', async () => {
    let running = 0;
    let most = 0;
    const deeds = deedsFor(20, () => [], []).map((deed) => ({
      ...deed,
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await pause();
        running -= 1;
      },
    }));
    await runDeeds(deeds, 4, () => undefined);
    expect(most).toBe(4);
  });

  it('that must be alone are', async () => {
    const notes: string[] = [];
    const deeds = deedsFor(20, () => [], notes).map((deed, n) => (n === 10 ? { ...deed, alone: true } : deed));
    await runDeeds(deeds, 6, () => undefined);
    const at = notes.indexOf('begin 10');
    expect(notes[at + 1]).toBe('end 10');
    expect(notes.slice(0, at).filter((note) => note.startsWith('end'))).toHaveLength(10);
  });

  it('end at the first failure, which is told', async () => {
    const notes: string[] = [];
    const deeds = deedsFor(30, () => ['one'], notes).map((deed, n) =>
      n === 4 ? { ...deed, run: async () => Promise.reject(new Error('no stock')) } : deed,
    );
    await expect(runDeeds(deeds, 3, () => undefined)).rejects.toThrow('no stock');
    expect(notes).not.toContain('begin 5');
    expect(notes).toContain('end 3');
  });
});
