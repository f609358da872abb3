import type { Answer } from '@throughline/client';

export type ShopHold = Answer<'/api/shop/holds', 'get'>['items'][number];

export type HoldStanding = 'held' | 'picking' | 'ready' | 'not_found' | 'ended' | 'released' | 'collected';

/** Where a hold stands, for its customer. Ended by the clock counts at once, whether or not the server has swept it. */
export function standingOfHold(hold: Pick<ShopHold, 'state' | 'stage' | 'until'>, now: Date): HoldStanding {
  if (hold.state === 'consumed' || hold.stage === 'handed_over') return 'collected';
  if (hold.state === 'released') return hold.stage === 'not_found' ? 'not_found' : 'released';
  if (hold.state === 'expired') return 'ended';
  if (hold.state === 'held' && hold.until !== null && new Date(hold.until) <= now) return 'ended';
  if (hold.stage === 'not_found') return 'not_found';
  if (hold.stage === 'ready') return 'ready';
  return hold.stage === 'picking' ? 'picking' : 'held';
}

export const isLive = (standing: HoldStanding): boolean =>
  standing === 'held' || standing === 'picking' || standing === 'ready';
