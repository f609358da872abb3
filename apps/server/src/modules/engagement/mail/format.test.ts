import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, formatRate, formatWeek } from './format.ts';

describe('figures and dates in mails', () => {
  it('a moment is shown in the zone of the place, on both sides of a clock change', () => {
    expect(formatMoment('2026-10-24T18:00:00Z', 'en', 'Europe/Warsaw')).toMatch(/Saturday.*24 October, 20:00/);
    expect(formatMoment('2026-10-25T18:00:00Z', 'en', 'Europe/Warsaw')).toMatch(/Sunday.*25 October, 19:00/);
    expect(formatMoment('2026-03-29T18:00:00Z', 'pl', 'Europe/Warsaw')).toBe('niedziela, 29 marca, 20:00');
    expect(formatMoment('2026-11-21T19:00:00Z', 'ru', 'Europe/Warsaw')).toBe('суббота, 21 ноября, 20:00');
  });

  it('a bare date is that day everywhere; an instant is the day of the zone', () => {
    expect(formatDay('2026-11-22', 'en', 'America/New_York')).toBe('22 November 2026');
    expect(formatDay('2026-11-22T23:30:00Z', 'en', 'Europe/Warsaw')).toBe('23 November 2026');
  });

  it('a week is drawn together, with lunch breaks and closed days', () => {
    const day: [string, string][] = [['10:00', '20:00']];
    const week = {
      mon: day,
      tue: day,
      wed: [
        ['10:00', '13:00'],
        ['14:00', '18:00'],
      ] as [string, string][],
      thu: day,
      fri: day,
      sat: day,
      sun: [],
    };
    expect(formatWeek(week, 'en')).toBe(
      'Mon–Tue 10:00–20:00, Wed 10:00–13:00, 14:00–18:00, Thu–Sat 10:00–20:00, Sun closed',
    );
  });

  it('a rate in basis points is a percentage', () => expect(formatRate(2300, 'en')).toBe('23%'));
});
