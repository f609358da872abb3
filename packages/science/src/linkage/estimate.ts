import { type Field, fields, levelIn, levelsOf } from './fields.ts';
import {
  defaultLevels,
  defaultModel,
  isLearned,
  type LevelShares,
  type LinkageModel,
  type PairClass,
  pairClasses,
} from './model.ts';

export interface Estimation {
  model: LinkageModel;
  /** Logarithm of the posterior (likelihood × ballast) after each round; it never falls (Dempster, Laird, Rubin 1977). */
  logPosterior: number[];
}

export interface PatternCounts {
  records: number;
  /** Pairs that blocking found, by pattern of agreement. */
  counts: ReadonlyMap<number, number>;
  /** How the fields of pairs taken at random agree: that is what all pairs look like that blocking did not find. */
  randomLevels: Record<Field, readonly number[]>;
}

/** How many pairs the defaults count for: in a small shop they decide, in a large one its own data do. */
const ballast: Record<PairClass, number> = { match: 200, household: 200, stranger: 1e6 };
const shareBallast = 50;

type Shares = Record<PairClass, Record<Field, number[]>>;

/**
 * Expectation and maximisation over all pairs of the records: those that blocking found, whose class is hidden, and all
 * others, which are strangers. Matches and households take the shares that make the counts likeliest; nobody labels a pair.
 */
export function estimateModel(input: PatternCounts, rounds = 30): Estimation {
  const pairs = (input.records * (input.records - 1)) / 2;
  const found = [...input.counts.values()].reduce((sum, n) => sum + n, 0);
  const others = Math.max(0, pairs - found);
  const start = defaultModel(input.records);
  let model = start;
  const logPosterior: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { next, log } = oneRound(model, { ...input, others, start });
    const before = logPosterior.at(-1);
    logPosterior.push(log);
    model = next;
    if (before !== undefined && log - before < 1e-7 * Math.abs(before)) break;
  }
  return { model, logPosterior };
}

function oneRound(
  model: LinkageModel,
  { counts, others, randomLevels, start }: PatternCounts & { others: number; start: LinkageModel },
): { next: LinkageModel; log: number } {
  const shares: Record<PairClass, number> = {
    match: model.matchShare,
    household: model.householdShare,
    stranger: 1 - model.matchShare - model.householdShare,
  };
  const sums: Record<PairClass, number> = { match: 0, household: 0, stranger: others };
  const levels = emptyLevels();
  let log = others * Math.log(shares.stranger);
  for (const field of fields) {
    for (let level = 1; level < levelsOf[field].length; level += 1) {
      if (!isLearned(field, level)) continue;
      const n = others * (randomLevels[field][level] ?? 0);
      levels.stranger[field][level] = n;
      log += n === 0 ? 0 : n * Math.log(model.levels.stranger[field][level] ?? 0);
    }
  }
  for (const [pattern, n] of counts) {
    const of = pairClasses.map((kind) => shares[kind] * likelihood(model.levels[kind], pattern));
    const all = of.reduce((sum, value) => sum + value, 0);
    log += n * Math.log(all);
    pairClasses.forEach((kind, k) => {
      const part = (n * (of[k] ?? 0)) / all;
      sums[kind] += part;
      fields.forEach((field, f) => {
        const level = levelIn(pattern, f);
        const row = levels[kind][field];
        if (level !== 0 && isLearned(field, level)) row[level] = (row[level] ?? 0) + part;
      });
    });
  }
  // The ballast is a Dirichlet prior: its logarithm belongs to what must not fall.
  for (const kind of pairClasses) {
    for (const field of fields) {
      defaultLevels[kind][field].forEach((p, level) => {
        if (level === 0 || !isLearned(field, level)) return;
        log += ballast[kind] * p * Math.log(model.levels[kind][field][level] ?? 0);
        levels[kind][field][level] = (levels[kind][field][level] ?? 0) + ballast[kind] * p;
      });
    }
  }
  const startShares = { match: start.matchShare, household: start.householdShare };
  const weight = shareBallast / (startShares.match + startShares.household);
  log +=
    weight * startShares.match * Math.log(shares.match) + weight * startShares.household * Math.log(shares.household);
  const total = sums.match + sums.household + sums.stranger + shareBallast;
  return {
    next: {
      matchShare: (sums.match + weight * startShares.match) / total,
      householdShare: (sums.household + weight * startShares.household) / total,
      levels: {
        match: normalise(levels.match),
        household: normalise(levels.household),
        stranger: normalise(levels.stranger),
      },
    },
    log,
  };
}

function likelihood(levels: LevelShares, pattern: number): number {
  let product = 1;
  fields.forEach((field, f) => {
    const level = levelIn(pattern, f);
    if (level !== 0 && isLearned(field, level)) product *= levels[field][level] ?? 0;
  });
  return product;
}

const emptyLevels = (): Shares =>
  Object.fromEntries(
    pairClasses.map((kind) => [kind, Object.fromEntries(fields.map((field) => [field, levelsOf[field].map(() => 0)]))]),
  ) as Shares;

const normalise = (rows: Record<Field, number[]>): LevelShares =>
  Object.fromEntries(
    fields.map((field) => {
      const total = rows[field].reduce((sum, n) => sum + n, 0);
      return [field, rows[field].map((n, level) => (level === 0 ? 0 : n / total))];
    }),
  ) as unknown as LevelShares;
