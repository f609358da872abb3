import { addDays, instantOf } from '../calendar.ts';
import { shoppers } from '../people.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { stockLevel } from '../stock.ts';
import type { IsoDate, LocationCode, Shopper, Today } from '../types.ts';
import type { HistoryEvent, SessionEvent } from './events.ts';
import { seededUuid } from './make-session.ts';
import { OpenPromises } from './pick-goods.ts';

/** Two people who share a computer: a device is no evidence of who sits at it. */
export const SHARED_DEVICE: readonly [string, string] = ['P021', 'P022'];

/** Collects events while a history is written, and numbers them. */
export class HistoryBook {
  readonly today: Today;
  readonly days: number;
  readonly promises = new OpenPromises();
  readonly end: string;
  readonly #events: HistoryEvent[] = [];
  readonly #restocked = new Map<string, number>();
  #ids = 0;
  #orders = 0;

  constructor(today: Today, days: number) {
    this.today = today;
    this.days = days;
    this.end = instantOf(today.date, '00:00', today.zone);
  }

  /**
   * Whether a returned piece still stands on that shelf today. Only as many may as the level of the first day shows;
   * the others have been sold on since, or sent to the outlet.
   */
  mayRestock(sku: string, location: LocationCode, quantity: number): boolean {
    const key = `${sku}|${location}`;
    const back = (this.#restocked.get(key) ?? 0) + quantity;
    if (back > stockLevel(sku, location).onHand) return false;
    this.#restocked.set(key, back);
    return true;
  }

  nextId(kind: HistoryEvent['kind']): string {
    this.#ids += 1;
    return `${kind}-${String(this.#ids).padStart(5, '0')}`;
  }

  nextOrderNumber(): string {
    this.#orders += 1;
    return `V${10_000 + this.#orders}`;
  }

  /** Keeps what lies in the past; the future has not happened. */
  add(event: HistoryEvent): boolean {
    if (event.at >= this.end) return false;
    this.#events.push(event);
    return true;
  }

  /** The day so many days ago; 1 is yesterday. */
  daysAgo(days: number): IsoDate {
    return addDays(this.today.date, -Math.min(days, this.days));
  }

  sorted(): readonly HistoryEvent[] {
    const events = [...this.#events].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
    // Orders were written purchase by purchase; a shop numbers them as they come in.
    const numbers = new Map<string, string>();
    for (const event of events) if (event.kind === 'order') numbers.set(event.number, `V${10_001 + numbers.size}`);
    return events.map((event) => {
      if (event.kind === 'order') return { ...event, number: numbers.get(event.number) ?? event.number };
      if (event.kind === 'return' || event.kind === 'survey')
        return { ...event, order: numbers.get(event.order) ?? event.order };
      return event;
    });
  }
}

/** A few regulars buy again and again, most people once. */
export function pickShopper(random: SeededRandom): Shopper {
  const index = Math.floor(random.next() ** 1.5 * shoppers.length);
  const shopper = shoppers[index];
  if (!shopper) throw new Error('no shopper drawn');
  return shopper;
}

/** The browser a shopper uses: their phone or their computer, always the same two. */
export function browserOf(
  random: SeededRandom,
  shopper: Shopper,
): { readonly anonymousId: string; readonly device: SessionEvent['device'] } {
  const device = random.weighted({ mobile: 56, desktop: 38, tablet: 6 });
  const owner = device === 'desktop' && shopper.code === SHARED_DEVICE[1] ? SHARED_DEVICE[0] : shopper.code;
  return { anonymousId: seededUuid(`${owner}:${device}`), device };
}
