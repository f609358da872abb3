import type { Language } from '../words/index.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    // British order and a 24-hour clock in English: what shops in Europe write.
    const locale = language === 'en' ? 'en-GB' : language;
    found = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

const instant = (when: string | Date) => (typeof when === 'string' ? new Date(when) : when);
/** A date without a time (`2026-11-26`) is that day everywhere. */
const isDate = (when: string | Date): when is string => typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when);

/** `Thu 26 Nov`; a date without a time needs no zone. */
export function formatDay(when: string | Date, language: Language, zone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const text = isDate(when)
    ? format(language, 'UTC', options).format(new Date(`${when}T12:00:00Z`))
    : format(language, zone, options).format(instant(when));
  // Some versions of ICU write a comma here, in English only; server and browser must write the same.
  return language === 'en' ? text.replace(/^(\w+), /, '$1 ') : text;
}

/** `16:00`, on the clock of `zone` (the store's, not the reader's). */
export function formatTime(when: string | Date, language: Language, zone: string): string {
  return format(language, zone, { hour: '2-digit', minute: '2-digit' }).format(instant(when));
}

/** `Sat 28 Nov, 20:00` */
export function formatDayAndTime(when: string | Date, language: Language, zone: string): string {
  return `${formatDay(when, language, zone)}, ${formatTime(when, language, zone)}`;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `2 min ago`, `in 3 hours`; under a minute is `now`. */
export function formatAgo(when: string | Date, now: Date, language: Language): string {
  const seconds = (instant(when).getTime() - now.getTime()) / 1000;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relative.format(unit === 'second' ? 0 : Math.trunc(seconds / size), unit);
}

/** `850 m`, `2.1 km`, `320 km` */
export function formatDistance(km: number, language: Language): string {
  const metres = km < 1;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: metres ? 'meter' : 'kilometer',
    maximumFractionDigits: metres || km >= 20 ? 0 : 1,
  }).format(metres ? Math.round(km * 100) * 10 : km);
}
