import { type ConceptGroup, group } from './conceptGroup.ts';

type Count = readonly [n: number, en: string, pl: string, ru: string];

const COUNTS: readonly Count[] = [
  [1, 'one, single', 'jedno', 'одно'],
  [2, 'two', 'dwu', 'двух, дву'],
  [3, 'three', 'trzy, trój', 'трёх, трех'],
  [4, 'four', 'cztero', 'четырёх'],
  [5, 'five', 'pięcio', 'пяти'],
  [6, 'six', 'sześcio', 'шести'],
  [7, 'seven', 'siedmio', 'семи'],
  [8, 'eight', 'ośmio', 'восьми'],
  [10, 'ten', 'dziesięcio', 'десяти'],
  [12, 'twelve', 'dwunasto', 'двенадцати'],
];

const each = (words: string, make: (word: string) => string): string => words.split(', ').map(make).join(', ');

/** How many people it is for: "2-seater", "dwuosobowa", "2 os.", "двухместный". */
export const SEATS: readonly ConceptGroup[] = COUNTS.map(([n, en, pl, ru]) =>
  group(
    `seats_${n}`,
    `${each(`${n}, ${en}`, (count) => `${count} seater, ${count} seat, ${count} seats, ${count} person, ${count} people`)}`,
    `${n} osobowy, ${n} os, ${n} osób, ${n} osoby, ${n} miejscowy, ${each(pl, (count) => `${count}osobowy`)}, ${each(pl, (count) => `${count}miejscowy`)}`,
    `${n} местный, ${n} х местный, ${n} человека, ${n} человек, ${n} персон, ${each(ru, (count) => `${count}местный`)}`,
  ),
);
