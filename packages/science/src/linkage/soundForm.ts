const steps: readonly (readonly [RegExp, string])[] = [
  [/shch|szcz|sch/g, 's'],
  [/sh|sz/g, 's'],
  [/zh|rz/g, 'z'],
  // Polish ch is Russian kh, Russian ch is Polish cz: written, the three cannot be told apart, so they are one.
  [/cz|ch|kh|g/g, 'h'],
  [/ts|tz/g, 'c'],
  [/c(?=[aoutlr])/g, 'k'],
  [/ph|f|w/g, 'v'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/[yij]+/g, 'i'],
  [/i(?=[aeou])|(?<=[aeou])i/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * How a romanised name sounds, roughly: what the ways of writing one Slavic name in Latin letters have in common
 * (`Yuliya`, `Julia` and `Iulia`; `Szewczenko` and `Shevchenko`). Lossy on purpose: it finds pairs, and it is weaker evidence
 * than the name letter by letter.
 */
export function soundForm(romanised: string): string {
  let sound = romanised.replaceAll(' ', '');
  for (const [pattern, with_] of steps) sound = sound.replace(pattern, with_);
  return sound;
}

/** The same of a family name, without the ending that tells a man's from a woman's: `Kowalska` as `Kowalski`. */
export function familySoundForm(romanised: string): string {
  const sound = soundForm(romanised);
  const stem = sound.replace(/[aeiou]+$/, '');
  return stem.length >= 3 ? stem : sound;
}
