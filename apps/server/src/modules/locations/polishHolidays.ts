import { addDays, daysBetween } from './calendar.ts';
import type { HoursException } from './types.ts';

/**
 * Easter Sunday of a year in the Gregorian calendar ("anonymous Gregorian algorithm", Nature 1876; Meeus,
 * Astronomical Algorithms, ch. 8).
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`;
}

/** Days on which Polish shops may not trade (act of 18 January 1951 on days off; 24 December since 2025), by date. */
export function polishHolidays(year: number): { date: string; name: string }[] {
  const easter = easterSunday(year);
  const days = [
    { date: `${year}-01-01`, name: 'Nowy Rok' },
    { date: `${year}-01-06`, name: 'Trzech Króli' },
    { date: easter, name: 'Wielkanoc' },
    { date: addDays(easter, 1), name: 'Poniedziałek Wielkanocny' },
    { date: `${year}-05-01`, name: 'Święto Pracy' },
    { date: `${year}-05-03`, name: 'Święto Konstytucji 3 Maja' },
    { date: addDays(easter, 49), name: 'Zielone Świątki' },
    { date: addDays(easter, 60), name: 'Boże Ciało' },
    { date: `${year}-08-15`, name: 'Wniebowzięcie NMP' },
    { date: `${year}-11-01`, name: 'Wszystkich Świętych' },
    { date: `${year}-11-11`, name: 'Święto Niepodległości' },
    ...(year >= 2025 ? [{ date: `${year}-12-24`, name: 'Wigilia' }] : []),
    { date: `${year}-12-25`, name: 'Boże Narodzenie' },
    { date: `${year}-12-26`, name: 'Drugi dzień Bożego Narodzenia' },
  ];
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * The holidays of the dates from `from` to `to` (both included) as closed days, for a location's exceptions.
 */
export function holidayExceptions(from: string, to: string): HoursException[] {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, i) => Number(from.slice(0, 4)) + i,
  );
  return years
    .flatMap(polishHolidays)
    .filter(({ date }) => daysBetween(from, date) >= 0 && daysBetween(date, to) >= 0)
    .map(({ date, name }) => ({ date, open: [], note: name }));
}

const two = (n: number) => String(n).padStart(2, '0');
