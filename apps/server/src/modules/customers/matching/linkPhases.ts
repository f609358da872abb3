import {
  blankCrowdedKeys,
  type Columns,
  countPatterns,
  fillKeys,
  type LinkageModel,
  type Part,
  type ScoredPairs,
  scorePairs,
  weightsOf,
} from '@throughline/science';

/** The steps of a run over all records; each must be done by all threads before the next begins. */
export type Phase =
  | { kind: 'keys' }
  | { kind: 'crowded' }
  /** One of `sampled` pairs is counted. */
  | { kind: 'count'; sampled: number }
  | { kind: 'score'; model: LinkageModel; from: number };

export interface PhaseResult {
  counts?: Float64Array;
  pairs?: ScoredPairs;
}

export function runPhase(columns: Columns, phase: Phase, part: Part): PhaseResult {
  switch (phase.kind) {
    case 'keys':
      fillKeys(columns, part);
      return {};
    case 'crowded':
      blankCrowdedKeys(columns, part);
      return {};
    case 'count':
      return { counts: countPatterns(columns, { part: part.part * phase.sampled, parts: part.parts * phase.sampled }) };
    case 'score':
      return { pairs: scorePairs(columns, weightsOf(phase.model), phase.from, part) };
  }
}
