import type { Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { grantManualDiscount, payable, quotePrices } from '../../modules/pricing/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import type { GoodsLine } from './priceGoods.ts';

export interface DiscountAsked {
  discount: { newUnit: Money } | { basisPoints: number };
  reason: string;
}

/** A discount by hand on one line: limit of the role, reason and audit are pricing's; the line carries the price then. */
export async function grantDiscount<L extends GoodsLine>(
  tx: Ctx,
  input: { line: L; ownerId: string; asked: DiscountAsked },
): Promise<Result<L, 'discount_limit_exceeded' | 'price_missing'>> {
  const { line } = input;
  const market = await getHomeMarket(tx);
  const quote = (await quotePrices(tx, market.code, [line.variantId])).get(line.variantId);
  const unit =
    quote && line.terms ? payable(line.terms, quote.unit, tx.clock.now()).unit : (quote?.unit ?? line.terms?.unit);
  if (!unit) return ok(line);
  const granted = await grantManualDiscount(tx, {
    lineId: line.id,
    orderOrCartId: input.ownerId,
    unit,
    ...input.asked,
  });
  if (!granted.ok) return granted;
  const { basisPoints, reason, grantedBy, currency } = granted.value;
  return ok({
    ...line,
    discountByHand: { newUnit: { amount: granted.value.unit, currency }, basisPoints, reason, by: grantedBy },
  });
}
