import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, Refusal, type Result } from '../../kernel/result.ts';
import { addLine, type Cart, type CartRefusal, type NewLine } from '../../modules/carts/index.ts';
import { getHomeMarket, type Market } from '../../modules/settings/index.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { ensureCart, shopperOf } from './ownCart.ts';
import { quoteGoods, type WantedGoods } from './quoteGoods.ts';

export const mostLines = 200;
const tries = 5;

export type AddRefusal = CartRefusal | 'price_missing' | 'not_offered';

/**
 * A shopper puts goods into her cart at today's price; the first goods make the cart. With a version the cart must be
 * the one she saw; without one her goods are added to whatever it has become, for adding takes nothing away.
 *
 * @throws AppError not_found, archived
 */
export async function addGoods(
  ctx: Ctx,
  input: WantedGoods & { version?: number | undefined },
): Promise<Result<CartDone, AddRefusal>> {
  const person = shopperOf(ctx);
  const market = await getHomeMarket(ctx);
  const done = await changeOnce(ctx, 'cart.add', async (tx): Promise<Result<Cart, AddRefusal>> => {
    const quoted = await quoteGoods(tx, market, [input]);
    if (!quoted.ok) return quoted;
    return putLines(tx, person, market, quoted.value, input.version);
  });
  return done.ok ? ok({ ...done.value, market }) : done;
}

interface Whose {
  subjectId: string;
  subjectIds: readonly string[];
}

/** Lines into the person's open cart, or into a new one; in the caller's transaction. */
export async function putLines(
  tx: Ctx,
  person: Whose,
  market: Market,
  lines: NewLine[],
  version?: number | undefined,
): Promise<Result<Cart, CartRefusal>> {
  const ensured = await ensureCart(tx, person, market, lines);
  let { cart } = ensured;
  if (ensured.isNew) return ok(cart);
  if (cart.lines.length + lines.length > mostLines) {
    throw new AppError('invalid_request', { detail: `A cart holds up to ${mostLines} lines. Nothing was added.` });
  }
  for (const [index, line] of lines.entries()) {
    // Version 0 is the empty cart that a shopper without one sees.
    const added = await putLine(tx, {
      person,
      market,
      line,
      known: cart,
      version: index === 0 ? version || undefined : undefined,
    });
    if (added instanceof Refusal) {
      // What was added before must go again: thrown, so that the transaction undoes it.
      if (index > 0) throw new AppError(added.reason, added.details);
      return added;
    }
    cart = added;
  }
  return ok(cart);
}

/** Somebody else may change the cart between our look and our step; without a version we look again. */
async function putLine(
  tx: Ctx,
  {
    person,
    market,
    line,
    version,
    ...input
  }: { person: Whose; market: Market; line: NewLine; known: Cart; version: number | undefined },
): Promise<Cart | Refusal<CartRefusal>> {
  let { known } = input;
  for (let attempt = 1; ; attempt += 1) {
    const added = await addLine(tx, { ...line, cartId: known.id, version: version ?? known.version });
    if (added.ok) return added.value.cart;
    if (version !== undefined || attempt >= tries) return added;
    const { cart, isNew } = await ensureCart(tx, person, market, [line]);
    if (isNew) return cart;
    known = cart;
  }
}
