import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { ownedBy } from './access.ts';
import { type Cart, type FromJson, toCart } from './cart.ts';
import { getCart } from './readCart.ts';
import type { CartRow, LineRow } from './tables.ts';

export type CartRefusal = 'version_conflict' | 'cart_closed';

export interface CartChange {
  cart: Cart;
  /** The line that was written, when the change was about one. */
  lineId: string | null;
  /** Holds that no longer fit their line; the caller releases them in the same transaction. */
  supersededReservationIds: string[];
}

export interface CartTarget {
  cartId: string;
  /** The version the change was made against; undefined only for acts that do not depend on what the cart shows. */
  version: number | undefined;
}

export interface CartWrites {
  /** More columns of the cart row: `, coupon_code = …`. */
  set?: RawBuilder<unknown>;
  /**
   * Common table expressions behind `cart` (the changed cart row) that end in `touched` (rows of carts.line as they are
   * after) and `gone` (rows of carts.line that are no longer in the cart).
   */
  lines?: RawBuilder<unknown>;
  /** Expression over these that gives the superseded reservation ids as uuid[]. */
  superseded?: RawBuilder<unknown>;
  /** The change is about a line that must be there. */
  expectsLine?: boolean;
}

const noLines = sql`touched as (select l.* from carts.line l where false), gone as (select l.* from carts.line l where false)`;

/**
 * Raises the version and changes the lines in one statement, which also reads the whole cart back. The version check is
 * inside the UPDATE: of two that saw the same version one wins, the other is refused with the cart as it is now.
 * Because nobody else can have changed it in between, the snapshot that the lines are read from is the right one.
 */
export async function changeCart(
  tx: Ctx,
  target: CartTarget,
  writes: CartWrites,
): Promise<Result<CartChange, CartRefusal>> {
  const version = target.version ?? (await lockCart(tx, target.cartId));
  const { rows } = await sql<Changed>`
    with cart as (
      update carts.cart set version = version + 1, updated_at = ${tx.clock.now()} ${writes.set ?? sql``}
      where cart.id = ${target.cartId} and cart.version = ${version} and cart.state = 'open' ${ownedBy(tx.actor)}
      returning *
    ), ${writes.lines ?? noLines}
    select to_jsonb(cart) as cart, (select min(id::text) from (select id from touched union all select id from gone) l) as line_id, ${writes.superseded ?? sql`null::uuid[]`} as superseded,
      (select coalesce(jsonb_agg(to_jsonb(line) order by line.added_at, line.id), '[]') from (
        select * from touched union all
        select l.* from carts.line l where l.cart_id = cart.id
          and l.id not in (select id from touched) and l.id not in (select id from gone)) line) as lines
    from cart`
    .execute(tx.db)
    .catch(explainQuantity);
  const row = rows[0];
  if (!row) return explain(tx, target.cartId);
  if (writes.expectsLine && row.line_id === null)
    throw new AppError('not_found', { detail: 'This line is not in the cart.' });
  return ok({ cart: toCart(row.cart, row.lines), lineId: row.line_id, supersededReservationIds: row.superseded ?? [] });
}

interface Changed {
  cart: FromJson<CartRow>;
  lines: FromJson<LineRow>[];
  line_id: string | null;
  superseded: string[] | null;
}

function explainQuantity(error: unknown): never {
  if (violatedConstraint(error) !== 'line_quantity') throw error;
  throw new AppError('invalid_request', { detail: 'A line holds from 1 to 10,000 pieces.' }, { cause: error });
}

/** A change that does not name a version takes its turn first, then sees the cart as it is. */
async function lockCart(tx: Ctx, cartId: string): Promise<number> {
  const { rows } = await sql<{
    version: number;
  }>`select version from carts.cart where cart.id = ${cartId} ${ownedBy(tx.actor)} for update`.execute(tx.db);
  if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such cart.' });
  return rows[0].version;
}

export async function explain(tx: Ctx, cartId: string) {
  const cart = await getCart(tx, cartId);
  if (cart.state !== 'open') {
    return refuse('cart_closed', {
      detail:
        cart.state === 'ordered' ? 'This cart was ordered; see its order.' : 'This cart became part of another one.',
      orderId: cart.orderId,
      mergedInto: cart.mergedInto,
    });
  }
  return refuse('version_conflict', {
    detail: 'The cart was changed elsewhere. Nothing of this change was kept; here is the cart as it is.',
    cart,
  });
}

/** @throws AppError mixed_currencies */
export function checkCurrency(cart: Cart, currency: string): void {
  if (cart.currency !== currency) {
    throw new AppError('mixed_currencies', { detail: `The cart is in ${cart.currency}, the price in ${currency}.` });
  }
}
