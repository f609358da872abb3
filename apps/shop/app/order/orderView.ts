import type { OrderPageData } from './lastOrder.ts';

type Part = OrderPageData['parts'][number];

/** Where an order stands, in the shop's words for it. */
export type Standing =
  | 'checking'
  | 'awaiting_transfer'
  | 'not_paid'
  | 'cancelled'
  | 'received'
  | 'picking'
  | 'ready'
  | 'shipped'
  | 'not_found'
  | 'done';

/** The one thing to know about a part of an order. */
export function standingOf(part: Pick<Part, 'stage'>): Standing {
  switch (part.stage) {
    case 'picking':
      return 'picking';
    case 'ready':
      return 'ready';
    case 'shipped':
      return 'shipped';
    case 'not_found':
      return 'not_found';
    case 'cancelled':
      return 'cancelled';
    case 'handed_over':
      return 'done';
    default:
      return 'received';
  }
}

/** The one thing to know about the whole: what holds it up first, then what is to be done, then how far it is. */
export function standingOfOrder(page: Pick<OrderPageData, 'order' | 'parts' | 'payment'>): Standing {
  if (page.payment.state === 'pending') return page.payment.transfer ? 'awaiting_transfer' : 'checking';
  if (page.order.state === 'cancelled') {
    return page.payment.state === 'declined' || page.payment.state === 'failed' ? 'not_paid' : 'cancelled';
  }
  if (page.order.state === 'completed') return 'done';
  const standings = page.parts.filter((part) => part.stage !== 'cancelled').map(standingOf);
  const first = (['not_found', 'ready', 'shipped', 'picking', 'received'] as const).find((one) =>
    standings.includes(one),
  );
  return first ?? (standings.length > 0 ? 'done' : 'received');
}

/** The steps of a part as they are shown, with how far it is; what went wrong has no such row. */
export function stepsOf(part: Pick<Part, 'kind' | 'stage'>): { key: Standing; reached: boolean; now: boolean }[] {
  const keys: Standing[] =
    part.kind === 'ship' ? ['received', 'picking', 'shipped'] : ['received', 'picking', 'ready', 'done'];
  const standing = standingOf(part);
  // A parcel that lies ready has been picked and waits for the driver.
  const at = keys.indexOf(part.kind === 'ship' && standing === 'ready' ? 'picking' : standing);
  if (at < 0) return [];
  return keys.map((key, index) => ({ key, reached: index <= at, now: index === at }));
}
