import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fold } from './fold.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('text is compared without regard to how it is typed', () => {
  it.each([
    ['Łóżko', 'lozko'],
    ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'zazolc gesla jazn'],
    ['Зелёный', 'зеленый'],
    ['Мебель йод', 'мебель йод'],
    ['Bouclé', 'boucle'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['ﬁlc', 'filc'],
    ["children's", 'children'],
    ['children’s', 'children'],
    ["d'Arc", 'darc'],
  ])('%s → %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('a measure has one form', () => {
  it.each([
    [
      '90x200',
      [
        '90 x 200',
        '90×200',
        '90 × 200 cm',
        '90х200',
        '90X200cm',
        '90 cm x 200 cm',
        '900x2000 mm',
        '90 by 200',
        '90 na 200',
        '90 на 200',
        '0,9 x 2 m',
      ],
    ],
    [
      '200cm',
      ['200 cm', '200 CM', '200 см', '2 m', '2 м', '2000mm', '200 centymetrów', '200 сантиметров', '2.0 metres'],
    ],
    ['120in', ['120"', '120 ”', '120″', "120''", '120 inches', '120in', '120 cali', '120 дюймов']],
    ['35x79in', ['35 x 79 in'.replace(' in', 'in'), '35" x 79"', '35 × 79 inches']],
    ['20m2', ['20 m²', '20m2', '20 кв.м']],
    ['2.5kg', ['2,5 kg', '2.5кг']],
    ['90x200x30', ['90 x 200 x 30 cm', '90×200×30']],
  ])('%s', (form, spellings) => {
    for (const spelling of spellings) expect(fold(spelling), spelling).toBe(form);
  });

  it.each(['2 in 1', '3 w 1', 'model 5', '5 drawers', '10 lat', 'sofa l'])('"%s" holds no measure', (text) => {
    expect(fold(text)).toBe(text);
  });
});

/** Text made of what measures and apostrophes are made of, to find places where one rewriting feeds another. */
const tricky = fc
  .array(
    fc.constantFrom(
      '9',
      '20',
      '0',
      '.',
      ',',
      ' ',
      'x',
      '×',
      'х',
      'cm',
      'mm',
      'm',
      '²',
      'in',
      '"',
      "'",
      '’',
      '´',
      '′',
      '″',
      's',
      'a',
      'ł',
      'и',
      '\u0306',
      '\u0323',
      'na',
      'kg',
      'см',
      '-',
      '\u2009',
      'ﬃ',
      'İ',
      'Σ',
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('folding', () => {
  it('twice is folding once, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' }), tricky),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
