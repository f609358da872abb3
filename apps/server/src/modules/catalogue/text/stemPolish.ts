/**
 * A light Polish stemmer for nouns and adjectives, on folded text (ó is o, ł is l, ą is a, ę is e).
 *
 * The idea is that of the light stemmers for Slavic languages (L. Dolamic, J. Savoy, "Indexing and stemming
 * approaches for the Czech language", 2009) and of the Polish rule stemmer of B. Kubiński (the base of Snowball's
 * Polish stemmer): take the case ending off, then undo what the ending did to the last consonant. The endings are
 * those of the school grammar's declensions. Verbs and derivation are left alone, but for the adjective suffix -ow-
 * (welur, welurowy). A dictionary stemmer (A. Białecki's Stempel, Morfologik) knows more words; it also needs
 * megabytes of tables, and a shop's own words matter more: those are in the synonym dictionary.
 */

/** Longest first. */
const ENDINGS: readonly string[] =
  'iami iach iego iemu owie ami ach ego emu ich ych imi ymi iom iem iej owi om em ej im ym ow ie ia iu io a e i o u y'
    .split(' ')
    .sort((a, b) => b.length - a.length);

/** A stem has three letters with a vowel, or four (szkl-). */
function isStem(rest: string): boolean {
  return rest.length > 3 || (rest.length === 3 && /[aeiouy]/.test(rest));
}

/** Stems that no rule joins: nasal and other vowel changes inside the root. */
const ALIASES: Readonly<Record<string, string>> = {
  deb: 'dab', // dąb, dębu, dębowy
  lnu: 'len',
  lnem: 'len',
  lnie: 'len',
  lnian: 'len',
  lny: 'len',
  lni: 'len',
  lnow: 'len',
  psa: 'pies',
  psu: 'pies',
  psy: 'pies',
  psem: 'pies',
  psow: 'pies',
  mied: 'miedz', // miedź, miedzi
  mosiag: 'mosiadz', // mosiądze
  swietl: 'swiatl', // światło, świetle
  kwiet: 'kwiat',
  pok: 'pokoj', // pokoi
  przedpok: 'przedpokoj',
  dzieck: 'dziec', // dziecko, dzieci
  dziet: 'dziec', // dzieciom
  bibliotec: 'bibliotek',
  aptec: 'aptek',
};

/** The ending off, and the consonant before it as it was: komodzie → komod, podłodze → podlog, aksamicie → aksamit. */
function stripEnding(word: string): string {
  const ending = ENDINGS.find((one) => word.endsWith(one) && isStem(word.slice(0, -one.length)));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (ending.startsWith('i')) {
    if (stem.endsWith('dz') && stem.length > 3) return stem.slice(0, -1);
    if (ending.length > 1 && /[^cs]c$/.test(stem)) return `${stem.slice(0, -1)}t`;
  } else if (ending === 'e' && /[aeiouy]dz$/.test(stem) && stem.length > 3) {
    return `${stem.slice(0, -2)}g`;
  }
  return stem;
}

/**
 * Consonants and fleeting e, by rules that hold for the stem whatever its ending was, so that all forms of a word
 * agree even where the rule is wrong for it: lustrze → lustr, półce → polk, poduszek → poduszk, krzeseł → krzesl.
 */
function settle(stem: string): string {
  const plain = stem.replace(/(?<=..)rz$/, 'r').replace(/([bdfghjklmnprstvwxz])c$/, '$1k');
  const shorter = plain.replace(/(?<=[^aeiouy])i?e([bcdfghklmnprstwz])$/, '$1');
  return isStem(shorter) ? shorter : plain;
}

/** @param word a folded, non-empty token in Latin letters. */
export function stemPolish(word: string): string {
  let stem = word;
  for (let previous = ''; stem !== previous; ) {
    previous = stem;
    stem = settle(stripEnding(stem));
  }
  return ALIASES[stem] ?? stem;
}
