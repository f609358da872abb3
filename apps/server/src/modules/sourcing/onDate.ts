import { closingOn, type Location, localDate, openIntervals, pickupReadyAt } from '../locations/index.ts';
import type { OfferedMethod } from './waysToGet.ts';

/**
 * Whether goods will be there on a date. `expected`: it hangs on a delivery from a supplier that has not come yet, or on
 * a parcel that may take a day longer; `at` is when, as far as is known.
 */
export interface OnDate {
  answer: 'yes' | 'expected' | 'no';
  why: 'in_stock' | 'arriving' | 'later' | 'closed' | 'not_offered' | 'none';
  /** A pickup's instant, a parcel's date 'YYYY-MM-DD'. */
  at: string | null;
}

/** What must be known of a place to say whether goods can be collected there on a date. */
export interface PlaceOnDate {
  location: Pick<Location, 'zone' | 'hours' | 'exceptions' | 'preparationMinutes' | 'cutOff' | 'capabilities'>;
  available: number;
  incoming: number;
  incomingAt: Date | undefined;
}

const no = (why: OnDate['why'], at: Date | string | undefined = undefined): OnDate => ({
  answer: 'no',
  why,
  at: at instanceof Date ? at.toISOString() : (at ?? null),
});

/** Can `quantity` be collected here on `date`, 'YYYY-MM-DD' of the place, if it is ordered now? */
export function collectOn(place: PlaceOnDate, quantity: number, date: string, now: Date): OnDate {
  const { location } = place;
  if (!location.capabilities.includes('pickup')) return no('not_offered');
  const closing = closingOn(location, date);
  if (!closing || closing <= now) return no('closed');
  const opening = openIntervals(location, date)[0]?.from ?? closing;
  /** From when on that date: as soon as it is ready, and not before the doors open. */
  const from = (ready: Date) => (ready > opening ? ready : opening).toISOString();
  if (place.available >= quantity) {
    const ready = pickupReadyAt(location, now);
    return ready <= closing ? { answer: 'yes', why: 'in_stock', at: from(ready) } : no('later', ready);
  }
  if (place.available + place.incoming < quantity || !place.incomingAt) return no('none');
  // What is overdue may come at any moment, and not before now.
  const ready = pickupReadyAt(location, place.incomingAt > now ? place.incomingAt : now);
  return ready <= closing ? { answer: 'expected', why: 'arriving', at: from(ready) } : no('later', ready);
}

/** Is what is ordered now delivered by the end of `date`? The surest method counts, then the earliest. */
export function deliveredBy(methods: readonly Pick<OfferedMethod, 'earliest' | 'latest'>[], date: string): OnDate {
  const byPromise = [...methods].sort((a, b) => (a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : 0));
  const [surest] = byPromise;
  if (!surest) return no('not_offered');
  if (surest.latest <= date) return { answer: 'yes', why: 'in_stock', at: surest.latest };
  const perhaps = methods.map((method) => method.earliest).sort()[0];
  if (perhaps !== undefined && perhaps <= date) return { answer: 'expected', why: 'in_stock', at: perhaps };
  return no('later', perhaps);
}

/** Whether a date has passed everywhere that counts: nothing is there yesterday. */
export const isPast = (date: string, zone: string, now: Date): boolean => date < localDate(zone, now);
