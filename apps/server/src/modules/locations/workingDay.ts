import { dayOfWeek } from './calendar.ts';
import { polishHolidays } from './polishHolidays.ts';

/** Whether a term of the law may end on this date, and a parcel travel: not on a Saturday, a Sunday or a holiday. */
export function isWorkingDay(date: string): boolean {
  return dayOfWeek(date) < 6 && !holidaysOf(date.slice(0, 4)).has(date);
}

/** A memo of a pure function: every list of goods with its days of delivery asks for the same one or two years. */
const years = new Map<string, ReadonlySet<string>>();

function holidaysOf(year: string): ReadonlySet<string> {
  let days = years.get(year);
  if (!days) {
    days = new Set(polishHolidays(Number(year)).map((holiday) => holiday.date));
    if (years.size >= 50) years.clear();
    years.set(year, days);
  }
  return days;
}
