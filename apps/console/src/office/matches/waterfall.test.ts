import { expect, it } from 'vitest';
import { runOf } from './waterfall.ts';

it('each bar begins where the one before ended, and all fit', () => {
  const { zero, parts, total } = runOf([-10, 20, -5]);
  expect(zero).toBe(50);
  expect(parts).toEqual([
    { from: 0, width: 50 },
    { from: 0, width: 100 },
    { from: 75, width: 25 },
  ]);
  expect(total).toEqual({ from: 50, width: 25 });
  expect(runOf([]).total).toEqual({ from: 0, width: 0 });
});
