import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Result } from '../../kernel/result.ts';
import { type CartChange, type CartRefusal, changeCart, checkCurrency } from './changeCart.ts';
import { lineEvent } from './lineEvent.ts';

export interface LineDiscount {
  cartId: string;
  version: number;
  lineId: string;
  /** null takes an earlier one off. The caller has checked it against the limit of the role. */
  discount: { newUnit: Money; basisPoints: number; reason: string } | null;
}

/**
 * Gives a line a price by hand, under the name of the member of staff, with a reason and an audit line.
 *
 * @throws AppError not_allowed, not_found, mixed_currencies
 */
export async function discountLine(ctx: Ctx, input: LineDiscount): Promise<Result<CartChange, CartRefusal>> {
  const by = staffIdOf(ctx.actor);
  if (!by) throw new AppError('not_allowed', { detail: 'Only staff give a discount by hand.' });
  return once(ctx, 'carts.discountLine', async (tx) => {
    const { discount } = input;
    const changed = await changeCart(tx, input, {
      expectsLine: true,
      lines: sql`touched as (
        update carts.line l set discount_unit = ${discount?.newUnit.amount ?? null}::bigint,
          discount_basis_points = ${discount?.basisPoints ?? null}::int,
          discount_reason = ${discount?.reason ?? null}, discount_by = ${discount ? by : null}::uuid
        from cart where l.cart_id = cart.id and l.id = ${input.lineId}
        returning l.*
      ), gone as (select l.* from carts.line l where false)`,
    });
    if (!changed.ok) return changed;
    if (discount) checkCurrency(changed.value.cart, discount.newUnit.currency);
    await audit(tx, {
      act: discount ? 'carts.discount_given' : 'carts.discount_taken_off',
      target: 'cart_line',
      targetId: input.lineId,
      reason: discount?.reason,
      after: {
        cartId: input.cartId,
        ...(discount && { newUnit: discount.newUnit, basisPoints: discount.basisPoints }),
      },
    });
    await emit(tx, lineEvent('changed', changed.value.cart, input.lineId));
    return changed;
  });
}
