import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ownedBy } from './access.ts';
import { type Cart, type FromJson, toCart } from './cart.ts';
import type { CartRow, LineRow } from './tables.ts';

interface Read {
  cart: FromJson<CartRow>;
  lines: FromJson<LineRow>[];
}

const columns = sql`to_jsonb(cart) as cart, (select coalesce(jsonb_agg(to_jsonb(line) order by line.added_at, line.id), '[]')
  from carts.line where line.cart_id = cart.id) as lines`;

/** Carts by id with their lines, one statement for any number. A shopper gets only their own; what is missing is left out. */
export async function getCarts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Cart>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Read>`select ${columns} from carts.cart
    where cart.id = any (${[...ids]}::uuid[]) ${ownedBy(ctx.actor)}`.execute(ctx.db);
  return new Map(rows.map((row) => [row.cart.id, toCart(row.cart, row.lines)]));
}

/** @throws AppError not_found, also for another person's cart */
export async function getCart(ctx: Ctx, id: string): Promise<Cart> {
  const cart = (await getCarts(ctx, [id])).get(id);
  if (!cart) throw new AppError('not_found', { detail: 'There is no such cart.' });
  return cart;
}

/** The carts of these lines, by line id: for events that know the line only. */
export async function cartsOfLines(ctx: Ctx, lineIds: readonly string[]): Promise<Map<string, Cart>> {
  if (lineIds.length === 0) return new Map();
  const { rows } = await sql<Read>`select ${columns} from carts.cart
    where cart.id in (select l.cart_id from carts.line l where l.id = any (${[...lineIds]}::uuid[])) ${ownedBy(ctx.actor)}`.execute(
    ctx.db,
  );
  const wanted = new Set(lineIds);
  return new Map(
    rows.flatMap((row) => {
      const cart = toCart(row.cart, row.lines);
      return cart.lines.filter((line) => wanted.has(line.id)).map((line): [string, Cart] => [line.id, cart]);
    }),
  );
}

/** The cart that this person is filling now, the one last changed, if there is one. */
export async function openCartOf(ctx: Ctx, subjectIds: readonly string[], market?: string): Promise<Cart | undefined> {
  const { rows } = await sql<Read>`select ${columns} from carts.cart
    where cart.state = 'open' and cart.subject_id = any (${[...subjectIds]}::uuid[])
      ${market === undefined ? sql`` : sql`and cart.market = ${market}`} ${ownedBy(ctx.actor)}
    order by cart.updated_at desc, cart.id desc limit 1`.execute(ctx.db);
  const row = rows[0];
  return row && toCart(row.cart, row.lines);
}
