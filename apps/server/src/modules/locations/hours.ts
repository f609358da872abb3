import { AppError } from '../../kernel/errors.ts';
import { addDays, dayOfWeek, instantAt, localDate } from './calendar.ts';
import { type Opening, type OpenSpan, weekdays } from './types.ts';

/** A location that opens on none of so many days is treated as closed for good. */
const searchedDays = 400;

export interface OpenInterval {
  from: Date;
  to: Date;
}

/** The spans of a date as they stand on the door: an exception replaces the weekly hours as a whole. */
export function hoursOn(location: Opening, date: string): OpenSpan[] {
  const exception = location.exceptions.find((candidate) => candidate.date === date);
  if (exception) return exception.open;
  const weekday = weekdays[dayOfWeek(date) - 1];
  return weekday ? location.hours[weekday] : [];
}

/** When it is open on a date, as instants; a span that a clock change swallows is left out. */
export function openIntervals(location: Opening, date: string): OpenInterval[] {
  return hoursOn(location, date)
    .map(([from, to]) => ({ from: instantAt(location, date, from), to: instantAt(location, date, to) }))
    .filter(({ from, to }) => from < to);
}

export function isOpenAt(location: Opening, instant: Date): boolean {
  return openIntervals(location, localDate(location, instant)).some(({ from, to }) => from <= instant && instant < to);
}

/** Closing time of a date, or undefined when it does not open that day. */
export function closingOn(location: Opening, date: string): Date | undefined {
  return openIntervals(location, date).at(-1)?.to;
}

/** The next time the doors open after `from`, or undefined for one that is closed for good. */
export function findNextOpening(location: Opening, from: Date): Date | undefined {
  return findDay(
    location,
    localDate(location, from),
    (intervals) => intervals.find((interval) => interval.from > from)?.from,
  );
}

/** The next time the doors open after `from`; if it is open now, a later time than now. @throws AppError not_offered when it never does */
export function nextOpening(location: Opening, from: Date): Date {
  return findNextOpening(location, from) ?? neverOpens();
}

/** `from` if it is open then, else the next opening: the earliest moment somebody is there. @throws AppError not_offered */
export function earliestOpen(location: Opening, from: Date): Date {
  return isOpenAt(location, from) ? from : nextOpening(location, from);
}

/**
 * Closing time of the n-th opening day counted from the day after `from`: a hold of two days, made on a Friday before a
 * closed Sunday, ends on Monday at closing. n = 0 is today's closing, or the next opening day's when it has closed
 * already (or does not open today). All in the location's zone.
 *
 * @throws AppError not_offered when there are not so many opening days within 400 days
 */
export function closingOfOpeningDay(location: Opening, from: Date, n: number): Date {
  const today = localDate(location, from);
  const closing = closingOn(location, today);
  if (n === 0 && closing && closing > from) return closing;
  let left = Math.max(n, 1);
  const found = findDay(location, addDays(today, 1), (intervals) => {
    const last = intervals.at(-1);
    if (last) left -= 1;
    return left === 0 ? last?.to : undefined;
  });
  return found ?? neverOpens();
}

/**
 * The instant at which `minutes` of open time have passed since `from`: preparing goes on only while somebody is there.
 *
 * @throws AppError not_offered
 */
export function afterOpenMinutes(location: Opening, from: Date, minutes: number): Date {
  let leftMs = minutes * 60_000;
  const found = findDay(location, localDate(location, from), (intervals) => {
    for (const interval of intervals) {
      const start = Math.max(interval.from.getTime(), from.getTime());
      const roomMs = interval.to.getTime() - start;
      if (roomMs <= 0) continue;
      if (leftMs <= roomMs) return new Date(start + leftMs);
      leftMs -= roomMs;
    }
    return undefined;
  });
  return found ?? neverOpens();
}

/** When a pickup ordered at `from` is ready: open minutes of preparation, begun next opening day if it is past the cut-off. */
export function pickupReadyAt(location: Opening & { preparationMinutes: number; cutOff: string }, from: Date): Date {
  const today = localDate(location, from);
  const late = from >= instantAt(location, today, location.cutOff);
  const start = late ? openingOnOrAfter(location, addDays(today, 1)) : from;
  return afterOpenMinutes(location, start, location.preparationMinutes);
}

export interface TodayHours {
  /** 'YYYY-MM-DD' there */
  date: string;
  /** As on the door; [] = closed today. */
  open: OpenSpan[];
  isOpen: boolean;
  /** When it is open: the end of the present span. */
  closesAt: Date | null;
  /** When it is closed: the next time it opens; null when it is closed for good. */
  opensAt: Date | null;
  note?: string;
}

/** What a customer asks at this moment: is it open, until when, else from when. */
export function todayHours(location: Opening, instant: Date): TodayHours {
  const date = localDate(location, instant);
  const present = openIntervals(location, date).find(({ from, to }) => from <= instant && instant < to);
  const note = location.exceptions.find((exception) => exception.date === date)?.note;
  return {
    date,
    open: hoursOn(location, date),
    isOpen: present !== undefined,
    closesAt: present?.to ?? null,
    opensAt: present ? null : (findNextOpening(location, instant) ?? null),
    ...(note ? { note } : {}),
  };
}

function openingOnOrAfter(location: Opening, date: string): Date {
  return findDay(location, date, (intervals) => intervals[0]?.from) ?? neverOpens();
}

/** Walks the dates from `first` on and gives the first answer. */
function findDay<T>(
  location: Opening,
  first: string,
  ask: (intervals: OpenInterval[]) => T | undefined,
): T | undefined {
  let date = first;
  for (let day = 0; day < searchedDays; day += 1) {
    const answer = ask(openIntervals(location, date));
    if (answer !== undefined) return answer;
    date = addDays(date, 1);
  }
  return undefined;
}

function neverOpens(): never {
  throw new AppError('not_offered', {
    detail: 'This location does not open within the coming year. Choose another one.',
  });
}
