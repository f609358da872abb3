import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Cart, type FromJson, toCart } from './cart.ts';
import { mergeLines } from './mergeLines.ts';
import type { CartRow, LineRow } from './tables.ts';

/**
 * Moves everything of one open cart into another, keeping line ids, holds and the lower of two valid quotes (mergeLines).
 * Doing it again changes nothing. It does not ask whose carts they are: the flow did (signed in, or has the link).
 *
 * @throws AppError not_found, mixed_currencies
 */
export async function mergeCarts(ctx: Ctx, fromId: string, intoId: string): Promise<Result<Cart, 'cart_closed'>> {
  return inTransaction(ctx, async (tx) => {
    const carts = await lockBoth(tx, fromId, intoId);
    const [from, into] = [carts.get(fromId), carts.get(intoId)];
    if (!from || !into) throw new AppError('not_found', { detail: 'There is no such cart.' });
    if (fromId === intoId || (from.state === 'merged' && from.mergedInto === intoId)) return ok(into);
    const closed = [from, into].find((cart) => cart.state !== 'open');
    if (closed)
      return refuse('cart_closed', {
        detail: 'Only open carts are merged.',
        cartId: closed.id,
        orderId: closed.orderId,
      });
    if (from.currency !== into.currency || from.market !== into.market) {
      throw new AppError('mixed_currencies', { detail: 'Carts of two markets stay apart.' });
    }
    const merged = await writeMerged(tx, from, into);
    await emit(tx, {
      type: 'carts.cart.merged',
      subjectId: merged.subjectId,
      aggregate: 'cart',
      aggregateId: intoId,
      aggregateVersion: merged.version,
      data: {
        cartId: intoId,
        fromCartId: fromId,
        fromSubjectId: from.subjectId,
        lineIds: from.lines.map((line) => line.id),
      },
    });
    return ok(merged);
  });
}

/** Locks in the order of ids, so that two merges that cross do not wait for each other, and reads what the lock gave. */
async function lockBoth(tx: Ctx, a: string, b: string): Promise<Map<string, Cart>> {
  await sql`select id from carts.cart where id = any (${[a, b]}::uuid[]) order by id for update`.execute(tx.db);
  const { rows } = await sql<{ cart: FromJson<CartRow>; lines: FromJson<LineRow>[] }>`
    select to_jsonb(cart) as cart, (select coalesce(jsonb_agg(to_jsonb(line) order by line.added_at, line.id), '[]')
      from carts.line where line.cart_id = cart.id) as lines
    from carts.cart where cart.id = any (${[a, b]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.cart.id, toCart(row.cart, row.lines)]));
}

async function writeMerged(tx: Ctx, from: Cart, into: Cart): Promise<Cart> {
  const { kept, absorbed } = mergeLines(from.lines, into.lines, tx.clock.now());
  const values = kept.map((line) => ({
    id: line.id,
    quantity: line.quantity,
    unit: line.terms.unit.amount,
    quoted_at: line.terms.quotedAt,
    valid_until: line.terms.validUntil,
    quote_channel: line.terms.channel,
  }));
  const now = tx.clock.now();
  const { rows } = await sql<{ cart: FromJson<CartRow>; lines: FromJson<LineRow>[] }>`
    with emptied as (
      update carts.cart set state = 'merged', merged_into = ${into.id}, version = version + 1, updated_at = ${now} where id = ${from.id}
    ), cart as (
      update carts.cart c set version = c.version + 1, updated_at = ${now}, coupon_code = coalesce(c.coupon_code, ${from.couponCode})
      where id = ${into.id} returning *
    ), gone as (
      delete from carts.line where id = any (${absorbed}::uuid[])
    ), line as (
      update carts.line l set cart_id = cart.id, quantity = v.quantity, unit = v.unit, quoted_at = v.quoted_at,
        valid_until = v.valid_until, quote_channel = v.quote_channel
      from cart, jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id uuid, quantity int, unit bigint, quoted_at timestamptz,
        valid_until timestamptz, quote_channel text)
      where l.id = v.id
      returning l.*
    ), handoff as (
      -- Codes of lines go on with their line; a code of the whole cart leads to where the cart went.
      update carts.handoff h set cart_id = ${into.id} where h.cart_id = ${from.id} and h.ended_at is null
        and (h.line_id is not null or not exists (
          select 1 from carts.handoff o where o.cart_id = ${into.id} and o.line_id is null and o.ended_at is null))
    )
    select to_jsonb(cart) as cart, (select coalesce(jsonb_agg(to_jsonb(line) order by line.added_at, line.id), '[]') from line) as lines
    from cart`.execute(tx.db);
  const row = rows[0];
  if (!row) throw new AppError('internal');
  return toCart(row.cart, row.lines);
}
