import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import type { PhraseNode } from './phrases.ts';
import { CONCEPT_GROUPS, conceptTerm, contentWords, DICTIONARIES, dictionaryWords, withBroader } from './synonyms.ts';
import { LANGUAGES, type Language } from './types.ts';

/** The concepts a text has in one language. */
function conceptsOf(text: string, language: Language): string[] {
  return analyse(text, language)
    .filter((term) => term.kind === 'concept')
    .map((term) => term.term);
}

function ambiguousIn(node: PhraseNode<string>, path: string): string[] {
  const here = node.values.length > 1 ? [`${path}: ${node.values.join(', ')}`] : [];
  return [...here, ...[...node.next].flatMap(([word, next]) => ambiguousIn(next, `${path} ${word}`))];
}

const listed = CONCEPT_GROUPS.flatMap((group) =>
  LANGUAGES.flatMap((language) =>
    group[language] === ''
      ? []
      : group[language].split(',').map((phrase) => ({ concept: group.concept, language, phrase: phrase.trim() })),
  ),
);

describe('the dictionary', () => {
  it('names each concept once', () => {
    expect(new Set(CONCEPT_GROUPS.map((group) => group.concept)).size).toBe(CONCEPT_GROUPS.length);
  });

  it('refers only to broader concepts that exist', () => {
    const known = new Set(CONCEPT_GROUPS.map((group) => group.concept));
    for (const group of CONCEPT_GROUPS) for (const broader of group.broader) expect(known).toContain(broader);
  });

  it('finds every word it lists, in its own language', () => {
    const lost = listed.filter(
      ({ concept, language, phrase }) => !conceptsOf(phrase, language).includes(conceptTerm(concept)),
    );
    expect(lost).toEqual([]);
  });

  it('has an empty word nowhere', () => {
    expect(listed.filter(({ phrase, language }) => contentWords(phrase, language).length === 0)).toEqual([]);
  });

  it('never gives two meanings to a word by accident', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { concept, language, phrase } of listed) {
      const key = `${language} ${phrase.toLowerCase()}`;
      meanings.set(key, (meanings.get(key) ?? new Set()).add(concept));
    }
    const double = [...meanings].filter(([, concepts]) => concepts.size > 1).map(([key]) => key);
    // голубой is a shade to some and a blue of its own to others.
    expect(double).toEqual(['ru голубой']);
  });

  it('nor by stems that meet, but for these few', () => {
    const double = LANGUAGES.flatMap((language) => ambiguousIn(DICTIONARIES[language].said, language));
    expect(double.sort()).toEqual([
      'en quilt: duvet, quilted',
      'pl narozn: corner_sofa, corner',
      'pl pojemnik: box, storage',
      'ru голуб: blue, light_blue',
    ]);
  });

  it('covers each concept in all three languages, but for the one that only joins others', () => {
    const missing = CONCEPT_GROUPS.filter((group) => LANGUAGES.some((language) => group[language] === ''));
    expect(missing.map((group) => group.concept)).toEqual(['any_table']);
  });

  it('lists its words, folded, for the vocabulary', () => {
    expect(dictionaryWords()).toEqual(expect.arrayContaining(['velvet', 'aksamit', 'бархат', 'lozko', 'зеленый']));
  });
});

describe('one meaning in three languages', () => {
  it.each([
    ['velvet', 'aksamit', 'бархат'],
    ['velour', 'welur', 'велюр'],
    ['couch', 'kanapa', 'софа'],
    ['armchairs', 'fotele', 'кресла'],
    ['grey', 'szare', 'серого'],
    ['gray', 'popielata', 'серая'],
    ['wardrobes', 'szaf', 'шкафов'],
    ['shelves', 'półek', 'полок'],
    ['pillows', 'poduszek', 'подушек'],
    ['oak', 'dębowa', 'дубового'],
    ['bedroom', 'sypialni', 'спальни'],
    ['coffee tables', 'stoliki kawowe', 'журнальные столики'],
    ['chests of drawers', 'komód', 'комодов'],
    ['two-seater', 'dwuosobowej', 'двухместного'],
    ['with storage', 'z pojemnikiem na pościel', 'с ящиком для белья'],
  ])('%s = %s = %s', (english, polish, russian) => {
    const shared = conceptsOf(english, 'en').filter(
      (term) => conceptsOf(polish, 'pl').includes(term) && conceptsOf(russian, 'ru').includes(term),
    );
    expect(shared).not.toEqual([]);
  });
});

describe('broader concepts', () => {
  it('make a corner sofa answer to "sofa", but a coffee table not to "dining table"', () => {
    expect(withBroader(['corner_sofa'])).toContain('sofa');
    expect(conceptsOf('coffee table', 'en')).not.toContain('c_table');
  });
});
