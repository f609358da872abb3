import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damerauLevenshtein } from '../text/index.ts';
import { oneEditAway } from './oneEditAway.ts';

test('every slip of a short word is among them, and nothing else', () => {
  expect(oneEditAway('lund')).toEqual(expect.arrayContaining(['lnud', 'lumd', 'lud', 'luund', 'lundd', 'alund']));
  fc.assert(
    fc.property(fc.stringMatching(/^(?:[a-z]{1,6}|[а-я]{1,6})$/u), (word) => {
      const away = oneEditAway(word);
      expect(away).not.toContain(word);
      for (const one of away) expect(damerauLevenshtein(word, one, 3)).toBe(1);
    }),
    { numRuns: 30 },
  );
});

test('longer words are left to the trigram index', () => {
  expect(oneEditAway('armchair')).toEqual([]);
});
