import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from './analyse.ts';
import { fold } from './fold.ts';
import { detectNonProduct } from './nonProduct.ts';
import { queryTerms } from './queryTerms.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokenise.ts';
import { LANGUAGES } from './types.ts';

vi.setConfig({ testTimeout: 60_000 });

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('a', 'e', 'ż', 'и', 'й', 'ь', '9', '-', "'", ' ', 'x', '\ud800', '\u0301'),
    maxLength: 80,
  }),
);
const slavic = fc.string({
  unit: fc.constantFrom(...'aeiouyzcrdnklwmhjs', ...'аеиоуыяюьйтнлквшщс'),
  minLength: 1,
  maxLength: 14,
});

describe('whatever a shopper types', () => {
  it('is analysed without an error', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(undefined, ...LANGUAGES), (text, language) => {
        analyse(text, language);
        queryTerms(text);
        detectNonProduct(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps at least one way to match each word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const entry of queryTerms(text)) {
          expect(entry.alternatives.length).toBeGreaterThan(0);
          expect(entry.alternatives).not.toContain('');
        }
        if (tokenise(text).length > 0) expect(queryTerms(text).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('never loses a token to its stem', () => {
    fc.assert(
      fc.property(fc.oneof(slavic, anyText), fc.constantFrom(...LANGUAGES), (text, language) => {
        for (const token of tokenise(text)) expect(stem(token.folded, language)).not.toBe('');
        const folded = fold(text);
        if (folded !== '') expect(stem(folded, language)).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  it('gives no term that a database index would refuse', () => {
    const long = analyse(`${'ż'.repeat(10_000)} ${'A1-'.repeat(3000)}B`, 'pl');
    expect(Math.max(...long.map(({ term }) => term.length))).toBeLessThanOrEqual(64);
  });
});

describe('a long text costs in proportion to its length', () => {
  const seconds = (text: string): number => {
    const start = performance.now();
    analyse(text, 'pl');
    analyse(text);
    queryTerms(text);
    return (performance.now() - start) / 1000;
  };

  it.each([
    ['prose', 'Zielona sofa z weluru, 90 x 200 cm, LUND-3S-GRN, для спальни. '],
    ['one letter', 'a'],
    ['digits', '9'],
    ['spaces after a number', '9          '],
    ['a chain of sizes', '9 x '],
    ['apostrophes', "a's"],
    ['hyphens', 'a-'],
    ['code pieces', 'a1-'],
    ['units', '9 cm cm '],
    ['accents', 'e\u0301\u0302'],
    ['a phrase begun over and over', 'stolik '],
  ])('%s, 100 kB', (_, piece) => {
    seconds(piece.repeat(Math.ceil(10_000 / piece.length)));
    const large = seconds(piece.repeat(Math.ceil(100_000 / piece.length)));
    // Quadratic work on 100 kB takes minutes; linear work takes tens of milliseconds, even on a busy machine.
    expect(large).toBeLessThan(20);
  });
});
