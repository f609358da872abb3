import { formatDay, formatDayAndTime, formatTime } from '@throughline/ui/format';
import type { Language } from '@throughline/ui/words';
import { createTranslator } from '@throughline/ui/words';
import { useMemo } from 'react';
import { words } from '../layout/words.ts';
import { useLanguage } from '../shared/language.ts';

export interface StoreToday {
  zone: string;
  today: { date: string; isOpen: boolean; closesAt: string | null; opensAt: string | null };
}

/** "open until 20:00", "opens 10:00", "opens Mon 23 Nov, 10:00": on the store's own clock. Pure. */
export function sayToday({ zone, today }: StoreToday, language: Language): string {
  const say = createTranslator(words, language);
  if (today.isOpen && today.closesAt) return say('openUntil', { time: formatTime(today.closesAt, language, zone) });
  if (!today.opensAt) return say('closedToday');
  const sameDay = formatDay(today.opensAt, language, zone) === formatDay(today.date, language, zone);
  const when = sameDay ? formatTime(today.opensAt, language, zone) : formatDayAndTime(today.opensAt, language, zone);
  return say('opensAt', { when });
}

export function useSayToday(): (store: StoreToday) => string {
  const language = useLanguage();
  return useMemo(() => (store) => sayToday(store, language), [language]);
}
