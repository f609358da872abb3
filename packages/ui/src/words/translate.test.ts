import { describe, expect, test } from 'vitest';
import { createTranslator, defineWords } from './translate.ts';

const words = defineWords({
  en: { held: 'Held for {name} until {time}', pieces: { one: '{n} piece', other: '{n} pieces' } },
  pl: {
    held: 'Trzymamy dla: {name}, do {time}',
    pieces: { one: '{n} sztuka', few: '{n} sztuki', many: '{n} sztuk', other: '{n} sztuki' },
  },
  ru: {
    held: 'Держим для: {name}, до {time}',
    pieces: { one: '{n} штука', few: '{n} штуки', many: '{n} штук', other: '{n} штуки' },
  },
});

describe('words', () => {
  test('numbers take the form of each language', () => {
    const polish = createTranslator(words, 'pl');
    expect([1, 2, 5, 12, 22, 1.5].map((n) => polish('pieces', { n }))).toEqual([
      '1 sztuka',
      '2 sztuki',
      '5 sztuk',
      '12 sztuk',
      '22 sztuki',
      '1.5 sztuki',
    ]);
    const russian = createTranslator(words, 'ru');
    expect([1, 3, 11, 21].map((n) => russian('pieces', { n }))).toEqual(['1 штука', '3 штуки', '11 штук', '21 штука']);
    expect(createTranslator(words, 'en')('pieces', { n: 1 })).toBe('1 piece');
  });

  test('what a customer typed is put in as it is, braces and dollar signs too', () => {
    const english = createTranslator(words, 'en');
    expect(english('held', { name: '{time} $& <b>', time: '20:00' })).toBe('Held for {time} $& <b> until 20:00');
  });
});
