import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { correctQuery, type VocabularyWord, wordsToCheck } from './correct.ts';
import { type IndexedFields, indexTerms, vocabularyWords } from './indexTerms.ts';
import { type QueryTerm, queryTerms } from './queryTerms.ts';
import { dictionaryWords } from './synonyms.ts';
import type { Language } from './types.ts';

const LUND: Readonly<Record<Language, IndexedFields>> = {
  en: { title: 'Lund sofa', options: ['green', 'velvet'], codes: ['LUND-3S-GRN', '5901234123457'] },
  pl: { title: 'Sofa Lund', options: ['zielony', 'welur'], codes: ['LUND-3S-GRN', '5901234123457'] },
  ru: { title: 'Диван Lund', options: ['зелёный', 'бархат'], codes: ['LUND-3S-GRN', '5901234123457'] },
};
const LANGUAGES = Object.keys(LUND) as Language[];

function answers(term: QueryTerm, terms: ReadonlySet<string>): boolean {
  return (
    term.optional === true ||
    term.alternatives.some((alternative) => terms.has(alternative)) ||
    (term.parts?.every((part) => answers(part, terms)) ?? false)
  );
}

function finds(query: string, fields: IndexedFields, language: Language): boolean {
  const terms = new Set(indexTerms(fields, language).map(({ term }) => term));
  return queryTerms(query).every((entry) => answers(entry, terms));
}

describe('the green velvet sofa is found in every language by a query in any', () => {
  describe.each([
    'zielona sofa welur',
    'sofa z zielonego aksamitu',
    'zielone sofy',
    'zielona kanapa welurowa',
    'sofa Lund',
    'green velvet sofa',
    'green couches',
    'зеленый бархатный диван',
    'зелёную софу',
    'диван лунд',
    'купить зелёный диван',
    'tania zielona sofa',
    'LUND-3S-GRN',
    'lund 3s grn',
    'lund3sgrn',
    '5901234123457',
  ])('%s', (query) => {
    it.each(LANGUAGES)('%s', (language) => {
      expect(finds(query, LUND[language], language)).toBe(true);
    });
  });

  it('also with typing errors, once mended against the vocabulary', () => {
    const words = LANGUAGES.flatMap((language) => [...vocabularyWords(LUND[language]), ...dictionaryWords()]);
    const vocabulary: VocabularyWord[] = words.map((word) => ({ word, frequency: 1 }));
    for (const typed of ['gren velvt sofa', 'zielna sofaa welru', 'зеленй диаван']) {
      expect(wordsToCheck(typed).length).toBeGreaterThan(1);
      const { query } = correctQuery(typed, () => vocabulary);
      for (const language of LANGUAGES)
        expect(finds(query, LUND[language], language), `${typed} → ${query}`).toBe(true);
    }
  });

  it.each(['blue velvet sofa', 'zielony fotel', 'синий диван', 'zielona szafa', 'green leather sofa', 'LUND-3S-BLU'])(
    'but not by "%s"',
    (query) => {
      for (const language of LANGUAGES) expect(finds(query, LUND[language], language)).toBe(false);
    },
  );
});

describe('a thing called by several words', () => {
  it.each([
    ['szafka nocna', 'nightstand', 'en'],
    ['nocna szafka', 'Nightstand Oslo', 'en'],
    ['прикроватная тумба', 'Szafka nocna', 'pl'],
    ['bedside table', 'Прикроватная тумба', 'ru'],
    ['coffee table', 'Stolik kawowy', 'pl'],
    ['журнальный столик', 'Coffee table', 'en'],
    ['stolik kawowy', 'Журнальный столик', 'ru'],
    ['corner sofa', 'Narożnik Oslo', 'pl'],
    ['narożniki', 'Corner sofa', 'en'],
    ['угловой диван', 'Sofa narożna', 'pl'],
    ['sofa', 'Narożnik Oslo', 'pl'],
    ['диван-кровать', 'Sofa rozkładana', 'pl'],
    ['velvet sofa bed', 'Kanapa rozkładana welurowa', 'pl'],
    ['fotel biurowy', 'Офисное кресло', 'ru'],
    ['chest of drawers', 'Komoda dębowa', 'pl'],
    ['oak table', 'Stół dębowy', 'pl'],
    ['table', 'Stolik kawowy', 'pl'],
    ['2-seater', 'Sofa dwuosobowa', 'pl'],
    ['sofa 3 os.', 'Трёхместный диван', 'ru'],
    ['dla dzieci', 'Children’s bed', 'en'],
    ['шкаф-купе', 'Szafa przesuwna', 'pl'],
    ['szafka rtv', 'TV stand', 'en'],
    ['jasnoszary dywan', 'Light grey rug', 'en'],
    ['gray rug', 'Dywan jasnoszary', 'pl'],
    ['łóżko 90x200', 'Bed 90 × 200 cm', 'en'],
    ['lozko 200x90', 'Łóżko 90 na 200', 'pl'],
    ['кровать 160', 'Bed 160x200', 'en'],
    ['skórzany fotel', 'Leather armchair', 'en'],
    ['corner velvet sofa', 'Narożnik welurowy', 'pl'],
    ['zielone zasłony', 'Zasłona velvet green', 'pl'],
  ] as const)('"%s" finds "%s"', (query, title, language) => {
    expect(finds(query, { title }, language)).toBe(true);
  });

  it.each([
    ['stół', 'Stolik kawowy', 'pl'],
    ['stolik', 'Stół dębowy', 'pl'],
    ['dining table', 'Coffee table', 'en'],
    ['szary', 'Szafa dębowa', 'pl'],
    ['lampa', 'Lama pluszowa', 'pl'],
    ['lama', 'Lampa stojąca', 'pl'],
    ['вельвет', 'Velvet sofa', 'en'],
    ['velvet', 'Диван из вельвета', 'ru'],
    ['кожа', 'Faux leather sofa', 'en'],
    ['skóra', 'Krzesło z ekoskóry', 'pl'],
    ['стол', 'Столовая ложка', 'ru'],
    ['beżowa sofa', 'Sofa bez podłokietników', 'pl'],
  ] as const)('"%s" does not find "%s"', (query, title, language) => {
    expect(finds(query, { title }, language)).toBe(false);
  });
});

describe('a query', () => {
  it('says for each entry which words it came from', () => {
    expect(queryTerms('duży stolik kawowy z dębu').map((entry) => entry.surface)).toEqual([
      'duży',
      'stolik kawowy',
      'dębu',
    ]);
  });

  it('of stop words alone is read as words, and of punctuation alone is empty', () => {
    expect(queryTerms('the')).toMatchObject([{ alternatives: ['the'] }]);
    expect(queryTerms(' ?! ')).toEqual([]);
  });
});

describe('index terms', () => {
  it('carry the highest weight of the fields they come from', () => {
    const weights = new Map(
      indexTerms({ title: 'Sofa Lund', options: ['zielony'], description: 'Zielona sofa z weluru' }, 'pl').map(
        ({ term, weight }) => [term, weight],
      ),
    );
    expect([weights.get('c_sofa'), weights.get('c_green'), weights.get('c_velvet')]).toEqual(['A', 'B', 'D']);
  });

  it('give every term once', () => {
    const terms = indexTerms(LUND.pl, 'pl').map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });
});

describe('analyse', () => {
  it('gives concepts and stems with positions', () => {
    expect(analyse('zielone sofy', 'pl')).toEqual([
      { term: 'c_green', kind: 'concept', position: 0, surface: 'zielone' },
      { term: 'zielon', kind: 'stem', position: 0, surface: 'zielone' },
      { term: 'c_sofa', kind: 'concept', position: 1, surface: 'sofy' },
      { term: 'sof', kind: 'stem', position: 1, surface: 'sofy' },
    ]);
  });
});
