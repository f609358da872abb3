/**
 * Measures: one spelling for each. Lengths become centimetres, because that is what a furniture label says;
 * inches and feet stay what they are, since converting them would promise a precision nobody asked for.
 */

type Unit = { readonly canonical: string; readonly factor: number };

const NUMBER = String.raw`\d{1,5}(?:[.,]\d{1,2})?`;
const GAP = '[ \\t\\u00a0\\u2009\\u202f]';

/** Units that may stand after a space. Longer spellings first: the alternation takes the first that fits. */
const SPACED_UNITS: ReadonlyArray<readonly [spellings: string, Unit]> = [
  ['millimet(?:er|re)s?|milimetr(?:y|ow|ów)?|миллиметр(?:а|ов)?|mm|мм', { canonical: 'cm', factor: 0.1 }],
  ['centimet(?:er|re)s?|centymetr(?:y|ow|ów)?|сантиметр(?:а|ов)?|cm|см', { canonical: 'cm', factor: 1 }],
  ['m2|м2|m\\^2|sqm|mkw|кв\\.?м', { canonical: 'm2', factor: 1 }],
  ['met(?:er|re)s?|metr(?:y|ow|ów|a)?|метр(?:а|ов)?|m|м', { canonical: 'cm', factor: 100 }],
  ["inch(?:es)?|cal(?:e|i)|дюйм(?:а|ов)?|''|[\"″“”„‟]", { canonical: 'in', factor: 1 }],
  ['feet|foot|stop(?:y|a)|фут(?:а|ов)?|ft', { canonical: 'ft', factor: 1 }],
  ['kilogram(?:s|y|ow|ów)?|килограмм(?:а|ов)?|kgs?|кг', { canonical: 'kg', factor: 1 }],
  ['ml|мл', { canonical: 'ml', factor: 1 }],
  ['lit(?:er|re)s?|litr(?:y|ow|ów|a)?|литр(?:а|ов)?|l|л', { canonical: 'l', factor: 1 }],
  ['lm|лм', { canonical: 'lm', factor: 1 }],
  ['watts?|ватт|вт', { canonical: 'w', factor: 1 }],
];

/** Units that only count when glued to the number: "2 in 1", "3 w 1" and "5' " must stay words. */
const GLUED_UNITS: ReadonlyArray<readonly [spellings: string, Unit]> = [
  ['in', { canonical: 'in', factor: 1 }],
  ["['’′]", { canonical: 'ft', factor: 1 }],
  ['g|гр?', { canonical: 'g', factor: 1 }],
  ['w', { canonical: 'w', factor: 1 }],
];

const spaced = SPACED_UNITS.map(([spellings]) => spellings).join('|');
const glued = GLUED_UNITS.map(([spellings]) => spellings).join('|');
/** Not before an apostrophe in a word either: the unit would become part of that word. */
const WORD_END = "(?!'?\\p{L}|\\p{N})";
const UNIT = `(?:${GAP}{0,2}(?:${spaced})|(?:${glued}))${WORD_END}`;
/** Without the word boundary, for "90cmx200cm": there the x follows the unit. */
const UNIT_BEFORE_BY = `(?:${GAP}{0,2}(?:${spaced})|(?:${glued}))`;
const BY = `(?:${GAP}{0,2}[x×х✕*]${GAP}{0,2}|${GAP}{1,2}(?:by|na|на)${GAP}{1,2})`;

/**
 * The source of a regular expression (flags `iu`) that finds a measure in raw or folded text.
 * Every repetition is bounded, so that matching stays linear in the length of the text.
 */
export const MEASURE_SOURCE =
  `(?<![\\p{L}\\p{N}.,])(?:` +
  // The units after the last number are all swallowed: "90 x 200 cm cm" must not leave a unit behind.
  `${NUMBER}(?:(?:${UNIT_BEFORE_BY})?${BY}${NUMBER}){1,3}(?:(?:${UNIT})+|${WORD_END})` +
  `|${NUMBER}${UNIT})`;

const MEASURE = new RegExp(MEASURE_SOURCE, 'giu');
const PIECES = new RegExp(`(${NUMBER})(?:${GAP}{0,2}(${spaced})|(${glued}))?`, 'giu');

const UNITS: ReadonlyArray<readonly [RegExp, Unit]> = [...SPACED_UNITS, ...GLUED_UNITS].map(
  ([spellings, unit]) => [new RegExp(`^(?:${spellings})$`, 'iu'), unit] as const,
);

function unitOf(spelling: string | undefined): Unit | undefined {
  if (spelling === undefined) return undefined;
  return UNITS.find(([pattern]) => pattern.test(spelling))?.[1];
}

function format(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** `90 × 200 cm` → `90x200`, `2,5 m` → `250cm`, `120"` → `120in`, `35 x 79 in` → `35x79in`. */
function canonicalMeasure(measure: string): string {
  const pieces = [...measure.matchAll(PIECES)].map((match) => ({
    value: Number((match[1] ?? '0').replace(',', '.')),
    unit: unitOf(match[2] ?? match[3]),
  }));
  const lastUnit = pieces.findLast((piece) => piece.unit !== undefined)?.unit;
  const unitName = lastUnit?.canonical ?? 'cm';
  const numbers = pieces.map((piece) => format(piece.value * ((piece.unit ?? lastUnit)?.factor ?? 1)));
  if (numbers.length === 1) return `${numbers[0]}${unitName}`;
  return numbers.join('x') + (unitName === 'cm' ? '' : unitName);
}

/** Rewrites every measure in the text to its one spelling; the rest stays as it is. */
export function foldMeasures(text: string): string {
  return text.replace(MEASURE, canonicalMeasure);
}

/**
 * The terms a measure answers to besides itself. `90x200` is also `90cm` and `200cm`, and the bare numbers, since
 * people ask for "a 160 bed"; `90x200x30` is also `90x200`. The argument is a canonical measure.
 */
export function measureParts(canonical: string): string[] {
  const sides = /^[\d.]+(?:x[\d.]+)+/.exec(canonical)?.[0].split('x');
  if (sides === undefined) return [/^[\d.]+/.exec(canonical)?.[0] ?? canonical];
  const unit = canonical.slice(sides.join('x').length) || 'cm';
  const pair = sides.length > 2 ? [sides.slice(0, 2).join('x') + (unit === 'cm' ? '' : unit)] : [];
  return [...pair, ...sides.map((side) => side + unit), ...sides];
}

/** The same measure as people may turn it round: `90x200` also as `200x90`. */
export function measureTurned(canonical: string): string[] {
  const match = /^([\d.]+)x([\d.]+)(\p{L}*)$/u.exec(canonical);
  return match === null ? [canonical] : [canonical, `${match[2]}x${match[1]}${match[3]}`];
}
