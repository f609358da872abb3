import { Temporal } from 'temporal-polyfill';

/** The calendar date 'YYYY-MM-DD' of an instant in a zone (or where a location stands). */
export function localDate(where: string | { zone: string }, instant: Date): string {
  return inZone(where, instant).toPlainDate().toString();
}

/** The wall-clock time 'HH:MM' of an instant there. */
export function localTime(where: string | { zone: string }, instant: Date): string {
  return inZone(where, instant).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/**
 * The instant of a wall-clock time 'HH:MM' on a date. '24:00' is the start of the next date. A time that a clock change
 * skips is the one as far after the gap (02:30 → 03:30); of a time that comes twice, the first.
 */
export function instantAt(where: string | { zone: string }, date: string, time: string): Date {
  if (time === '24:00') return startOfDay(where, addDays(date, 1));
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zoneOf(where),
    plainTime: Temporal.PlainTime.from(time),
  });
  return new Date(zoned.epochMilliseconds);
}

/** The first instant of a date there: not always midnight, clocks change at 00:00 in some zones. */
export function startOfDay(where: string | { zone: string }, date: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zoneOf(where)).epochMilliseconds);
}

// Dates alone have no clock changes, so counting them in UTC is exact, and thirty times faster than a calendar library.
const dayMs = 86_400_000;

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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

const zoneOf = (where: string | { zone: string }) => (typeof where === 'string' ? where : where.zone);

const inZone = (where: string | { zone: string }, instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zoneOf(where));
