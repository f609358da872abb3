import type { Deduction, ReturnPolicy, ReturnRule } from './policy.ts';

export type DeductionRefusal = 'not_for_complaints' | 'above_limit';

/**
 * Whether so much may be taken off. The law lets a shop take off what worn goods lost by use beyond trying them
 * (directive 2011/83, article 14(2)); who complains of faulty goods loses nothing. Pure.
 */
export function checkDeduction(
  rule: ReturnRule,
  deduction: Deduction | undefined,
  policy: Pick<ReturnPolicy, 'deductionPercent'>,
): DeductionRefusal | undefined {
  if (!deduction) return undefined;
  if (rule === 'complaint') return 'not_for_complaints';
  return deduction.percent > policy.deductionPercent ? 'above_limit' : undefined;
}
