import type { Module } from '../../kernel/module.ts';
import { returnsLiveRules } from './liveRules.ts';
import { returnsMigrations } from './migrations.ts';
import { returnsRoutes } from './routes.ts';

export { announceReturn, type NewReturnLine } from './announceReturn.ts';
export { applicableRules, type RuleAnswer, termAfter, whyNot } from './applicableRules.ts';
export { type Inspected, markInspected } from './inspectReturn.ts';
export { closeReturn, lockReturn, markReceived } from './moveReturn.ts';
export { answerDays, type ReturnPolicy, type ReturnReason, type ReturnRule, refundDays } from './policy.ts';
export { readPolicy } from './readPolicy.ts';
export { getReturn, returnsOfOrders, stepsOf, unitsOf } from './readReturns.ts';
export { shareOfUnits } from './refundShares.ts';
export type { Return } from './return.ts';
export {
  ChosenOutcomeSchema,
  ConditionSchema,
  ReasonSchema,
  ReturnSchema,
  ReturnStateSchema,
  RuleSchema,
  WithdrawalSchema,
} from './schemas.ts';
export { markSettled, valueReturn } from './settleReturn.ts';
export type { Payout } from './tables.ts';
export {
  answerWithdrawal,
  getWithdrawal,
  recordWithdrawal,
  type Withdrawal,
  withdrawalsOfOrders,
} from './withdrawals.ts';

/** Goods that come back: claims, states, rules, what is given back, declarations of withdrawal. */
export const returnsModule: Module = {
  name: 'returns',
  migrations: returnsMigrations,
  routes: returnsRoutes,
  liveRules: returnsLiveRules,
};
