import { Temporal } from 'temporal-polyfill';

// Dates alone have no clock changes, so counting them in UTC is exact, and thirty times faster than a calendar library.
const dayMs = 86_400_000;

/** The calendar date 'YYYY-MM-DD' of an instant in a zone (or where a location stands). */
export function localDate(where: string | { zone: string }, instant: Date): string {
  return wallClock(zoneOf(where)).format(instant).slice(0, 10);
}

/** The wall-clock time 'HH:MM' of an instant there. */
export function localTime(where: string | { zone: string }, instant: Date): string {
  return wallClock(zoneOf(where)).format(instant).slice(11);
}

/**
 * The instant of a wall-clock time 'HH:MM' on a date. '24:00' is the start of the next date. A time that a clock change
 * skips is the one as far after the gap (02:30 → 03:30); of a time that comes twice, the first.
 */
export function instantAt(where: string | { zone: string }, date: string, time: string): Date {
  const next = startOfDay(where, addDays(date, 1));
  if (time === '24:00') return next;
  // On the days without a clock change, all but two a year, the wall clock is plain arithmetic.
  const start = startOfDay(where, date);
  if (next.getTime() - start.getTime() === dayMs) {
    return new Date(start.getTime() + Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3, 5)) * 60_000);
  }
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zoneOf(where),
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(zoned.epochMilliseconds);
}

/** The first instant of a date there: not always midnight, clocks change at 00:00 in some zones. */
export function startOfDay(where: string | { zone: string }, date: string): Date {
  const zone = zoneOf(where);
  const key = `${zone} ${date}`;
  let start = starts.get(key);
  if (start === undefined) {
    start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    if (starts.size >= 5_000) starts.clear();
    starts.set(key, start);
  }
  return new Date(start);
}

/** A memo of a pure function: prices and hours ask for the same few midnights thousands of times a second. */
const starts = new Map<string, number>();

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** 1 = Monday … 7 = Sunday */
export function dayOfWeek(date: string): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** Whether the text is a real date: 2026-02-30 is not. */
export function isDate(text: string): boolean {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

const zoneOf = (where: string | { zone: string }) => (typeof where === 'string' ? where : where.zone);

/**
 * "2026-11-20 15:00": Swedish dates are ISO dates. A formatter is dear to make and thirty times faster than a calendar
 * library to use; there are as many as zones in use.
 */
function wallClock(zone: string): Intl.DateTimeFormat {
  let format = wallClocks.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    wallClocks.set(zone, format);
  }
  return format;
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();
