import type { SaleLine } from './readSale.ts';

export interface AskedPieces {
  orderLineId: string;
  quantity: number;
}

export interface WithdrawalPlan {
  /** With the customer or on their way: they come back. */
  back: AskedPieces[];
  /** Not handed over and not sent: taken off the order at once. */
  cancel: AskedPieces[];
  /** Something of what was declared has to be looked at by a person. */
  needsPerson: boolean;
}

type Line = Pick<SaleLine, 'returnable' | 'cancellable' | 'rules'> & { line: { id: string } };

/**
 * What a declaration of withdrawal means for every piece of a sale: what is still ours is cancelled, what is not comes
 * back. The law asks for no act of the customer's for either. Pure.
 *
 * @param asked pieces it concerns; undefined: the whole contract
 * @param mayCancel false while money for the order is under way: then nobody knows yet what there is to give back
 */
export function planWithdrawal(
  lines: readonly Line[],
  asked: readonly AskedPieces[] | undefined,
  mayCancel = true,
): WithdrawalPlan {
  const plan: WithdrawalPlan = { back: [], cancel: [], needsPerson: false };
  for (const { line, returnable, cancellable, rules } of lines) {
    const wanted = asked ? (asked.find((one) => one.orderLineId === line.id)?.quantity ?? 0) : Number.MAX_SAFE_INTEGER;
    if (wanted === 0 || !rules.some((rule) => rule.rule === 'withdrawal' && rule.applies)) continue;
    if (returnable > 0) plan.back.push({ orderLineId: line.id, quantity: Math.min(wanted, returnable) });
    else if (cancellable > 0 && mayCancel)
      plan.cancel.push({ orderLineId: line.id, quantity: Math.min(wanted, cancellable) });
    else if (cancellable > 0) plan.needsPerson = true;
  }
  if (plan.back.length === 0 && plan.cancel.length === 0) plan.needsPerson = true;
  return plan;
}
