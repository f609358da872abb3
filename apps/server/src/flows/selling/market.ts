import type { Ctx } from '../../kernel/context.ts';
import { getMarket, getRetailer, type Market } from '../../modules/settings/index.ts';

/** The market a shopper or a till sells in: the retailer's own, until a request can name another. */
export async function homeMarket(ctx: Ctx): Promise<Market> {
  return getMarket(ctx, (await getRetailer(ctx)).defaultMarket);
}
