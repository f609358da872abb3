import { expect, test } from 'vitest';
import { groupSuggestions, stepThrough } from './suggestions.ts';

const text = (word: string) => ({ en: word, pl: `${word}-pl`, ru: `${word}-ru` });

test('suggestions are links in labelled groups, in the language of the page; empty groups are left out', () => {
  const groups = groupSuggestions(
    {
      queries: ['lund'],
      categories: [],
      products: [
        { productId: '1', variantId: '2', title: text('Lund sofa'), slug: text('lund-sofa'), pictureUrl: null },
      ],
      intent: { intent: 'returns', exclusive: false },
    },
    'pl',
  );
  expect(groups.map((group) => group.title)).toEqual(['suggestedPages', 'suggestedQueries', 'suggestedProducts']);
  expect(groups.flatMap((group) => group.items.map((item) => item.href))).toEqual([
    '/pl/returns',
    '/pl/search?q=lund',
    '/pl/p/lund-sofa-pl',
  ]);
});

test('the arrow keys go round, over the typed text', () => {
  expect([-1, 0, 1, 2].map((at) => stepThrough(at, 'ArrowDown', 3))).toEqual([0, 1, 2, -1]);
  expect([-1, 0, 1, 2].map((at) => stepThrough(at, 'ArrowUp', 3))).toEqual([2, -1, 0, 1]);
  expect(stepThrough(-1, 'ArrowDown', 0)).toBe(-1);
});
