import type { Money } from '@throughline/ui/format';
import type { Cart } from './types.ts';

export interface FullTotal {
  /** Everything: goods, tax, delivery. */
  total: Money;
  /** null: nothing is sent. */
  delivery: Money | null;
  /** `standard`: what it costs where nothing special holds, for the postcode is not known yet. */
  basis: 'postcode' | 'standard' | 'none';
  /** How much more would make delivery free; null where it is, or never will be. */
  toFree: Money | null;
}

/**
 * What the cart costs with delivery, before anybody has typed an address: by the postcode where it is known, else by the
 * standard rate. The free limit counts what is sent, not what is collected (as priceGoods on the server does).
 */
export function fullTotal(cart: Pick<Cart, 'lines' | 'totals' | 'deliveryOffer' | 'currency'>): FullTotal {
  const { totals, deliveryOffer, currency } = cart;
  const money = (amount: number): Money => ({ amount, currency });
  const sent = cart.lines.filter((line) => line.way.method === 'delivery' && line.price);
  if (sent.length === 0 || (!totals.delivery && !deliveryOffer))
    return { total: totals.gross, delivery: null, basis: 'none', toFree: null };
  const value = sent.reduce((sum, line) => sum + (line.price?.payable.amount ?? 0) * line.quantity, 0);
  const limit = deliveryOffer?.freeFrom?.amount;
  const missing = limit === undefined ? 0 : limit - value;
  if (totals.delivery) {
    const toFree = totals.delivery.amount > 0 && missing > 0 ? money(missing) : null;
    return { total: totals.gross, delivery: totals.delivery, basis: 'postcode', toFree };
  }
  const rate = limit !== undefined && missing <= 0 ? 0 : (deliveryOffer?.rate.amount ?? 0);
  return {
    total: money(totals.gross.amount + rate),
    delivery: money(rate),
    basis: 'standard',
    toFree: rate > 0 && missing > 0 ? money(missing) : null,
  };
}
