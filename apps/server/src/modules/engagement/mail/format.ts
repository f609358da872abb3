import { formatMoney as formatAmount } from '@throughline/ui/format';
import type { Language } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';

const locales: Record<Language, string> = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' };

const kept = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times what using it does. Of zones there are as many as the retailer's places are in. */
function dateFormat(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, options]);
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone });
  kept.set(key, made);
  return made;
}

/** As on the screens, with the zeros of a document. */
export const formatMoney = (value: Money, language: Language): string => formatAmount(value, language, 'exact');

/** Day and time in the zone of the place it is about: "Saturday, 22 November at 20:00". */
export function formatMoment(instant: string, language: Language, zone: string): string {
  needsZone(zone);
  const date = new Date(instant);
  const day = dateFormat(language, zone, { weekday: 'long', day: 'numeric', month: 'long' });
  const time = dateFormat(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day.format(date)}, ${time.format(date)}`;
}

/** Without one Intl would quietly take the zone of this machine. */
function needsZone(zone: string | undefined): asserts zone is string {
  if (!zone) throw new RangeError('a time of day needs the zone it is shown in');
}

/** A calendar day with its year, for documents: "21 November 2026". */
export function formatDay(instant: string, language: Language, zone: string): string {
  needsZone(zone);
  // A bare date is a day already; read as an instant it would be midnight UTC, which is another day west of it.
  const timeZone = /^\d{4}-\d{2}-\d{2}$/.test(instant) ? 'UTC' : zone;
  return dateFormat(language, timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant));
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
/** Local opening times by day of the week, 'HH:MM'. */
export type WeeklyHours = Record<Weekday, (readonly [string, string])[]>;

const closedWord: Record<Language, string> = { en: 'closed', pl: 'nieczynne', ru: 'закрыто' };

/** A week in one line, neighbouring days with the same hours drawn together: "Mon–Sat 10:00–20:00, Sun closed". */
export function formatWeek(hours: WeeklyHours, language: Language): string {
  const times = (day: Weekday) => hours[day].map(([from, to]) => `${from}–${to}`).join(', ') || closedWord[language];
  const groups: { first: number; last: number; times: string }[] = [];
  weekdays.forEach((day, index) => {
    const last = groups.at(-1);
    if (last && last.times === times(day)) last.last = index;
    else groups.push({ first: index, last: index, times: times(day) });
  });
  return groups
    .map(({ first, last, times: open }) => {
      const days =
        first === last
          ? weekdayName(first, language)
          : `${weekdayName(first, language)}–${weekdayName(last, language)}`;
      return `${days} ${open}`;
    })
    .join(', ');
}

function weekdayName(index: number, language: Language): string {
  // 5 January 2026 is a Monday.
  const date = new Date(Date.UTC(2026, 0, 5 + index));
  return dateFormat(language, 'UTC', { weekday: 'short' }).format(date);
}

/** 2300 basis points → "23 %". */
export function formatRate(basisPoints: number, language: Language): string {
  return percent[language].format(basisPoints / 10_000);
}

const percentIn = (locale: string) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
const percent: Record<Language, Intl.NumberFormat> = {
  en: percentIn(locales.en),
  pl: percentIn(locales.pl),
  ru: percentIn(locales.ru),
};
