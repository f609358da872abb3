import type { Actor } from '../../../apps/server/src/kernel/context.ts';
import { priceHistory, quotePrices } from '../../../apps/server/src/modules/pricing/index.ts';
import { chooseZone, type DeliveryZone, listDeliveryZones } from '../../../apps/server/src/modules/settings/index.ts';
import { entries, type Shopper, shopperOf, shoppers } from '../../velora/index.ts';
import { type Directory, readDirectory } from '../directory.ts';
import { type Loading, MARKET } from '../loading.ts';
import { subjectOf } from '../steps/saveShoppers.ts';
import type { Turns } from './takeTurns.ts';

export interface KnownShopper {
  shopper: Shopper;
  subjectId: string;
  customerId: string;
}

/** What deeds of the history look up: people, goods, prices of their day. Read once. */
export interface ShopWorld {
  loading: Loading;
  directory: Directory;
  /** The midnight at which the history ends. */
  end: Date;
  /** Orders are numbered as they come in, so they are written one after another. */
  turns: Turns;
  shopper(code: string): KnownShopper;
  asShopper(code: string): Extract<Actor, { kind: 'shopper' }>;
  /** What a piece cost at that moment, gross, in minor units, by the price history the platform keeps. */
  priceAt(variantId: string, instant: Date): Promise<number>;
  taxRateOf(variantId: string): number;
  deliveryZone(postcode: string): DeliveryZone;
}

export async function openShopWorld(loading: Loading, end: Date, turns: Turns): Promise<ShopWorld> {
  const { ctx } = loading;
  const directory = await readDirectory(ctx);
  const known = new Map<string, KnownShopper>();
  for (const shopper of shoppers) known.set(shopper.code, { shopper, ...(await subjectOf(ctx, shopper)) });
  const variantIds = entries.map(({ variant }) => directory.variant(variant.sku).id);
  const quotes = await quotePrices(ctx, MARKET, variantIds);
  const { zones } = await listDeliveryZones(ctx, MARKET);
  const prices = new Map<string, ReturnType<typeof priceHistory>>();

  const shopper = (code: string): KnownShopper => {
    const one = known.get(code);
    if (!one) throw new Error(`${shopperOf(code).code} is not loaded`);
    return one;
  };
  return {
    loading,
    directory,
    end,
    turns,
    shopper,
    asShopper: (code) => {
      const { subjectId } = shopper(code);
      return { kind: 'shopper', sessionId: `demo:${code}`, subjectId, subjectIds: [subjectId], signedIn: true };
    },
    async priceAt(variantId, instant) {
      const asked = prices.get(variantId) ?? priceHistory(ctx, variantId, MARKET);
      prices.set(variantId, asked);
      const { applied } = await asked;
      const price = applied.find(({ from, to }) => from <= instant && (to === null || instant < to));
      if (!price) throw new Error(`variant ${variantId} had no price at ${instant.toISOString()}`);
      return price.unit;
    },
    taxRateOf: (variantId) => quotes.get(variantId)?.taxRateBp ?? 2300,
    deliveryZone: (postcode) => {
      const zone = chooseZone(zones, postcode);
      if (!zone) throw new Error(`nothing is delivered to ${postcode}`);
      return zone;
    },
  };
}
