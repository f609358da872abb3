import type { Columns } from './columns.ts';
import { type Field, fields, levelIn, levelsOf } from './fields.ts';

/**
 * What a pair of records can be. Fellegi and Sunter's model (1969, "A Theory for Record Linkage") knows matches and
 * non-matches; with two classes a family that shares name, address and telephone looks like one person. So there is a third
 * one, as Winkler (1993, "Improved Decision Rules in the Fellegi-Sunter Model of Record Linkage") has it: two people of one
 * household.
 */
export const pairClasses = ['match', 'household', 'stranger'] as const;
export type PairClass = (typeof pairClasses)[number];

/** Probability of each level of each field within a class; `missing` (0) and what is not learned carry none. Rows add up to 1. */
export type LevelShares = Record<Field, readonly number[]>;

export interface LinkageModel {
  /** Among all pairs of records: how many are one person, and how many two of one household. */
  matchShare: number;
  householdShare: number;
  levels: Record<PairClass, LevelShares>;
}

/** How pairs of a European retailer agree, before its own data have been looked at: the start and the ballast of estimation. */
export const defaultLevels: Record<PairClass, LevelShares> = {
  match: {
    givenName: [0, 0.84, 0.08, 0.05, 0.02, 0.01],
    familyName: [0, 0.86, 0.05, 0.05, 0.01, 0.03],
    birthDate: [0, 0.94, 0.045, 0.005, 0.01],
    phone: [0, 0.84, 0.05, 0.11],
    email: [0, 0.86, 0, 0, 0.14],
    address: [0, 0.76, 0.08, 0.02, 0.07, 0.07],
  },
  household: {
    givenName: [0, 0.012, 0.004, 0.02, 0.03, 0.934],
    familyName: [0, 0.5, 0.3, 0.01, 0.01, 0.18],
    birthDate: [0, 0.015, 0.003, 0.03, 0.952],
    phone: [0, 0.25, 0.004, 0.746],
    email: [0, 0.05, 0, 0, 0.95],
    address: [0, 0.85, 0.07, 0.02, 0.03, 0.03],
  },
  stranger: {
    givenName: [0, 0.012, 0.004, 0.005, 0.02, 0.959],
    familyName: [0, 0.002, 0.001, 0.002, 0.02, 0.975],
    birthDate: [0, 0.00005, 0.0004, 0.017, 0.98255],
    phone: [0, 1e-7, 1e-6, 0.9999989],
    email: [0, 1e-8, 0, 0, 0.99999999],
    address: [0, 3e-7, 2e-5, 0.0005, 0.05, 0.9494797],
  },
};

/** The model for `records` customers, of whom about one in ten is there twice and one in three with somebody of the family. */
export function defaultModel(records: number): LinkageModel {
  // A list of thirty is the beginning of a longer one, not thirty people of whom every second pair may be one.
  const people = Math.max(1_000, records);
  return { matchShare: 0.2 / people, householdShare: 0.8 / people, levels: defaultLevels };
}

/** Logarithms ready for scoring: of every level in bits, against a stranger. */
export interface Weights {
  /** log2 of the odds of match to stranger before anything was compared. */
  prior: number;
  /** log2 of the odds of household to stranger before. */
  householdPrior: number;
  /** log2 P(level | match) / P(level | stranger), at 8 · field + level. */
  match: Float64Array;
  household: Float64Array;
  /** log2 of the share of strangers whose names agree: what the weight of a name's own share is measured by. */
  givenAgreement: number;
  familyAgreement: number;
}

/**
 * Mailboxes are made of names and years: two people called Anna Nowak have like ones far sooner than chance has it. Fields
 * are taken to be independent, so estimation would learn a like mailbox as proof; its bits are fixed instead.
 */
const likeMailbox = { match: 3, household: 1 };

export const isLearned = (field: Field, level: number): boolean => field !== 'email' || (level !== 2 && level !== 3);

export function weightsOf(model: LinkageModel): Weights {
  const strangers = 1 - model.matchShare - model.householdShare;
  const match = new Float64Array(8 * fields.length);
  const household = new Float64Array(8 * fields.length);
  const { stranger } = model.levels;
  fields.forEach((field, f) => {
    for (let level = 1; level < levelsOf[field].length; level += 1) {
      if (!isLearned(field, level)) {
        match[8 * f + level] = likeMailbox.match;
        household[8 * f + level] = likeMailbox.household;
        continue;
      }
      const u = Math.max(stranger[field][level] ?? 0, 1e-12);
      match[8 * f + level] = Math.log2(Math.max(model.levels.match[field][level] ?? 0, 1e-9) / u);
      household[8 * f + level] = Math.log2(Math.max(model.levels.household[field][level] ?? 0, 1e-9) / u);
    }
  });
  const agreement = (field: 'givenName' | 'familyName') =>
    Math.log2((stranger[field][1] ?? 0) + (stranger[field][2] ?? 0) || 1e-9);
  return {
    prior: Math.log2(model.matchShare / strangers),
    householdPrior: Math.log2(model.householdShare / strangers),
    match,
    household,
    givenAgreement: agreement('givenName'),
    familyAgreement: agreement('familyName'),
  };
}

/** A rare name that agrees says more than a common one, within these bounds (Splink: "term frequency adjustments"). */
const mostForRarity = 5;

function rarity(agreement: number, level: number, share: number): number {
  if (level !== 1 && level !== 2) return 0;
  const bits = agreement - Math.log2(Math.max(share, 1e-9));
  return Math.max(-mostForRarity, Math.min(mostForRarity, bits));
}

export interface NameShares {
  given: number;
  family: number;
}

/** The larger share of the two records' names: of names that agree they are nearly the same. */
export function nameShares({ names, given, family }: Columns, a: number, b: number): NameShares {
  return {
    given: Math.max(names.givenShare[given[a] ?? 0] ?? 0, names.givenShare[given[b] ?? 0] ?? 0),
    family: Math.max(names.familyShare[family[a] ?? 0] ?? 0, names.familyShare[family[b] ?? 0] ?? 0),
  };
}

/** log2 of the odds that the two are one person, against all else. 0 is even; 10 is a thousand to one. */
export function scorePattern(weights: Weights, pattern: number, shares: NameShares): number {
  let match = weights.prior;
  let household = weights.householdPrior;
  for (let f = 0; f < fields.length; f += 1) {
    const at = 8 * f + levelIn(pattern, f);
    match += weights.match[at] ?? 0;
    household += weights.household[at] ?? 0;
  }
  match += rarity(weights.givenAgreement, levelIn(pattern, 0), shares.given);
  const familyBits = rarity(weights.familyAgreement, levelIn(pattern, 1), shares.family);
  return match + familyBits - orNoRelative(household + familyBits);
}

/** log2(1 + 2^household): what is taken off because they may be relatives. */
const orNoRelative = (household: number) => (household > 50 ? household : Math.log2(1 + 2 ** household));

export interface Step {
  /** `prior`: how rare two records of one person are at all. `household`: they may be relatives. */
  of: 'prior' | Field | 'household';
  level: string;
  /** Bits for (above 0) or against; all of them add up to the score. */
  bits: number;
}

/** The score as the steps that lead to it, in the order they are shown. */
export function explainPattern(weights: Weights, pattern: number, shares: NameShares): Step[] {
  let household = weights.householdPrior;
  const steps: Step[] = [{ of: 'prior', level: 'before', bits: weights.prior }];
  fields.forEach((field, f) => {
    const level = levelIn(pattern, f);
    const share = f === 0 ? shares.given : shares.family;
    const common = f === 0 ? weights.givenAgreement : weights.familyAgreement;
    const own = f < 2 ? rarity(common, level, share) : 0;
    household += (weights.household[8 * f + level] ?? 0) + (f === 1 ? own : 0);
    steps.push({
      of: field,
      level: levelsOf[field][level] ?? 'missing',
      bits: (weights.match[8 * f + level] ?? 0) + own,
    });
  });
  steps.push({ of: 'household', level: 'possible', bits: -orNoRelative(household) });
  return steps;
}

/** A score in bits as a probability. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);
