/** Postcodes as people type them ("30 001", "30-001") in one form: letters and digits, upper case. */
export function normalisePostcode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/**
 * The zone a postcode belongs to: the longest prefix that fits it, else a zone for the whole country ([]), the first of
 * several. undefined = not delivered there.
 */
export function chooseZone<Z extends { postcodePrefixes: readonly string[] }>(
  zones: readonly Z[],
  postcode: string,
): Z | undefined {
  const wanted = normalisePostcode(postcode);
  let best: { zone: Z; length: number } | undefined;
  for (const zone of zones) {
    const prefixes = zone.postcodePrefixes.length === 0 ? [''] : zone.postcodePrefixes.map(normalisePostcode);
    for (const prefix of prefixes) {
      if (wanted.startsWith(prefix) && (best === undefined || prefix.length > best.length))
        best = { zone, length: prefix.length };
    }
  }
  return best?.zone;
}
