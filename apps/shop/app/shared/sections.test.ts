import { expect, test } from 'vitest';
import { sectionsOf } from './sections.ts';

test('a policy as it is kept becomes headings with their paragraphs', () => {
  expect(
    sectionsOf('By courier\n\nIt costs 19.90 zł.\n\nFree from 400 zł.\n\nFurniture\n\nOur van brings it.'),
  ).toEqual([
    { heading: 'By courier', paragraphs: ['It costs 19.90 zł.', 'Free from 400 zł.'] },
    { heading: 'Furniture', paragraphs: ['Our van brings it.'] },
  ]);
});

test('a text without headings is one section, an empty one is none', () => {
  expect(sectionsOf('We answer soon.\n\nPromise!')).toEqual([
    { heading: undefined, paragraphs: ['We answer soon.', 'Promise!'] },
  ]);
  expect(sectionsOf(' \n\n ')).toEqual([]);
});
