import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Result } from '../../kernel/result.ts';
import { locationOf, type Terms, type Way } from './cart.ts';
import { type CartChange, type CartRefusal, changeCart, checkCurrency } from './changeCart.ts';
import { lineEvent } from './lineEvent.ts';

export interface LineChange {
  cartId: string;
  version: number;
  lineId: string;
  quantity?: number | undefined;
  way?: Way | undefined;
  /** Accepted anew by the customer, or quoted for another variant. */
  terms?: Terms | undefined;
  variantId?: string | undefined;
  advisedBy?: string | undefined;
}

/**
 * Changes what is given. A hold that no longer fits (other goods, quantity or way) leaves the line in the same statement
 * and is named in `supersededReservationIds`: the caller releases it, so that nobody is blocked by their own old hold.
 *
 * @throws AppError not_found, mixed_currencies
 */
export async function changeLine(ctx: Ctx, input: LineChange): Promise<Result<CartChange, CartRefusal>> {
  return once(ctx, 'carts.changeLine', async (tx) => {
    const { way, terms } = input;
    const location = way ? locationOf(way) : null;
    const changed = await changeCart(tx, input, {
      expectsLine: true,
      superseded: sql`(select array_agg(was.reservation_id) from was where was.unfit and was.reservation_id is not null)`,
      lines: sql`was as (
        select l.id, l.reservation_id,
          l.quantity is distinct from coalesce(${input.quantity ?? null}::int, l.quantity)
            or l.variant_id is distinct from coalesce(${input.variantId ?? null}::uuid, l.variant_id)
            or (${way !== undefined}::boolean and (l.method is distinct from ${way?.method ?? null}
              or l.location_id is distinct from ${location}::uuid)) as unfit
        from carts.line l join cart on cart.id = l.cart_id where l.id = ${input.lineId}
      ), touched as (
        update carts.line l set
          quantity = coalesce(${input.quantity ?? null}::int, l.quantity),
          variant_id = coalesce(${input.variantId ?? null}::uuid, l.variant_id),
          method = coalesce(${way?.method ?? null}, l.method),
          location_id = case when ${way !== undefined}::boolean then ${location}::uuid else l.location_id end,
          unit = coalesce(${terms?.unit.amount ?? null}::bigint, l.unit),
          quoted_at = coalesce(${terms?.quotedAt ?? null}::timestamptz, l.quoted_at),
          valid_until = greatest(coalesce(${terms?.validUntil ?? null}::timestamptz, l.valid_until),
            case when not was.unfit then l.held_until end),
          quote_channel = coalesce(${terms?.channel ?? null}, l.quote_channel),
          advised_by = coalesce(l.advised_by, ${input.advisedBy ?? null}::uuid),
          reservation_id = case when not was.unfit then l.reservation_id end,
          held_until = case when not was.unfit then l.held_until end,
          held_by = case when not was.unfit then l.held_by end
        from was where l.id = was.id
        returning l.*
      ), gone as (select l.* from carts.line l where false)`,
    });
    if (!changed.ok) return changed;
    if (terms) checkCurrency(changed.value.cart, terms.unit.currency);
    await emit(tx, lineEvent('changed', changed.value.cart, input.lineId));
    return changed;
  });
}
