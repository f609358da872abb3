import type { Language } from '@throughline/ui/words';

const units = {
  en: { s: 's', min: 'min', h: 'h', d: 'd' },
  pl: { s: 's', min: 'min', h: 'godz.', d: 'd' },
  ru: { s: 'с', min: 'мин', h: 'ч', d: 'дн.' },
} as const;

/** How long, in one unit and a space: `40 s`, `12 min`, `3 h`, `2 d`. Never negative. */
export function formatSpan(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const unit = units[language];
  if (seconds < 60) return `${seconds} ${unit.s}`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} ${unit.min}`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} ${unit.h}`;
  return `${Math.floor(seconds / 86_400)} ${unit.d}`;
}

/** What is left, as a clock: `2 d 3 h`, `3 h 12 min`, `12:09`. */
export function formatLeft(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const unit = units[language];
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600), Math.floor(seconds / 60)];
  if (days > 0) return `${days} ${unit.d} ${hours % 24} ${unit.h}`;
  if (hours > 0) return `${hours} ${unit.h} ${minutes % 60} ${unit.min}`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
