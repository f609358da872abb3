import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Cart, type FromJson, locationOf, type NewLine, toCart } from './cart.ts';
import type { CartRow, LineRow } from './tables.ts';

export interface NewCart {
  market: string;
  currency: string;
  subjectId: string;
  lines?: NewLine[];
  couponCode?: string | undefined;
  /** Makes none where one of these subjects has an open cart already. */
  unlessOpenFor?: readonly string[] | undefined;
}

/** A new open cart for a person, with its first lines if there are any: one statement and its event. */
export async function createCart(ctx: Ctx, input: NewCart): Promise<Cart> {
  const cart = await createFirstCart(ctx, input);
  if (!cart) throw new AppError('internal', { detail: 'a cart was neither made nor refused' });
  return cart;
}

/** `createCart`; undefined where one of `unlessOpenFor` has an open cart already. Callers take turns by a lock of their own. */
export async function createFirstCart(ctx: Ctx, input: NewCart): Promise<Cart | undefined> {
  return once(ctx, 'carts.createCart', async (tx) => {
    const now = tx.clock.now();
    const lines = (input.lines ?? []).map((line) => lineValues(tx, line, input.currency));
    const { rows } = await sql<{ cart: FromJson<CartRow>; lines: FromJson<LineRow>[] }>`
      with cart as (
        insert into carts.cart (id, market, currency, subject_id, state, coupon_code, created_at, updated_at)
        select ${tx.newId()}::uuid, ${input.market}, ${input.currency}, ${input.subjectId}::uuid, 'open', ${input.couponCode ?? null}, ${now}::timestamptz, ${now}::timestamptz
        where not exists (select 1 from carts.cart c where c.state = 'open' and c.subject_id = any (${[...(input.unlessOpenFor ?? [])]}::uuid[]))
        returning *
      ), line as (
        insert into carts.line (id, cart_id, variant_id, quantity, method, location_id, unit, quoted_at, valid_until, quote_channel, advised_by, added_at)
        select v.id, cart.id, v.variant_id, v.quantity, v.method, v.location_id, v.unit, v.quoted_at, v.valid_until, v.quote_channel, v.advised_by, ${now}
        from cart, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as v(id uuid, variant_id uuid, quantity int, method text,
          location_id uuid, unit bigint, quoted_at timestamptz, valid_until timestamptz, quote_channel text, advised_by uuid)
        returning *
      )
      select to_jsonb(cart) as cart, (select coalesce(jsonb_agg(to_jsonb(line) order by line.id), '[]') from line) as lines from cart`.execute(
      tx.db,
    );
    const row = rows[0];
    if (!row) return undefined;
    const cart = toCart(row.cart, row.lines);
    await emit(tx, {
      type: 'carts.cart.created',
      subjectId: cart.subjectId,
      aggregate: 'cart',
      aggregateId: cart.id,
      aggregateVersion: cart.version,
      data: {
        cartId: cart.id,
        market: cart.market,
        currency: cart.currency,
        lines: cart.lines.map(({ id, variantId, quantity, way, terms }) => ({
          lineId: id,
          variantId,
          quantity,
          ...way,
          unit: terms.unit.amount,
        })),
      },
    });
    return cart;
  });
}

/** @throws AppError mixed_currencies */
function lineValues(tx: Ctx, line: NewLine, currency: string) {
  if (line.terms.unit.currency !== currency)
    throw new AppError('mixed_currencies', { detail: `The cart is in ${currency}.` });
  return {
    id: tx.newId(),
    variant_id: line.variantId,
    quantity: line.quantity,
    method: line.way.method,
    location_id: locationOf(line.way),
    unit: line.terms.unit.amount,
    quoted_at: line.terms.quotedAt,
    valid_until: line.terms.validUntil,
    quote_channel: line.terms.channel,
    advised_by: line.advisedBy ?? null,
  };
}
