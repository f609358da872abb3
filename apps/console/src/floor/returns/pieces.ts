import type { DeskLine, SaleLine } from './queries.ts';

export type Deduction = NonNullable<DeskLine['deduction']>;
export type Choice = Omit<DeskLine, 'orderLineId'>;
export type Condition = Choice['condition'];

export const conditions = ['unopened', 'opened', 'used', 'damaged', 'faulty'] as const;
export const outcomes = ['restock', 'damaged', 'write_off', 'send_back'] as const;
export const reasons = [
  'changed_mind',
  'does_not_fit',
  'not_as_described',
  'damaged_in_transit',
  'faulty',
  'wrong_item',
  'other',
] as const;

/** What is likely, so that a tap on the piece is enough; every part of it can be changed. */
export function firstChoice(line: SaleLine): Choice {
  const rule = line.bestRule ?? 'shop_policy';
  const allowed = line.rules.find((one) => one.rule === rule)?.conditions;
  const condition: Condition = allowed?.includes('unopened') === false ? 'faulty' : 'unopened';
  return {
    quantity: 1,
    rule,
    condition,
    reason: condition === 'faulty' ? 'faulty' : 'changed_mind',
    outcome: outcomeFor(condition),
  };
}

/** Broken goods never go back on the shelf by themselves. */
export const outcomeFor = (condition: Condition): Choice['outcome'] =>
  condition === 'unopened' || condition === 'opened' ? 'restock' : 'damaged';

/** Minor units that are given back for it. */
export function worthOf(line: SaleLine, choice: Choice): number {
  if (choice.outcome === 'send_back') return 0;
  const whole = line.worth.slice(0, choice.quantity).reduce((sum, one) => sum + one.amount, 0);
  return whole - takenOff(whole, choice.deduction);
}

/** Minor units taken off for use, rounded half up, as the server does. */
export const takenOff = (whole: number, deduction: Deduction | undefined): number =>
  Math.floor((whole * (deduction?.percent ?? 0) * 2 + 100) / 200);

/** What is taken off has its reason: without one nothing is final. */
export const isExplained = (deduction: Deduction | undefined): boolean =>
  deduction === undefined || deduction.reason.trim().length >= 3;

export const differenceOf = (newGoods: number, oldGoods: number): { pays: number; gets: number } => ({
  pays: Math.max(0, newGoods - oldGoods),
  gets: Math.max(0, oldGoods - newGoods),
});
