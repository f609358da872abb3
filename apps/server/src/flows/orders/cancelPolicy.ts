import type { Fulfilment } from '../../modules/fulfilment/index.ts';
import type { Order, OrderLine } from '../../modules/orders/index.ts';

export type WhyNot = 'over' | 'sent' | 'handed_over' | 'ready' | 'delivery';

type Work = Pick<Fulfilment, 'id' | 'kind' | 'state' | 'lines'> & Partial<Pick<Fulfilment, 'arrivedAt'>>;
type Cancellable = Pick<Order, 'state'> & { lines: Pick<OrderLine, 'id' | 'kind' | 'state'>[] };

/**
 * Whether a line can still be taken off an order, for whom. A customer may until it was picked (it lies ready, or the
 * parcel is packed): then somebody has worked for it, and a word with the store is due. Staff may until it left the house.
 */
export function whyNotCancel(
  line: Cancellable['lines'][number],
  works: readonly Work[],
  by: 'customer' | 'staff',
): WhyNot | undefined {
  if (line.kind === 'delivery') return 'delivery';
  if (line.state !== 'open') return 'over';
  const work = workOf(line.id, works);
  if (!work) return undefined;
  if (work.state === 'shipped') return 'sent';
  if (work.state === 'handed_over') return 'handed_over';
  if (by === 'customer' && work.state === 'ready') return 'ready';
  return undefined;
}

/** The work that has a line now: one that ended for a reason of its own does not count beside one that goes on. */
export function workOf<W extends Work>(lineId: string, works: readonly W[]): W | undefined {
  const having = works.filter((work) => work.lines.some((line) => line.orderLineId === lineId));
  // What came from another store is the pickup that it became.
  const goesOn = (work: W) => work.state !== 'cancelled' && work.state !== 'not_found' && !work.arrivedAt;
  return having.find(goesOn) ?? having.at(-1);
}

/** The lines that may still be cancelled. */
export function cancellableLines(order: Cancellable, works: readonly Work[], by: 'customer' | 'staff'): string[] {
  if (order.state === 'cancelled' || order.state === 'completed') return [];
  return order.lines.filter((line) => whyNotCancel(line, works, by) === undefined).map((line) => line.id);
}
