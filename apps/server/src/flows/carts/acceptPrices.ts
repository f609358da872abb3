import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { acceptTerms, type CartRefusal } from '../../modules/carts/index.ts';
import { payable, quotePrices } from '../../modules/pricing/index.ts';
import { type CartDone, changeOnce } from './changeOnce.ts';
import { ownCart } from './ownCart.ts';
import { termsOf } from './quoteGoods.ts';

/**
 * The shopper accepts what her goods cost now: lines that cost the current price are quoted anew. A line that still has a
 * lower quote keeps it, to the end it had; accepting again does not lengthen it.
 *
 * @throws AppError not_found
 */
export async function acceptPrices(ctx: Ctx, input: { version: number }): Promise<Result<CartDone, CartRefusal>> {
  return changeOnce(ctx, 'cart.acceptTerms', async (tx) => {
    const cart = await ownCart(tx);
    const quotes = await quotePrices(
      tx,
      cart.market,
      cart.lines.map((line) => line.variantId),
    );
    const lines = cart.lines.flatMap((line) => {
      const quote = quotes.get(line.variantId);
      if (!quote || payable(line.terms, quote.unit, tx.clock.now()).source === 'quoted') return [];
      return [{ lineId: line.id, terms: termsOf(tx, quote) }];
    });
    const changed = await acceptTerms(tx, { cartId: cart.id, version: input.version, lines });
    return changed.ok ? ok(changed.value.cart) : changed;
  });
}
