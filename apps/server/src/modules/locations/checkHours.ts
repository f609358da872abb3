import { AppError } from '../../kernel/errors.ts';
import { isDate } from './calendar.ts';
import { type HoursException, type OpenSpan, type WeeklyHours, weekdays } from './types.ts';

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** @throws AppError invalid_request unless spans are 'HH:MM' pairs, in order, apart from each other. */
export function checkHours(hours: WeeklyHours): void {
  for (const weekday of weekdays) checkSpans(hours[weekday], weekday);
}

/** @throws AppError invalid_request for a date that does not exist, a date given twice, or spans as in checkHours. */
export function checkExceptions(exceptions: readonly HoursException[]): void {
  const seen = new Set<string>();
  for (const { date, open } of exceptions) {
    if (!isDate(date)) invalid(`${date} is not a date.`);
    if (seen.has(date)) invalid(`${date} stands twice.`);
    seen.add(date);
    checkSpans(open, date);
  }
}

function checkSpans(spans: readonly OpenSpan[], where: string): void {
  let last = '';
  for (const [from, to] of spans) {
    if (!timePattern.test(from) || !(timePattern.test(to) || to === '24:00'))
      invalid(`${where}: ${from}–${to} are not times HH:MM.`);
    // Text order is time order for HH:MM, '24:00' included.
    if (from >= to)
      invalid(`${where}: ${from}–${to} ends before it begins. A night goes to 24:00 and on from 00:00 the next day.`);
    if (from < last) invalid(`${where}: ${from}–${to} overlaps the span before it.`);
    last = to;
  }
}

function invalid(detail: string): never {
  throw new AppError('invalid_request', { detail });
}
