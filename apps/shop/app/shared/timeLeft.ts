import type { Language } from '@throughline/ui/words';

/** `2 hr 5 min`, `45 min`, `3 days`: how long until then, rounded down; undefined once it has passed. */
export function timeLeft(until: string, now: Date, language: Language): string | undefined {
  const minutes = Math.floor((new Date(until).getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return undefined;
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'day' ? 'long' : 'short',
    }).format(value);
  if (minutes >= 48 * 60) return unit(Math.floor(minutes / 1440), 'day');
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return unit(minutes, 'minute');
  return minutes % 60 === 0 || hours >= 12
    ? unit(hours, 'hour')
    : `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
}
