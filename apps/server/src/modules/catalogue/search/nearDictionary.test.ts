import { expect, test } from 'vitest';
import { isDictionaryWord, nearDictionary } from './nearDictionary.ts';

test('words one slip away are near, in every language', () => {
  expect(nearDictionary('gren')).toContain('green');
  expect(nearDictionary('деван')).toContain('диван');
  expect(nearDictionary('kanpaa')).toContain('kanapa');
});

test('a slip in an inflected form is near the dictionary form', () => {
  expect(nearDictionary('zelona')).toContain('zielony');
  expect(nearDictionary('зиленую')).toContain('зеленый');
});

test('a word of the dictionary is known, and few others are near a word of no language', () => {
  expect(isDictionaryWord('kanapa')).toBe(true);
  expect(nearDictionary('kanapa')).not.toContain('kanapa');
  expect(nearDictionary('qwertyuiop')).toEqual([]);
});

test('looking is quick enough for every search', () => {
  const started = performance.now();
  for (let round = 0; round < 20; round += 1) nearDictionary('akasmitn');
  expect((performance.now() - started) / 20).toBeLessThan(20);
});
