import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { correct, correctQuery, wordsToCheck } from './correct.ts';
import { damerauLevenshtein } from './damerauLevenshtein.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The textbook matrix, as an oracle. */
function plainDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = cost;
    }
  }
  return at(a.length, b.length);
}

describe('edit distance', () => {
  it.each([
    ['velvt', 'velvet', 1],
    ['gren', 'green', 1],
    ['sfoa', 'sofa', 1],
    ['kanpaa', 'kanapa', 1],
    ['sofa', 'szafa', 2],
  ])('%s → %s is %i', (a, b, distance) => {
    expect(damerauLevenshtein(a, b, 3)).toBe(distance);
  });

  it('agrees with the textbook matrix up to its bound, and says "more" beyond it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, max) => {
        expect(damerauLevenshtein(a, b, max)).toBe(Math.min(plainDistance(a, b), max + 1));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a typing error is mended', () => {
  const vocabulary = [
    { word: 'velvet', frequency: 10 },
    { word: 'green', frequency: 20 },
    { word: 'greek', frequency: 1 },
    { word: 'sofa', frequency: 50 },
    { word: 'szafa', frequency: 40 },
    { word: 'zielony', frequency: 30 },
    { word: 'nightstand', frequency: 3 },
    { word: 'диван', frequency: 5 },
  ];

  it.each([
    ['velvt', 'velvet'],
    ['gree', 'green'],
    ['soffa', 'sofa'],
    ['nihgtstnd', 'nightstand'],
    ['диавн', 'диван'],
    ['zielnych', 'zielony'],
  ])('%s → %s', (typed, meant) => {
    expect(correct(typed, vocabulary)?.word).toBe(meant);
  });

  it.each(['sofa', 'xyzzy', 'sfa', 'x200y', 'nghtstd', 'qqqq'])('and "%s" is left alone', (token) => {
    expect(correct(token, vocabulary)).toBeNull();
  });

  it('the same way whatever the order of the candidates', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(vocabulary, { minLength: vocabulary.length }), (shuffled) => {
        expect(correct('gree', shuffled)).toEqual(correct('gree', vocabulary));
      }),
    );
  });

  it('by the more frequent of two words equally near', () => {
    const pair = [
      { word: 'lampa', frequency: 3 },
      { word: 'rampa', frequency: 9 },
    ];
    expect(correct('hampa', pair)?.word).toBe('rampa');
  });

  it('in its place in the query, and says what it changed', () => {
    const candidates = () => vocabulary;
    expect(correctQuery('gren velvt sofa 90x200', candidates)).toEqual({
      query: 'green velvet sofa 90x200',
      changes: [
        { from: 'gren', to: 'green' },
        { from: 'velvt', to: 'velvet' },
      ],
    });
    expect(correctQuery('Green Sofa', candidates)).toEqual({ query: 'Green Sofa', changes: [] });
  });

  it('for words only: stop words, shopping words, codes and measures are not looked up', () => {
    expect(wordsToCheck('kupić tania sofę with LUND-3S-GRN 200 cm')).toEqual(['sofe']);
  });
});
