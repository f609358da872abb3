/** Pure mathematics: no input, no output, no dependency. */
export { type BlockingRule, blockingRules } from './linkage/blockingRules.ts';
export {
  type Columns,
  createEncoder,
  dropShared,
  type EncodeOptions,
  encodeRecords,
  fillKeys,
  type NamePopulation,
} from './linkage/columns.ts';
export { comparePair } from './linkage/comparePair.ts';
export { type Estimation, estimateModel, type PatternCounts } from './linkage/estimate.ts';
export { type Field, fields, type Level, levelIn, levelsOf, patternOf } from './linkage/fields.ts';
export {
  blankCrowdedKeys,
  countPatterns,
  forEachPair,
  type ScoredPairs,
  sampleLevels,
  scorePairs,
} from './linkage/findPairs.ts';
export { hashText } from './linkage/hashText.ts';
export { jaroWinkler } from './linkage/jaroWinkler.ts';
export {
  defaultModel,
  explainPattern,
  type LinkageModel,
  nameShares,
  pairClasses,
  probabilityOf,
  type Step,
  scorePattern,
  type Weights,
  weightsOf,
} from './linkage/model.ts';
export { fullGivenName } from './linkage/nicknames.ts';
export type { Part } from './linkage/part.ts';
export type { PersonRecord, RecordAddress } from './linkage/record.ts';
export { romanise } from './linkage/romanise.ts';
export { familySoundForm, soundForm } from './linkage/soundForm.ts';
