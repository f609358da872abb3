import { formatDay } from '@throughline/ui/format';
import type { Language } from '@throughline/ui/words';

/** The last day of a term, which is told as the instant after it; of another year with the year. */
export function lastDay(until: string, language: Language, zone: string): string {
  const at = new Date(Date.parse(until) - 1);
  const isFar = Math.abs(at.getTime() - Date.now()) > 270 * 86_400_000;
  return `${formatDay(at.toISOString(), language, zone)}${isFar ? ` ${at.getUTCFullYear()}` : ''}`;
}
