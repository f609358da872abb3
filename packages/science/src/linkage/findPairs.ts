import type { Columns } from './columns.ts';
import { comparePair } from './comparePair.ts';
import { type Field, fields, levelIn, levelsOf, patternCount } from './fields.ts';
import { nameShares, scorePattern, type Weights } from './model.ts';
import type { Part } from './part.ts';

/** A key that more records have than this is no clue, and comparing them all would cost their square. */
const mostInBlock = 60;

/**
 * Calls `visit` once for every two records that share a key of at least one rule. A pair that several rules find is visited
 * for the first. Crowded keys are to be blanked before (`blankCrowdedKeys`).
 */
export function forEachPair(columns: Columns, share: Part, visit: (a: number, b: number) => void): void {
  const scratch = bucketsFor(columns);
  columns.keys.forEach((keys, rule) => {
    forEachBlock(keys, scratch, share, (members) => visitBlock(columns, rule, members, visit));
  });
}

/** Sets the keys that too many records share to none, in the rules of this share of the work. Changes the columns. */
export function blankCrowdedKeys(columns: Columns, { part, parts }: Part): void {
  const scratch = bucketsFor(columns);
  columns.keys.forEach((keys, rule) => {
    if (rule % parts !== part) return;
    forEachBlock(keys, scratch, { part: 0, parts: 1 }, (members) => {
      if (members.length > mostInBlock) for (const at of members) keys[at] = 0;
    });
  });
}

interface Buckets {
  starts: Int32Array;
  order: Int32Array;
}

function bucketsFor({ count, width }: Columns): Buckets {
  let bits = 8;
  while (2 ** bits < count * width && bits < 22) bits += 1;
  return { starts: new Int32Array(2 ** bits + 1), order: new Int32Array(count * width) };
}

/** Places with the same key, two or more. Dealt into buckets by counting: no map, and memory is two numbers a place. */
function forEachBlock(
  keys: Float64Array,
  { starts, order }: Buckets,
  share: Part,
  visit: (members: Int32Array) => void,
): void {
  const buckets = starts.length - 1;
  const places = order.length;
  const isMine = (bucket: number) => bucket % share.parts === share.part;
  const bucketOf = (key: number) => (key ^ Math.floor(key / 2097152)) & (buckets - 1);
  starts.fill(0);
  for (let at = 0; at < places; at += 1) {
    const key = keys[at] ?? 0;
    if (key !== 0) starts[bucketOf(key) + 1] = (starts[bucketOf(key) + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < places; at += 1) {
    const key = keys[at] ?? 0;
    if (key === 0) continue;
    const bucket = bucketOf(key);
    if (!isMine(bucket)) continue;
    order[next[bucket] ?? 0] = at;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!isMine(bucket)) continue;
    const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
    if (to - from >= 2) visitBucket(keys, order.subarray(from, to), visit);
  }
}

function visitBucket(keys: Float64Array, members: Int32Array, visit: (members: Int32Array) => void): void {
  // Different keys meet in a bucket by chance; sorted by key, equal ones stand together.
  if (members.length > 2) members.sort((x, y) => (keys[x] ?? 0) - (keys[y] ?? 0) || x - y);
  for (let from = 0; from < members.length; ) {
    const key = keys[members[from] ?? 0];
    let to = from + 1;
    while (to < members.length && keys[members[to] ?? 0] === key) to += 1;
    if (to - from >= 2) visit(members.subarray(from, to));
    from = to;
  }
}

function visitBlock(columns: Columns, rule: number, members: Int32Array, visit: (a: number, b: number) => void): void {
  const { width } = columns;
  for (let i = 0; i < members.length; i += 1) {
    const a = Math.floor((members[i] ?? 0) / width);
    for (let j = i + 1; j < members.length; j += 1) {
      const b = Math.floor((members[j] ?? 0) / width);
      if (a !== b && !isFoundBefore(columns, rule, a, b)) visit(Math.min(a, b), Math.max(a, b));
    }
  }
}

function isFoundBefore({ keys, width }: Columns, rule: number, a: number, b: number): boolean {
  for (let earlier = 0; earlier < rule; earlier += 1) {
    const column = keys[earlier];
    if (!column) continue;
    for (let i = 0; i < width; i += 1) {
      const key = column[a * width + i];
      if (!key) continue;
      for (let j = 0; j < width; j += 1) if (column[b * width + j] === key) return true;
    }
  }
  return false;
}

/** How many of the found pairs agree in which way. */
export function countPatterns(columns: Columns, share: Part): Float64Array {
  const counts = new Float64Array(patternCount);
  forEachPair(columns, share, (a, b) => {
    const pattern = comparePair(columns, a, b);
    counts[pattern] = (counts[pattern] ?? 0) + 1;
  });
  return counts;
}

export interface ScoredPairs {
  a: Int32Array;
  b: Int32Array;
  bits: Float32Array;
  patterns: Int32Array;
  /** Pairs that were compared. */
  compared: number;
}

/** The pairs of at least `threshold` bits. */
export function scorePairs(columns: Columns, weights: Weights, threshold: number, share: Part): ScoredPairs {
  const a: number[] = [];
  const b: number[] = [];
  const bits: number[] = [];
  const patterns: number[] = [];
  let compared = 0;
  // Names add at most so much for being rare; what cannot reach the threshold with it needs no look at the names.
  const reach = patternScores(weights);
  forEachPair(columns, share, (x, y) => {
    compared += 1;
    const pattern = comparePair(columns, x, y);
    if (reach(pattern) < threshold) return;
    const score = scorePattern(weights, pattern, nameShares(columns, x, y));
    if (score < threshold) return;
    a.push(x);
    b.push(y);
    bits.push(score);
    patterns.push(pattern);
  });
  return {
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    bits: Float32Array.from(bits),
    patterns: Int32Array.from(patterns),
    compared,
  };
}

function patternScores(weights: Weights): (pattern: number) => number {
  const known = new Float64Array(patternCount).fill(Number.NaN);
  const rarest = { given: 1e-9, family: 1e-9 };
  return (pattern) => {
    const score = known[pattern] ?? Number.NaN;
    if (!Number.isNaN(score)) return score;
    const made = Math.max(
      scorePattern(weights, pattern, rarest),
      scorePattern(weights, pattern, { given: 1e-9, family: 1 }),
    );
    known[pattern] = made;
    return made;
  };
}

/** How fields agree in pairs taken at random: shares by level, of the pairs in which both say something. */
export function sampleLevels(columns: Columns, pairs: number, seed = 1): Record<Field, number[]> {
  const counts = Object.fromEntries(fields.map((field) => [field, levelsOf[field].map(() => 0)])) as Record<
    Field,
    number[]
  >;
  let state = seed >>> 0 || 1;
  const random = () => {
    // Marsaglia's xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let n = 0; n < pairs && columns.count > 1; n += 1) {
    const a = Math.floor(random() * columns.count);
    const b = Math.floor(random() * columns.count);
    if (a === b) continue;
    const pattern = comparePair(columns, a, b);
    fields.forEach((field, f) => {
      const level = levelIn(pattern, f);
      if (level !== 0) counts[field][level] = (counts[field][level] ?? 0) + 1;
    });
  }
  return Object.fromEntries(
    fields.map((field) => {
      const total = counts[field].reduce((sum, n) => sum + n, 0);
      return [field, counts[field].map((n) => (total === 0 ? 0 : n / total))];
    }),
  ) as Record<Field, number[]>;
}
