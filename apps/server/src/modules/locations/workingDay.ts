import { dayOfWeek } from './calendar.ts';
import { polishHolidays } from './polishHolidays.ts';

/** Whether a term of the law may end on this date: not on a Saturday, a Sunday or a holiday. */
export function isWorkingDay(date: string): boolean {
  return dayOfWeek(date) < 6 && !polishHolidays(Number(date.slice(0, 4))).some((holiday) => holiday.date === date);
}
