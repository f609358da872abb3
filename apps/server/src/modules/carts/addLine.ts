import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Result } from '../../kernel/result.ts';
import { locationOf, type NewLine } from './cart.ts';
import { type CartChange, type CartRefusal, changeCart, checkCurrency } from './changeCart.ts';
import { lineEvent } from './lineEvent.ts';

/**
 * Puts goods into a cart at the terms the caller quoted. The same goods by the same way become one line, at the lower
 * of the two quotes while the older one is still valid; a line that is held or discounted by hand stays as it is, and
 * goods that are added apart (to be held) are a line of their own.
 *
 * @throws AppError not_found, mixed_currencies
 */
export async function addLine(
  ctx: Ctx,
  input: NewLine & { cartId: string; version: number; isApart?: boolean },
): Promise<Result<CartChange, CartRefusal>> {
  return once(ctx, 'carts.addLine', async (tx) => {
    const now = tx.clock.now();
    const location = locationOf(input.way);
    const { terms } = input;
    const changed = await changeCart(tx, input, {
      expectsLine: true,
      lines: sql`twin as (
        select l.id, (l.valid_until > ${now} and l.unit <= ${terms.unit.amount}) as keeps_quote
        from carts.line l join cart on cart.id = l.cart_id
        where l.variant_id = ${input.variantId} and l.method = ${input.way.method} and l.location_id is not distinct from ${location}::uuid
          and l.reservation_id is null and l.discount_unit is null and not ${input.isApart ?? false}::boolean
        order by l.added_at, l.id limit 1
      ), raised as (
        update carts.line l set quantity = l.quantity + ${input.quantity}::int,
          unit = case when twin.keeps_quote then l.unit else ${terms.unit.amount} end,
          quoted_at = case when twin.keeps_quote then l.quoted_at else ${terms.quotedAt} end,
          valid_until = case when twin.keeps_quote then l.valid_until else ${terms.validUntil} end,
          quote_channel = case when twin.keeps_quote then l.quote_channel else ${terms.channel} end,
          advised_by = coalesce(l.advised_by, ${input.advisedBy ?? null}::uuid)
        from twin where l.id = twin.id
        returning l.*
      ), fresh as (
        insert into carts.line (id, cart_id, variant_id, quantity, method, location_id, unit, quoted_at, valid_until, quote_channel, advised_by, added_at)
        select ${tx.newId()}::uuid, cart.id, ${input.variantId}::uuid, ${input.quantity}::int, ${input.way.method}, ${location}::uuid, ${terms.unit.amount}::bigint,
          ${terms.quotedAt}::timestamptz, ${terms.validUntil}::timestamptz, ${terms.channel}, ${input.advisedBy ?? null}::uuid, ${now}::timestamptz
        from cart where not exists (select 1 from twin)
        returning *
      ), touched as (select * from raised union all select * from fresh), gone as (select l.* from carts.line l where false)`,
    });
    if (!changed.ok) return changed;
    const { cart, lineId } = changed.value;
    checkCurrency(cart, terms.unit.currency);
    await emit(tx, lineEvent('added', cart, lineId ?? ''));
    return changed;
  });
}
