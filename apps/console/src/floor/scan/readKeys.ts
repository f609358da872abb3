/** A key as the browser tells it; `at` in milliseconds. */
export interface Stroke {
  key: string;
  /** Where the key is on the board, whatever is printed on it. */
  code: string;
  at: number;
  /** Nothing that takes text has the focus: a person has no reason to type a long number here. */
  isFree?: boolean;
}

export interface KeyReader {
  /** What a stroke makes of the keys before it. `scan`: they came from a scanner, and this is what it read. */
  press(stroke: Stroke): { kind: 'first' } | { kind: 'more' } | { kind: 'scan'; text: string } | { kind: 'none' };
  /** Nothing was pressed for a while: a scanner that sends no Enter has finished. */
  rest(at: number): string | undefined;
  /** Characters collected so far. */
  length(): number;
}

/** People who type fast leave 60 ms and more between most keys; scanners 1–30 ms. */
const longestGapMs = 45;
const shortestScan = 4;
/** Without an end key only a long burst is believed. */
const shortestWithoutEnd = 8;
/** A scanner over the air, or a computer that is busy, may be as slow as a person: digits typed into nothing are a code all the same. */
const longestGapOfDigitsMs = 400;
const fewestDigits = 8;

/**
 * Tells a scanner from a person by speed alone, so that it is heard whatever has the focus. Keys are read twice: as
 * characters and by their place on the board, for a scanner thinks it is an American keyboard and the computer may be set
 * to another; where the characters are not ASCII, the places count.
 */
export function createKeyReader(): KeyReader {
  let characters = '';
  let places = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  /** Some gap was a person's. */
  let isSlow = false;
  let isFreeSoFar = true;
  const forget = () => {
    characters = '';
    places = '';
    lastAt = Number.NEGATIVE_INFINITY;
    isSlow = false;
    isFreeSoFar = true;
  };
  const mayBeSlow = (at: number) => isFreeSoFar && at - lastAt <= longestGapOfDigitsMs && /^\d+$/.test(characters);
  const read = () => (/^[\x20-\x7e]*$/.test(characters) ? characters : places);
  return {
    press({ key, code, at, isFree = false }) {
      const isFast = at - lastAt <= longestGapMs;
      if (key === 'Enter' || key === 'Tab') {
        const text = read();
        const isBurst = isFast && !isSlow && text.length >= shortestScan;
        const isNumber = isFree && mayBeSlow(at) && text.length >= fewestDigits;
        forget();
        return isBurst || isNumber ? { kind: 'scan', text } : { kind: 'none' };
      }
      if ([...key].length !== 1) return { kind: 'none' };
      if (!isFast) {
        if (isFree && /^\d$/.test(key) && mayBeSlow(at)) isSlow = true;
        else forget();
      } else if (isSlow && !/^\d$/.test(key)) forget();
      isFreeSoFar &&= isFree;
      const isFirst = characters === '';
      characters += key;
      places += characterAt(code, key);
      lastAt = at;
      return { kind: isFirst ? 'first' : 'more' };
    },
    rest(at) {
      if (characters === '' || at - lastAt <= longestGapMs) return undefined;
      const text = read();
      if (!isSlow && text.length >= shortestWithoutEnd) {
        forget();
        return text;
      }
      // Digits may go on; what comes too late to belong to them begins anew.
      if (!mayBeSlow(at)) forget();
      return undefined;
    },
    length: () => characters.length,
  };
}

const named: Record<string, string> = {
  Minus: '-',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ':',
  Space: ' ',
  Equal: '=',
};

function characterAt(code: string, key: string): string {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (/^(Digit|Numpad)\d$/.test(code)) return code.slice(-1);
  return named[code] ?? key;
}

/** Any letter or digit, for showing it to people: what scanners add around a code is taken off. */
export function cleanScan(raw: string): string {
  return raw
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/^\][A-Za-z]\d/, '')
    .replace(/^\*(.+)\*$/, '$1')
    .trim();
}
