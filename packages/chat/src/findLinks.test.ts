import { expect, test } from 'vitest';
import { findLinks } from './findLinks.ts';

const shop = 'https://velora.example';

test('an address of the shop is a link, its full stop is not', () => {
  expect(findLinks(`Here: ${shop}/en/p/lund. Nice?`, shop)).toEqual([
    { text: 'Here: ' },
    { href: `${shop}/en/p/lund` },
    { text: '. Nice?' },
  ]);
});

test('what only looks like the shop stays text, and so does markup', () => {
  const text = `${shop}.evil.example/x <img src=x onerror=alert(1)> javascript:alert(1) http://evil.example`;
  expect(findLinks(text, shop)).toEqual([{ text }]);
});
