import type { Columns } from './columns.ts';
import { jaroWinklerIn } from './jaroWinkler.ts';

/** How well two records of the columns agree, field by field, as one number (see fields.ts). Symmetric. */
export function comparePair(columns: Columns, a: number, b: number): number {
  const [givenA, familyA] = [columns.given[a] ?? 0, columns.family[a] ?? 0];
  const [givenB, familyB] = [columns.given[b] ?? 0, columns.family[b] ?? 0];
  let given = compareGiven(columns, givenA, givenB);
  let family = compareFamily(columns, familyA, familyB);
  // Names typed the wrong way round: each agrees with the other, not letter by letter on purpose.
  if (given >= 4 && family >= 4 && givenA && familyA && givenB && familyB) {
    const crossed = Math.max(compareFamily(columns, givenA, familyB), compareFamily(columns, familyA, givenB));
    if (crossed <= 2) {
      given = 2;
      family = 2;
    }
  }
  return (
    given |
    (family << 3) |
    (compareBirth(columns.birth[a] ?? 0, columns.birth[b] ?? 0) << 6) |
    (bestPhone(columns, a, b) << 9) |
    (bestEmail(columns, a, b) << 12) |
    (bestAddress(columns, a, b) << 15)
  );
}

function compareGiven(columns: Columns, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  const { names } = columns;
  if (names.full[a] === names.full[b] || names.givenSound[a] === names.givenSound[b]) return 2;
  const initial = (names.length[a] === 1 || names.length[b] === 1) && sameStart(columns, a, b);
  return initial ? 4 : byLetters(columns, a, b);
}

function compareFamily(columns: Columns, a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  return columns.names.familySound[a] === columns.names.familySound[b] ? 2 : byLetters(columns, a, b);
}

const sameStart = ({ names, pool }: Columns, a: number, b: number) =>
  pool[names.start[a] ?? 0] === pool[names.start[b] ?? 0];

function byLetters({ names, pool }: Columns, a: number, b: number): number {
  const likeness = jaroWinklerIn(
    pool,
    names.start[a] ?? 0,
    names.length[a] ?? 0,
    names.start[b] ?? 0,
    names.length[b] ?? 0,
  );
  if (likeness >= 0.92) return 3;
  return likeness >= 0.84 ? 4 : 5;
}

/** Dates as yyyymmdd. A slip: day and month swapped, or one digit another. Near: the same year. */
export function compareBirth(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  const swapped = Math.floor(a / 10_000) * 10_000 + (a % 100) * 100 + (Math.floor(a / 100) % 100);
  if (swapped === b || digitsApart(a, b) === 1) return 2;
  return Math.floor(a / 10_000) === Math.floor(b / 10_000) ? 3 : 4;
}

function digitsApart(a: number, b: number): number {
  let [x, y, apart] = [a, b, 0];
  while (x > 0 || y > 0) {
    if (x % 10 !== y % 10) apart += 1;
    x = Math.floor(x / 10);
    y = Math.floor(y / 10);
  }
  return apart;
}

/** A slip: the last seven digits the same (the country was forgotten), one digit another, or two neighbours swapped. */
export function comparePhones(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  if (a % 10_000_000 === b % 10_000_000) return 2;
  const apart = digitsApart(a, b);
  if (apart === 1) return 2;
  return apart === 2 && isTransposed(a, b) ? 2 : 3;
}

function isTransposed(a: number, b: number): boolean {
  let [x, y] = [a, b];
  while (x % 10 === y % 10) {
    x = Math.floor(x / 10);
    y = Math.floor(y / 10);
  }
  return x % 10 === Math.floor(y / 10) % 10 && y % 10 === Math.floor(x / 10) % 10;
}

/** Of several contacts the two that agree best; to miss one is no disagreement. */
function best(
  columns: Columns,
  a: number,
  b: number,
  compare: (columns: Columns, x: number, y: number) => number,
): number {
  const { width } = columns;
  if (width === 1) return compare(columns, a, b);
  let found = 0;
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < width; j += 1) {
      const level = compare(columns, a * width + i, b * width + j);
      if (level !== 0 && (found === 0 || level < found)) found = level;
    }
  }
  return found;
}

const phonesAt = (columns: Columns, x: number, y: number) =>
  comparePhones(columns.phone[x] ?? 0, columns.phone[y] ?? 0);
const bestPhone = (columns: Columns, a: number, b: number) => best(columns, a, b, phonesAt);
const bestEmail = (columns: Columns, a: number, b: number) => best(columns, a, b, emailsAt);
const bestAddress = (columns: Columns, a: number, b: number) => best(columns, a, b, addressesAt);

function emailsAt(columns: Columns, x: number, y: number): number {
  const [a, b] = [columns.email[x] ?? 0, columns.email[y] ?? 0];
  if (a === 0 || b === 0) return 0;
  if (a === b) return 1;
  if (columns.mailbox[x] === columns.mailbox[y]) return 2;
  if (columns.domain[x] !== columns.domain[y]) return 4;
  return isOneSlip(columns, x, y) ? 3 : 4;
}

/** One letter more, less or another, or two neighbours swapped: `anna.nowak81` and `anna.nowak18` are two people. */
function isOneSlip({ pool, mailboxStart, mailboxLength }: Columns, x: number, y: number): boolean {
  const [startA, startB] = [mailboxStart[x] ?? 0, mailboxStart[y] ?? 0];
  const [lengthA, lengthB] = [mailboxLength[x] ?? 0, mailboxLength[y] ?? 0];
  if (Math.abs(lengthA - lengthB) > 1) return false;
  const shorter = Math.min(lengthA, lengthB);
  let head = 0;
  while (head < shorter && pool[startA + head] === pool[startB + head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && pool[startA + lengthA - 1 - tail] === pool[startB + lengthB - 1 - tail]) tail += 1;
  const [leftA, leftB] = [lengthA - head - tail, lengthB - head - tail];
  if (leftA <= 1 && leftB <= 1) return true;
  if (leftA !== 2 || leftB !== 2) return false;
  const isLetter = (unit: number | undefined) => unit !== undefined && (unit < 48 || unit > 57);
  const [a1, a2] = [pool[startA + head], pool[startA + head + 1]];
  return a1 === pool[startB + head + 1] && a2 === pool[startB + head] && isLetter(a1) && isLetter(a2);
}

function addressesAt(columns: Columns, x: number, y: number): number {
  const [townA, townB] = [columns.town[x] ?? 0, columns.town[y] ?? 0];
  const [postA, postB] = [columns.postcode[x] ?? 0, columns.postcode[y] ?? 0];
  if ((townA === 0 && postA === 0) || (townB === 0 && postB === 0)) return 0;
  const samePost = postA !== 0 && postA === postB;
  const sameTown = townA !== 0 && townA === townB;
  const sameStreet = columns.street[x] !== 0 && columns.street[x] === columns.street[y];
  const sameHouse = columns.house[x] !== 0 && columns.house[x] === columns.house[y];
  if (sameStreet && sameHouse && samePost) return 1;
  if (sameHouse && ((sameStreet && sameTown) || samePost)) return 2;
  if (samePost) return 3;
  return sameTown ? 4 : 5;
}
