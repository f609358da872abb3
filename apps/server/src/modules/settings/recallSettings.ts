import type { Ctx } from '../../kernel/context.ts';
import type { Change, Shelf } from '../../kernel/memory.ts';
import { getRetailer } from './getRetailer.ts';
import { listDeliveryZones } from './listDeliveryZones.ts';
import type { DeliveryZone, Retailer } from './types.ts';

const forgottenBy = ({ type }: Change) => (type.startsWith('settings.') ? 'all' : undefined);

const retailers: Shelf<Readonly<Retailer>> = {
  name: 'settings.retailer',
  follows: ['settings'],
  forgottenBy,
  most: 1,
  mostMs: 5_000,
};

const zones: Shelf<readonly DeliveryZone[]> = {
  name: 'settings.zones',
  follows: ['settings'],
  forgottenBy,
  most: 100,
  mostMs: 5_000,
};

/** The retailer, for showing: it may be seconds old. */
export function recallRetailer(ctx: Ctx): Promise<Readonly<Retailer>> {
  return ctx.memory.recallOne(ctx, retailers, 'retailer', () => getRetailer(ctx));
}

/** A market's delivery zones in their order, for showing: they may be seconds old. */
export function recallDeliveryZones(ctx: Ctx, market: string): Promise<readonly DeliveryZone[]> {
  return ctx.memory.recallOne(ctx, zones, market, async () => (await listDeliveryZones(ctx, market)).zones);
}
