import { addDays, instantOf, weekdayOf } from '../calendar.ts';
import { hoursOn, locationOf } from '../locations.ts';
import { polishHolidays } from '../polish-holidays.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { IsoDate, LocationCode, Today } from '../types.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Online people shop in the evening, with a smaller peak at lunch. */
export function onlineMoment(random: SeededRandom, date: IsoDate, today: Today): string {
  const hour = Number(
    random.weighted({
      '7': 2,
      '8': 3,
      '9': 4,
      '10': 5,
      '11': 5,
      '12': 7,
      '13': 6,
      '14': 4,
      '15': 4,
      '16': 5,
      '17': 6,
      '18': 7,
      '19': 9,
      '20': 11,
      '21': 11,
      '22': 6,
    }),
  );
  return instantOf(date, clock(hour * 60 + random.between(0, 59)), today.zone);
}

const holidays = new Map<number, ReadonlySet<IsoDate>>();

function isHoliday(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  const known = holidays.get(year) ?? new Set(polishHolidays(year).map((holiday) => holiday.date));
  holidays.set(year, known);
  return known.has(date);
}

/** The day itself, or the next (1) or previous (-1) that is neither a Sunday nor a public holiday. */
export function workingDay(date: IsoDate, direction: 1 | -1): IsoDate {
  let day = date;
  while (weekdayOf(day) === 7 || isHoliday(day)) day = addDays(day, direction);
  return day;
}

/** The desk answers on weekdays 8–20 and Saturdays 9–17; for a Sunday or a holiday, on the working day before. */
export function deskMoment(random: SeededRandom, date: IsoDate, today: Today): string {
  const day = workingDay(date, -1);
  const [from, to] = weekdayOf(day) === 6 ? [9 * 60, 16 * 60] : [8 * 60, 19 * 60];
  return instantOf(day, clock(random.between(from, to)), today.zone);
}

/** The last day up to `date` on which the store was open. */
export function openDay(code: LocationCode, date: IsoDate): IsoDate {
  const location = locationOf(code);
  let day = date;
  while (hoursOn(location, day) === null) day = addDays(day, -1);
  return day;
}

/** A moment inside the opening hours of that day, with time to be served before closing. */
export function storeMoment(random: SeededRandom, code: LocationCode, date: IsoDate): string {
  const location = locationOf(code);
  const day = openDay(code, date);
  const hours = hoursOn(location, day);
  if (!hours) throw new Error(`${code} is closed on ${day}`);
  return instantOf(
    day,
    clock(random.between(minutesOf(hours.opens) + 10, minutesOf(hours.closes) - 25)),
    location.zone,
  );
}
