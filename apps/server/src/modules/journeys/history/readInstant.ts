import { instantAt, isDate, startOfDay } from '../../locations/index.ts';

const wall = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?$/;

/**
 * An instant as files write it: with its offset (RFC 3339), as the clock on the wall of a zone, a day of it, or seconds or
 * milliseconds since 1970. Milliseconds; undefined for what is none.
 */
export function readInstant(text: string, zone: string): number | undefined {
  const [, date, time, seconds] = wall.exec(text) ?? [];
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  // 31 February would be the third of March.
  if (day && !isDate(day)) return undefined;
  if (date && time) return known(instantAt({ zone }, date, time).getTime() + Number(seconds ?? 0) * 1000);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return known(startOfDay({ zone }, text).getTime());
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\d[T ].*(Z|[+-]\d\d:?\d\d)$/.test(text) ? known(Date.parse(text.replace(' ', 'T'))) : undefined;
}

const known = (ms: number): number | undefined => (Number.isNaN(ms) ? undefined : ms);
