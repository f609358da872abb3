import type { Ctx } from '../../kernel/context.ts';
import type { Shelf } from '../../kernel/memory.ts';
import { listLocations } from './readLocations.ts';
import type { Location } from './types.ts';

const locations: Shelf<readonly Location[]> = {
  name: 'locations.all',
  follows: ['locations'],
  forgottenBy: ({ type }) => (type.startsWith('locations.') ? 'all' : undefined),
  most: 1,
  mostMs: 5_000,
};

/** The locations in use, by code, for showing: they may be seconds old. A retailer has hundreds, not millions. */
export function recallLocations(ctx: Ctx): Promise<readonly Location[]> {
  return ctx.memory.recallOne(ctx, locations, 'all', () => listLocations(ctx));
}
