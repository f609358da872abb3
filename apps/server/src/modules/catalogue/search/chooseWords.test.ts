import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseWords } from './chooseWords.ts';

const masks = (counts: Record<string, number>) =>
  new Map(Object.entries(counts).map(([bits, count]) => [Number.parseInt(bits, 2), count]));

test('a word nothing answers to is the one dropped', () => {
  expect(chooseWords(masks({ '011': 3, '001': 40, '010': 20 }), 3)).toEqual([0, 1]);
});

test('between words that could be dropped the rarest is', () => {
  // "purple velvet sofa": purple cushions (bit 0) are rarer than velvet (bit 1) and sofas (bit 2).
  expect(chooseWords(masks({ '011': 1, '110': 5, '101': 1, '100': 30, '010': 12 }), 3)).toEqual([1, 2]);
});

test('as many words as possible are kept even when the rarest one stays', () => {
  expect(chooseWords(masks({ '101': 1, '010': 900, '100': 800 }), 3)).toEqual([0, 2]);
});

test('nothing to keep is an empty answer', () => {
  expect(chooseWords(new Map(), 2)).toEqual([]);
  expect(chooseWords(new Map([[0, 5]]), 2)).toEqual([]);
});

test('the words kept are always answered to by some document together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 255 }), fc.integer({ min: 1, max: 99 })), { minLength: 1 }),
      (entries) => {
        const kept = chooseWords(new Map(entries), 8).reduce((mask, place) => mask | (1 << place), 0);
        expect(new Map(entries).has(kept)).toBe(true);
      },
    ),
  );
});
