/**
 * A light English stemmer: plural, possessive leftovers, -ed, -ing and a silent final e. The rules are the first
 * steps of Porter2 (M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org), without its
 * derivational suffixes: in a shop "recliner" and "recline", "lighting" and "light" are different things.
 */

/** Irregular words, and words whose ending only looks like a suffix. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  shelves: 'shelf',
  knives: 'knife',
  halves: 'half',
  leaves: 'leaf',
  loaves: 'loaf',
  scarves: 'scarf',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  men: 'man',
  women: 'woman',
  lens: 'lens',
  canvas: 'canvas',
  atlas: 'atlas',
  gas: 'gas',
  christmas: 'christmas',
  always: 'always',
  bedding: 'bedding',
  lighting: 'lighting',
  ceiling: 'ceiling',
  dining: 'dining',
  living: 'living',
  wedding: 'wedding',
  building: 'building',
  evening: 'evening',
  awning: 'awning',
  shelving: 'shelving',
  clothing: 'clothing',
  flooring: 'flooring',
  railing: 'railing',
  seating: 'seating',
  united: 'united',
  hundred: 'hundred',
  embed: 'embed',
};

const HAS_VOWEL = /[aeiouy]/;

function stripPlural(word: string): string {
  if (/(?:ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/[^sui]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}

function stripVerbal(word: string): string {
  if (word.endsWith('eed')) return word;
  const suffix = /(?:ing|ed)$/.exec(word)?.[0];
  if (suffix === undefined) return word;
  const root = word.slice(0, -suffix.length);
  if (root.length < 3 || !HAS_VOWEL.test(root)) return word;
  // A doubled consonant was doubled by the suffix (padded), except where it belongs to the root (walled, tressed).
  return /([bdfgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

/** @param word a folded, non-empty token. */
export function stemEnglish(word: string): string {
  const plain = EXCEPTIONS[word];
  if (plain !== undefined) return plain;
  if (word.length < 4) return word;
  const singular = stripPlural(word);
  const root = EXCEPTIONS[singular] ?? stripVerbal(singular);
  // "curve", "curved" and "curving" meet without the e; four letters ("pine", "vase") are too short to lose one.
  return root.length > 4 && root.endsWith('e') && !root.endsWith('ee') ? root.slice(0, -1) : root;
}
