import { addDays, hoursOn, instantAt, isWorkingDay, type Location, localDate, weekdays } from '../locations/index.ts';

/** As much of a sender as its parcels need. */
export type Sender = Pick<Location, 'zone' | 'hours' | 'exceptions' | 'cutOff'>;

/** A sender that packs on none of so many days sends nothing. */
const searchedDays = 400;

/**
 * The date, 'YYYY-MM-DD' there, on which a parcel ordered at `now` leaves its sender: today where somebody works today
 * and the cut-off is still to come (the method's own, where that is earlier), else the next day on which they do.
 * undefined: never.
 */
export function leavesOn(sender: Sender, now: Date, methodCutOff: string | null = null): string | undefined {
  const today = localDate(sender, now);
  // HH:MM sorts as time does, '24:00' included.
  const cutOff = methodCutOff !== null && methodCutOff < sender.cutOff ? methodCutOff : sender.cutOff;
  let date = now < instantAt(sender, today, cutOff) ? today : addDays(today, 1);
  for (let day = 0; day < searchedDays; day += 1) {
    if (packsOn(sender, date)) return date;
    date = addDays(date, 1);
  }
  return undefined;
}

/** Parcels are fetched on working days. A sender that keeps no hours at all (a drop-shipper) packs on every one of them. */
function packsOn(sender: Sender, date: string): boolean {
  if (!isWorkingDay(date)) return false;
  if (hoursOn(sender, date).length > 0) return true;
  const isExcepted = sender.exceptions.some((exception) => exception.date === date);
  return !isExcepted && weekdays.every((weekday) => sender.hours[weekday].length === 0);
}

/** The date so many working days after another: on the road, Saturdays, Sundays and holidays do not count. */
export function addWorkingDays(date: string, days: number): string {
  let current = date;
  for (let left = days; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}

export interface ParcelDays {
  /** 'YYYY-MM-DD' */
  earliest: string;
  /** The promise: it is there by the end of this date. */
  latest: string;
}

/** Between which dates a parcel ordered at `now` comes; undefined where its sender never packs. */
export function parcelDays(
  sender: Sender,
  method: { daysMin: number; daysMax: number; cutOff: string | null },
  now: Date,
): ParcelDays | undefined {
  const leaves = leavesOn(sender, now, method.cutOff);
  if (leaves === undefined) return undefined;
  return { earliest: addWorkingDays(leaves, method.daysMin), latest: addWorkingDays(leaves, method.daysMax) };
}

/** What comes in several parcels is there with the last of them. */
export function lastOf(parcels: readonly ParcelDays[]): ParcelDays | undefined {
  const last = (of: 'earliest' | 'latest') =>
    parcels
      .map((parcel) => parcel[of])
      .sort()
      .at(-1);
  const [earliest, latest] = [last('earliest'), last('latest')];
  return earliest && latest ? { earliest, latest } : undefined;
}
