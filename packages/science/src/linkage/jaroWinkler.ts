/** A text as code units in a pool: from `start`, `length` long. */
export type Pool = Uint16Array;

const most = 64;
const takenA = new Uint8Array(most);
const takenB = new Uint8Array(most);

/**
 * Jaro's similarity with Winkler's bonus for a common beginning (Jaro 1989; Winkler 1990, "String Comparator Metrics and
 * Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage": prefix of at most 4, scale 0.1). 0 … 1, of the
 * first 64 units; two empty texts are alike.
 */
export function jaroWinklerIn(pool: Pool, startA: number, fullA: number, startB: number, fullB: number): number {
  const lengthA = Math.min(fullA, most);
  const lengthB = Math.min(fullB, most);
  if (lengthA === 0 || lengthB === 0) return lengthA === lengthB ? 1 : 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  takenA.fill(0, 0, lengthA);
  takenB.fill(0, 0, lengthB);
  let matches = 0;
  for (let i = 0; i < lengthA; i += 1) {
    const unit = pool[startA + i];
    const until = Math.min(lengthB - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= until; j += 1) {
      if (takenB[j] || pool[startB + j] !== unit) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      matches += 1;
      break;
    }
  }
  if (matches === 0) return 0;
  let outOfOrder = 0;
  for (let i = 0, j = 0; i < lengthA; i += 1) {
    if (!takenA[i]) continue;
    while (!takenB[j]) j += 1;
    if (pool[startA + i] !== pool[startB + j]) outOfOrder += 1;
    j += 1;
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - outOfOrder / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && pool[startA + prefix] === pool[startB + prefix])
    prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const scratch = new Uint16Array(2 * most);

/** Of two texts: `jaroWinkler('martha', 'marhta')` is 0.961. */
export function jaroWinkler(a: string, b: string): number {
  const [lengthA, lengthB] = [Math.min(a.length, most), Math.min(b.length, most)];
  for (let i = 0; i < lengthA; i += 1) scratch[i] = a.charCodeAt(i);
  for (let i = 0; i < lengthB; i += 1) scratch[most + i] = b.charCodeAt(i);
  return jaroWinklerIn(scratch, 0, lengthA, most, lengthB);
}
