import { addDays, addMinutes, instantOf } from './calendar.ts';
import type { HistoryEvent, OrderEvent, OrderLine } from './history/events.ts';
import { HistoryBook } from './history/history-book.ts';
import { addBrowsing, addSharedComputer } from './history/make-browsing.ts';
import { addPurchase } from './history/make-purchase.ts';
import { seededRandom } from './seeded-random.ts';
import type { LocationCode, Today } from './types.ts';

export type * from './history/events.ts';

export interface HistorySize {
  readonly days: number;
  readonly orders: number;
  /** Visits that led to no order. */
  readonly browsing: number;
}

const usual: HistorySize = { days: 42, orders: 250, browsing: 560 };

/**
 * Some weeks of a retailer's life that end at midnight before `today`: sessions, chats, store visits, reservations,
 * orders, returns and answers to surveys, in order of time. Pure: the same day gives the same history. Everything in a
 * store happens while it is open.
 */
export function generateHistory(today: Today, size: HistorySize = usual): readonly HistoryEvent[] {
  const book = new HistoryBook(today, size.days);
  for (let i = 0; i < size.orders; i += 1) addPurchase(book, seededRandom(`purchase:${i}`), i);
  for (let i = 0; i < size.browsing; i += 1) addBrowsing(book, seededRandom(`browsing:${i}`), i);
  addSharedComputer(book, seededRandom('shared computer'));
  return book.sorted();
}

export interface StockUse {
  readonly sku: string;
  readonly location: LocationCode;
  readonly quantity: number;
}

/**
 * What the history took from each shelf (returns put back). A loader opens its stock with `stockLevel` + this, so that
 * after replaying the history the levels are those of `stock.ts`. Open orders have taken nothing yet: they hold.
 */
export function stockUsedBy(history: readonly HistoryEvent[]): readonly StockUse[] {
  const used = new Map<string, StockUse>();
  const add = (lines: readonly OrderLine[], location: LocationCode, sign: 1 | -1): void => {
    for (const { sku, quantity } of lines) {
      const key = `${sku}|${location}`;
      used.set(key, { sku, location, quantity: (used.get(key)?.quantity ?? 0) + sign * quantity });
    }
  };
  for (const event of history) {
    if (event.kind === 'order' && event.state === 'completed') add(event.lines, event.fulfilment.from, 1);
    if (event.kind === 'return' && event.restocked) add(event.lines, event.location, -1);
  }
  return [...used.values()].filter((use) => use.quantity !== 0);
}

/** The midnight at which the history ends. */
export function endOfHistory(today: Today): string {
  return instantOf(today.date, '00:00', today.zone);
}

/** The midnight at which it begins; loaders date opening stock and prices before it. */
export function startOfHistory(today: Today, days: number = usual.days): string {
  return addMinutes(instantOf(addDays(today.date, -days), '00:00', today.zone), 0);
}

export function ordersOf(history: readonly HistoryEvent[]): readonly OrderEvent[] {
  return history.filter((event) => event.kind === 'order');
}
