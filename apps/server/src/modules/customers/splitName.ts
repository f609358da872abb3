/**
 * "Zofia Maria Łęcka" as given and family name: the last word is the family's, as in all our languages. A single word is
 * what somebody is called by.
 */
export function splitName(name: string): { givenName: string; familyName?: string } {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last === undefined
    ? { givenName: words.join(' ') }
    : { givenName: words.slice(0, -1).join(' '), familyName: last };
}
