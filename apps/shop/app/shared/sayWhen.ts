import { formatDay, formatTime } from '@throughline/ui/format';
import type { Language } from '@throughline/ui/words';

/** `today, 16:00`, `tomorrow, 12:00`, else `Mon 23 Nov, 12:00`; days and times of `zone`. Pure. */
export function sayWhen(when: string, now: string, language: Language, zone: string): string {
  return `${sayDay(when, now, language, zone)}, ${formatTime(when, language, zone)}`;
}

/** `today`, `tomorrow`, else `Mon 23 Nov`. A date without a time is that day; `now` is an instant. Pure. */
export function sayDay(when: string, now: string, language: Language, zone: string): string {
  const days = daysBetween(dateIn(now, zone), dateIn(when, zone));
  if (days !== 0 && days !== 1) return formatDay(when, language, zone);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

/** Kept, because making one takes as long as a hundred uses; there are as many as the retailer has zones. */
const isoDates = new Map<string, Intl.DateTimeFormat>();

function dateIn(when: string, zone: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  let format = isoDates.get(zone);
  if (!format) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv', { timeZone: zone });
    isoDates.set(zone, format);
  }
  return format.format(new Date(when));
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
