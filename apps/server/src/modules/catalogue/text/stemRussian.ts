/**
 * The Russian stemmer of the Snowball project (M. F. Porter, "Russian stemming algorithm",
 * snowballstem.org/algorithms/russian/stemmer.html), written here from its published description.
 *
 * RV is the part of the word after its first vowel; endings are only looked for in RV. R1 is the part after the
 * first non-vowel that follows a vowel, R2 the same within R1. Some endings count only after а or я, which must
 * themselves lie in RV. Of the endings of a class the longest is taken.
 */

const byLength = (endings: string): string[] => endings.split(' ').sort((a, b) => b.length - a.length);

type EndingClass = { readonly afterA: readonly string[]; readonly free: readonly string[] };

const PERFECTIVE_GERUND: EndingClass = {
  afterA: byLength('в вши вшись'),
  free: byLength('ив ивши ившись ыв ывши ывшись'),
};
const ADJECTIVE: EndingClass = {
  afterA: [],
  free: byLength('ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею'),
};
const PARTICIPLE: EndingClass = { afterA: byLength('ем нн вш ющ щ'), free: byLength('ивш ывш ующ') };
const REFLEXIVE: EndingClass = { afterA: [], free: ['ся', 'сь'] };
const VERB: EndingClass = {
  afterA: byLength('ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно'),
  free: byLength(
    'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
  ),
};
const NOUN: EndingClass = {
  afterA: [],
  free: byLength(
    'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
  ),
};
const SUPERLATIVE: EndingClass = { afterA: [], free: ['ейше', 'ейш'] };
const DERIVATIONAL: EndingClass = { afterA: [], free: ['ость', 'ост'] };

const VOWEL = /[аеиоуыэюя]/;
const R2 = /^[^аеиоуыэюя]*[аеиоуыэюя]+[^аеиоуыэюя][^аеиоуыэюя]*[аеиоуыэюя]+[^аеиоуыэюя]/;

/** The region without the longest ending of the class, or null where there is none. */
function strip(region: string, endings: EndingClass): string | null {
  const free = endings.free.find((ending) => region.endsWith(ending));
  const bound = endings.afterA.find((ending) => region.endsWith(ending));
  const longest = (bound?.length ?? 0) > (free?.length ?? 0) ? bound : free;
  if (longest === undefined) return null;
  const rest = region.slice(0, -longest.length);
  // The longest ending decides: when it is one of those bound to а or я and stands after another letter, there is
  // no match at all, even where a shorter ending would do.
  return longest === bound && longest !== free && !/[ая]$/.test(rest) ? null : rest;
}

/**
 * The published algorithm on a lower-case word with е for ё. With `verbs: false` the steps for verbs (perfective
 * gerund, reflexive, verb) are left out; the steps for nouns and adjectives stay as published.
 */
export function snowballRussian(word: string, { verbs }: { verbs: boolean } = { verbs: true }): string {
  const firstVowel = word.search(VOWEL);
  if (firstVowel < 0) return word;
  const head = word.slice(0, firstVowel + 1);
  const r2Start = R2.exec(word)?.[0].length ?? word.length;
  let rv = word.slice(firstVowel + 1);

  const gerund = verbs ? strip(rv, PERFECTIVE_GERUND) : null;
  if (gerund !== null) {
    rv = gerund;
  } else {
    if (verbs) rv = strip(rv, REFLEXIVE) ?? rv;
    const adjective = strip(rv, ADJECTIVE);
    if (adjective !== null) rv = strip(adjective, PARTICIPLE) ?? adjective;
    else rv = (verbs ? strip(rv, VERB) : null) ?? strip(rv, NOUN) ?? rv;
  }
  if (rv.endsWith('и')) rv = rv.slice(0, -1);
  const derived = strip(rv, DERIVATIONAL);
  if (derived !== null && head.length + derived.length >= r2Start) rv = derived;

  if (rv.endsWith('нн')) rv = rv.slice(0, -1);
  else {
    const plain = strip(rv, SUPERLATIVE);
    if (plain !== null) rv = plain.endsWith('нн') ? plain.slice(0, -1) : plain;
    else if (rv.endsWith('ь')) rv = rv.slice(0, -1);
  }
  return head + rv;
}

/** Forms that no rule joins. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  спален: 'спальн',
  окон: 'окн',
  коек: 'койк',
  люлек: 'люльк',
  льна: 'лен',
  льну: 'лен',
  льном: 'лен',
  льне: 'лен',
};

/**
 * полок → полк as in полка, кресел → кресл, скамеек → скамейк. Applied to every stem, so that all forms of a word
 * agree whether or not its vowel is fleeting.
 */
function dropFleetingVowel(stem: string): string {
  if (stem.length < 5) return stem;
  return stem.replace(/([аеоу])ек$/, '$1йк').replace(/([^аеиоуыэюяьй])ь?[ео]([клрнц])$/, '$1$2');
}

/**
 * The stem by which a shop compares words: the algorithm without its verb steps, and without fleeting vowels.
 *
 * The verb steps tear furniture apart: they take диван, зеркал and кровать for verb forms (дива, зерка, крова) but
 * not диваном, зеркалам and кровати. A shop's texts name things; verbs can stay as they are.
 *
 * @param word a folded, non-empty token in Cyrillic letters.
 */
export function stemRussian(word: string): string {
  const exception = EXCEPTIONS[word];
  if (exception !== undefined) return exception;
  // Reflexive participles (вращающийся) are adjectives; nouns in -ся are too rare to matter.
  const active = /(?:[иы]й|ая|[ео]е|ие|[ео]го|[ео]му|[иы]м|[ео]м|[ео]й|ую|их|ими)ся$/.test(word)
    ? word.slice(0, -2)
    : word;
  return dropFleetingVowel(snowballRussian(active, { verbs: false }));
}
