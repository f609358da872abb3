import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import type { Terms } from './cart.ts';
import { type CartChange, type CartRefusal, changeCart, checkCurrency } from './changeCart.ts';

/**
 * Puts newly quoted terms on many lines in one statement: after a quote ran out and the customer accepted the current
 * price, or to pass a drop on. A line's terms never end before its hold.
 *
 * @throws AppError mixed_currencies
 */
export async function acceptTerms(
  ctx: Ctx,
  input: { cartId: string; version: number; lines: readonly { lineId: string; terms: Terms }[] },
): Promise<Result<CartChange, CartRefusal>> {
  const values = input.lines.map(({ lineId, terms }) => ({
    id: lineId,
    unit: terms.unit.amount,
    quoted_at: terms.quotedAt,
    valid_until: terms.validUntil,
    quote_channel: terms.channel,
  }));
  return inTransaction(ctx, async (tx) => {
    const changed = await changeCart(tx, input, {
      lines: sql`touched as (
        update carts.line l set unit = v.unit, quoted_at = v.quoted_at, valid_until = greatest(v.valid_until, l.held_until), quote_channel = v.quote_channel
        from cart, jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id uuid, unit bigint, quoted_at timestamptz,
          valid_until timestamptz, quote_channel text)
        where l.cart_id = cart.id and l.id = v.id
        returning l.*
      ), gone as (select l.* from carts.line l where false)`,
    });
    if (changed.ok) for (const { terms } of input.lines) checkCurrency(changed.value.cart, terms.unit.currency);
    return changed;
  });
}
