import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Cart, type FoundHandoff, findHandoffByToken, mergeCarts } from '../../modules/carts/index.ts';
import { getMarket } from '../../modules/settings/index.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { ensureCart, shopperOf } from './ownCart.ts';

type AcceptRefusal = 'handoff_invalid' | 'cart_closed' | 'not_offered';

/**
 * The cart behind a link, for whoever has the link: goods, terms and holds; a link to one held line is for that line.
 * Where the cart went on without its link, the link ends.
 */
export async function openHandoff(ctx: Ctx, token: string): Promise<Result<FoundHandoff, 'handoff_invalid'>> {
  const found = await findHandoffByToken(ctx, token);
  if (!found.ok || found.value.cart.state !== 'merged') return found;
  return refuse('handoff_invalid', { detail: 'This cart became part of another one. Ask for a new link.' });
}

/**
 * The holder of a link goes on with its cart here: it becomes part of her own, at the lower of two valid quotes, holds
 * included. Her own link leads to her own cart; a link followed twice changes nothing the second time.
 *
 * A link to one line opens that line only: with it nobody may carry off the rest of a cart.
 */
export async function acceptHandoff(ctx: Ctx, token: string): Promise<Result<CartDone, AcceptRefusal>> {
  const person = shopperOf(ctx);
  return changeOnce(ctx, 'cart.acceptHandoff', async (tx): Promise<Result<Cart, AcceptRefusal>> => {
    const found = await openHandoff(tx, token);
    if (!found.ok) return found;
    const { cart, lineId } = found.value;
    if (person.subjectIds.includes(cart.subjectId)) return ok(cart);
    if (cart.state !== 'open') return refuse('cart_closed', { detail: 'This cart was ordered already.' });
    if (lineId !== null && cart.lines.some((line) => line.id !== lineId)) {
      return refuse('not_offered', {
        detail: 'This link is for one piece of a larger cart. Collect it with its code; the cart stays where it is.',
      });
    }
    const { cart: own } = await ensureCart(tx, person, await getMarket(tx, cart.market), []);
    const merged = await mergeCarts(tx, cart.id, own.id);
    return merged.ok ? merged : refuse('cart_closed', { detail: 'This cart went on elsewhere.' });
  });
}
