import type { DeskLine, SaleLine } from './queries.ts';

export type Choice = Omit<DeskLine, 'orderLineId' | 'deduction'>;
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
export const worthOf = (line: SaleLine, choice: Choice): number =>
  choice.outcome === 'send_back' ? 0 : line.worth.slice(0, choice.quantity).reduce((sum, one) => sum + one.amount, 0);

export const differenceOf = (newGoods: number, oldGoods: number): { pays: number; gets: number } => ({
  pays: Math.max(0, newGoods - oldGoods),
  gets: Math.max(0, oldGoods - newGoods),
});
