import { describe, expect, it } from 'vitest';
import { stem } from './stem.ts';

const WORDS = `
sofa sofas
couch couches
bench benches
shelf shelves
mattress mattresses
table tables
vase vases
pine pines
box boxes
accessory accessories
curve curves curved curving
pad pads padded padding
upholster upholstered upholstering
drawer drawers
bookcase bookcases
chaise chaises
child children
foot feet
chair chairs
cushion cushions cushioned
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

describe('an English word is found in singular and plural', () => {
  it.each(WORDS.map((forms) => [forms[0], forms] as const))('%s', (_, forms) => {
    expect([...new Set(forms.map((form) => stem(form, 'en')))]).toHaveLength(1);
  });

  it.each([
    ['bedding', 'bed'],
    ['glass', 'glas'],
    ['recliner', 'recline'],
    ['ceiling', 'ceil'],
  ])('%s is not %s', (one, other) => {
    expect(stem(one, 'en')).not.toBe(stem(other, 'en'));
  });
});
