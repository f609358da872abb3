import { type RawBuilder, sql } from 'kysely';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Cart, type FromJson, toCart } from './cart.ts';
import { hashOfToken } from './handoffLinks.ts';
import { readShortCode, showShortCode } from './shortCode.ts';
import type { CartRow, LineRow } from './tables.ts';

export interface FoundHandoff {
  handoffId: string;
  code: string;
  lineId: string | null;
  locationId: string | null;
  expiresAt: string;
  /** Ids, goods, terms and holds; no contact data is kept with a cart. */
  cart: Cart;
}

interface Row {
  id: string;
  code: string;
  line_id: string | null;
  location_id: string | null;
  expires_at: Date;
  ended_at: Date | null;
  cart: FromJson<CartRow>;
  lines: FromJson<LineRow>[];
}

/**
 * By link: whoever has it. The token is unguessable, so it needs no account.
 */
export async function findHandoffByToken(ctx: Ctx, token: string): Promise<Result<FoundHandoff, 'handoff_invalid'>> {
  const row = await read(ctx, sql`h.token_hash = ${hashOfToken(token)}`);
  if (!row || !isLive(ctx, row))
    return refuse('handoff_invalid', { detail: 'This link has expired. Ask for a new one.' });
  return ok(toFound(row));
}

/**
 * By short code: only for signed-in staff who stand at `locationId` (undefined: staff who work for all locations). A code
 * of another store is told as such, with the right one, so that the customer can be sent there or the goods moved.
 *
 * @throws AppError not_allowed, wrong_location
 */
export async function findHandoffByCode(
  ctx: Ctx,
  input: { code: string; locationId?: string | undefined },
): Promise<Result<FoundHandoff, 'handoff_invalid' | 'handoff_elsewhere'>> {
  const { actor } = ctx;
  if (actor.kind !== 'staff')
    throw new AppError('not_allowed', { detail: 'Short codes are read by staff; use the link.' });
  if (input.locationId === undefined ? actor.locationIds !== 'all' : !mayActAt(actor, input.locationId))
    throw new AppError('wrong_location');
  const code = readShortCode(input.code);
  if (!code) return refuse('handoff_invalid', { detail: 'A code has six characters, like K7-42MX.' });
  const row = await read(ctx, sql`h.code = ${code}`);
  if (!row) return refuse('handoff_invalid', { detail: `Nothing is known under ${showShortCode(code)}.` });
  if (!isLive(ctx, row)) {
    return refuse('handoff_invalid', {
      detail: 'This code has expired.',
      expiresAt: row.expires_at.toISOString(),
      cartId: row.cart.id,
      locationId: row.location_id,
    });
  }
  if (input.locationId !== undefined && row.location_id !== null && row.location_id !== input.locationId) {
    return refuse('handoff_elsewhere', {
      detail: 'The goods wait at another location.',
      locationId: row.location_id,
      cartId: row.cart.id,
    });
  }
  return ok(toFound(row));
}

/** A live one first; codes are used again after years, so the newest of the dead. */
async function read(ctx: Ctx, which: RawBuilder<unknown>): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select h.id, h.code, h.line_id, h.location_id, h.expires_at, h.ended_at, to_jsonb(cart) as cart,
      (select coalesce(jsonb_agg(to_jsonb(line) order by line.added_at, line.id), '[]') from carts.line where line.cart_id = cart.id) as lines
    from carts.handoff h join carts.cart on cart.id = h.cart_id
    where ${which} order by h.ended_at is null desc, h.created_at desc limit 1`.execute(ctx.db);
  return rows[0];
}

const isLive = (ctx: Ctx, row: Row) => row.ended_at === null && row.expires_at > ctx.clock.now();

function toFound(row: Row): FoundHandoff {
  return {
    handoffId: row.id,
    code: showShortCode(row.code),
    lineId: row.line_id,
    locationId: row.location_id,
    expiresAt: row.expires_at.toISOString(),
    cart: toCart(row.cart, row.lines),
  };
}
