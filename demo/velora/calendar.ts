import type { IsoDate, WallTime, Weekday } from './types.ts';

const DAY_MS = 86_400_000;

const utcNoon = (date: IsoDate): number => Date.parse(`${date}T12:00:00Z`);
const toDate = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

/** The calendar day `days` later (negative: earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toDate(utcNoon(date) + days * DAY_MS);
}

/** Whole days from the first to the second. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utcNoon(to) - utcNoon(from)) / DAY_MS);
}

export function weekdayOf(date: IsoDate): Weekday {
  const day = new Date(utcNoon(date)).getUTCDay();
  return (day === 0 ? 7 : day) as Weekday;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, using one is not. */
function wallClock(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Minutes the zone is ahead of UTC at that instant. */
function offsetMinutes(ms: number, zone: string): number {
  const parts = wallClock(zone).formatToParts(ms);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
  return Math.round((wall - Math.floor(ms / 60_000) * 60_000) / 60_000);
}

/** The instant, RFC 3339 UTC, at which the clock on the wall of that zone shows the date and time. */
export function instantOf(date: IsoDate, time: WallTime, zone: string): string {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const guess = wall - offsetMinutes(wall, zone) * 60_000;
  // A second look settles the hours around a clock change.
  return new Date(wall - offsetMinutes(guess, zone) * 60_000).toISOString();
}

/** Minutes later, RFC 3339 UTC. */
export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + Math.round(minutes * 60_000)).toISOString();
}

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
