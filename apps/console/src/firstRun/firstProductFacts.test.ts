import { expect, test } from 'vitest';
import { codeOf, filled } from './firstProductFacts.ts';

test('a name in any of the three languages gives a code', () => {
  expect([codeOf('Sofa Łódź, zielona'), codeOf('Lund sofa'), codeOf('Диван Лунд'), codeOf('☕')]).toEqual([
    'sofa-lodz-zielona',
    'lund-sofa',
    'divan-lund',
    'first',
  ]);
});

test('a language left empty is told in the first one until it is translated', () => {
  expect(filled({ pl: 'Sofa', en: '', ru: ' ' }, 'pl')).toEqual({ pl: 'Sofa', en: 'Sofa', ru: 'Sofa' });
});
