import { describe, expect, it } from 'vitest';
import { takeTurns } from './takeTurns.ts';

describe('turns', () => {
  it('are taken in their order, whoever comes first', async () => {
    const turns = takeTurns(['a', 'b', 'c']);
    const passed: string[] = [];
    const take = (name: string) => turns.take(name, async () => void passed.push(name));
    await Promise.all([take('c'), take('b'), take('a')]);
    expect(passed).toEqual(['a', 'b', 'c']);
  });

  it('make nobody wait for one who failed or never came', async () => {
    const turns = takeTurns(['a', 'b', 'c']);
    turns.pass('a');
    await expect(turns.take('b', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.take('c', async () => 'came')).resolves.toBe('came');
    await expect(turns.take('somebody else', async () => 'too')).resolves.toBe('too');
  });
});
