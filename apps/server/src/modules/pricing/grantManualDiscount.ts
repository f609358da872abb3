import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Money, money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { getDiscountLimit } from '../settings/index.ts';
import { checkManualDiscount } from './checkManualDiscount.ts';
import type { ManualDiscount } from './types.ts';

export interface ManualDiscountInput {
  lineId: string;
  orderOrCartId: string;
  /** The price of a piece before any discount by hand, also when one was granted before: the limit is of this. */
  unit: Money;
  /** The agreed price of a piece, or basis points off. */
  discount: { newUnit: Money } | { basisPoints: number };
  reason: string;
}

/**
 * Grants a discount by hand within the limit of the caller's role. Joins the caller's transaction, which puts the answer
 * on its line; a later grant for the same line takes the place of this one.
 *
 * @throws AppError not_allowed (not staff), invalid_request (no reason, no discount), mixed_currencies
 */
export async function grantManualDiscount(
  ctx: Ctx,
  input: ManualDiscountInput,
): Promise<Result<ManualDiscount, 'discount_limit_exceeded'>> {
  const { actor } = ctx;
  if (actor.kind !== 'staff')
    throw new AppError('not_allowed', { detail: 'A discount by hand is given by a member of staff.' });
  const reason = input.reason.trim();
  if (reason.length < 3)
    throw new AppError('invalid_request', {
      detail: 'Say why: a reason of at least three letters. Nothing was changed.',
    });
  const { amount: unit, currency } = input.unit;
  const { discount } = input;
  if ('newUnit' in discount && discount.newUnit.currency !== currency) {
    throw new AppError('mixed_currencies', {
      detail: `The price is in ${currency}, the agreed one in ${discount.newUnit.currency}.`,
    });
  }
  const asked =
    'newUnit' in discount
      ? { newUnit: money(discount.newUnit.amount, currency).amount }
      : { basisPoints: discount.basisPoints };
  return inTransaction(ctx, async (tx) => {
    const limit = await getDiscountLimit(tx, actor.role);
    const checked = checkManualDiscount(unit, asked, limit);
    if (!checked.withinLimit) {
      return refuse('discount_limit_exceeded', {
        detail: `You may give up to ${percent(limit)} %, this is ${percent(checked.basisPoints)} %. The price was not changed; ask somebody whose limit is higher.`,
        limitBasisPoints: limit,
        askedBasisPoints: checked.basisPoints,
        lowestUnit: { amount: checkManualDiscount(unit, { basisPoints: Math.max(limit, 0) }, limit).newUnit, currency },
      });
    }
    const granted: ManualDiscount = {
      id: tx.newId(),
      unit: checked.newUnit,
      currency,
      basisPoints: checked.basisPoints,
      reason,
      grantedBy: actor.staffId,
    };
    await sql`
      insert into pricing.manual_discount (id, line_id, owner_id, unit, new_unit, currency, basis_points, limit_bp, staff_id, role, reason, granted_at)
      values (${granted.id}, ${input.lineId}, ${input.orderOrCartId}, ${unit}, ${granted.unit}, ${currency}, ${granted.basisPoints},
        ${limit}, ${actor.staffId}, ${actor.role}, ${reason}, ${tx.clock.now()})`.execute(tx.db);
    await emit(tx, {
      type: 'pricing.discount.granted',
      aggregate: 'manual_discount',
      aggregateId: granted.id,
      aggregateVersion: 1,
      data: {
        lineId: input.lineId,
        ownerId: input.orderOrCartId,
        unit: { amount: unit, currency },
        newUnit: { amount: granted.unit, currency },
        basisPoints: granted.basisPoints,
        limitBasisPoints: limit,
      },
    });
    await audit(tx, {
      act: 'pricing.grant_discount',
      target: 'line',
      targetId: input.lineId,
      reason,
      before: { unit, currency },
      after: {
        unit: granted.unit,
        currency,
        basisPoints: granted.basisPoints,
        limitBasisPoints: limit,
        discountId: granted.id,
      },
    });
    return ok(granted);
  });
}

const percent = (basisPoints: number) => (basisPoints / 100).toFixed(2).replace(/\.?0+$/, '');
