import type { Module } from '../../kernel/module.ts';
import { returnsLiveRules } from './liveRules.ts';
import { returnsMigrations } from './migrations.ts';
import { returnsPersonal } from './personal.ts';
import { returnsColumns } from './personalColumns.ts';
import { returnsRoutes } from './routes.ts';

export { announceReturn, type NewReturnLine } from './announceReturn.ts';
export { acceptedAlready, acceptSilently, answerComplaint } from './answerComplaint.ts';
export { applicableRules, type RuleAnswer, termAfter, whyNot } from './applicableRules.ts';
export {
  type BlindLine,
  type BlindReturn,
  blindReturnsBetween,
  getBlindReturn,
  recordBlindReturn,
} from './blindReturns.ts';
export { checkDeduction } from './checkDeduction.ts';
export { findFields, toFilter } from './findQuery.ts';
export { type Inspected, markInspected } from './inspectReturn.ts';
export { listReturned, type Returned, returnKinds } from './listReturned.ts';
export { closeReturn, lockReturn, markReceived } from './moveReturn.ts';
export {
  answerDays,
  type Condition,
  type Deduction,
  type Outcome,
  type ReturnPolicy,
  type ReturnReason,
  type ReturnRule,
  refundDays,
} from './policy.ts';
export { readPolicy } from './readPolicy.ts';
export { findByCode, getReturn, returnsOfOrders, settledBetween, stepsOf, unitsOf } from './readReturns.ts';
export { shareOfUnits } from './refundShares.ts';
export type { Return } from './return.ts';
export {
  BlindContactSchema,
  ChosenOutcomeSchema,
  ConditionSchema,
  DeductionSchema,
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
  personalColumns: returnsColumns,
  migrations: returnsMigrations,
  personal: returnsPersonal,
  routes: returnsRoutes,
  liveRules: returnsLiveRules,
};
