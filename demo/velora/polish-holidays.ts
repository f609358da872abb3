import { addDays, easterSunday, weekdayOf } from './calendar.ts';
import type { HoursException, IsoDate, LocalizedText } from './types.ts';

const t = (en: string, pl: string, ru: string): LocalizedText => ({ en, pl, ru });

/** Days off work by the Polish act of 18 January 1951; Christmas Eve since 2025. */
export function polishHolidays(year: number): readonly { readonly date: IsoDate; readonly name: LocalizedText }[] {
  const easter = easterSunday(year);
  return [
    { date: `${year}-01-01`, name: t('New Year', 'Nowy Rok', 'Новый год') },
    { date: `${year}-01-06`, name: t('Epiphany', 'Trzech Króli', 'Богоявление') },
    { date: easter, name: t('Easter', 'Wielkanoc', 'Пасха') },
    { date: addDays(easter, 1), name: t('Easter Monday', 'Poniedziałek Wielkanocny', 'Пасхальный понедельник') },
    { date: `${year}-05-01`, name: t('Labour Day', 'Święto Pracy', 'День труда') },
    { date: `${year}-05-03`, name: t('Constitution Day', 'Święto Konstytucji 3 Maja', 'День Конституции') },
    { date: addDays(easter, 49), name: t('Pentecost', 'Zielone Świątki', 'Пятидесятница') },
    { date: addDays(easter, 60), name: t('Corpus Christi', 'Boże Ciało', 'Праздник Тела Господня') },
    { date: `${year}-08-15`, name: t('Assumption', 'Wniebowzięcie NMP', 'Успение') },
    { date: `${year}-11-01`, name: t('All Saints', 'Wszystkich Świętych', 'День всех святых') },
    { date: `${year}-11-11`, name: t('Independence Day', 'Święto Niepodległości', 'День независимости') },
    { date: `${year}-12-24`, name: t('Christmas Eve', 'Wigilia', 'Сочельник') },
    { date: `${year}-12-25`, name: t('Christmas Day', 'Boże Narodzenie', 'Рождество') },
    { date: `${year}-12-26`, name: t('Second Day of Christmas', 'Drugi dzień świąt', 'Второй день Рождества') },
  ];
}

/** The last Sunday of the month. */
function lastSunday(year: number, month: number): IsoDate {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  let day = addDays(next, -1);
  while (weekdayOf(day) !== 7) day = addDays(day, -1);
  return day;
}

/**
 * Sundays on which shops may trade (act of 10 January 2018, as changed for 2025): the last of January, April, June and
 * August, the one before Easter, and three before Christmas Eve.
 */
export function tradingSundays(year: number): readonly IsoDate[] {
  let advent = `${year}-12-23`;
  while (weekdayOf(advent) !== 7) advent = addDays(advent, -1);
  return [
    lastSunday(year, 1),
    addDays(easterSunday(year), -7),
    lastSunday(year, 4),
    lastSunday(year, 6),
    lastSunday(year, 8),
    addDays(advent, -14),
    addDays(advent, -7),
    advent,
  ];
}

/** Everything that differs from the weekly hours of a store, in the order of the calendar. */
export function storeExceptions(years: readonly number[]): readonly HoursException[] {
  const all = years.flatMap((year): HoursException[] => [
    ...polishHolidays(year).map(({ date, name }) => ({ date, hours: null, reason: name })),
    ...tradingSundays(year).map((date) => ({
      date,
      hours: { opens: '10:00', closes: '18:00' },
      reason: t('Trading Sunday', 'Niedziela handlowa', 'Торговое воскресенье'),
    })),
    {
      date: addDays(easterSunday(year), -1),
      hours: { opens: '10:00', closes: '14:00' },
      reason: t('Holy Saturday', 'Wielka Sobota', 'Великая суббота'),
    },
  ]);
  return all.sort((a, b) => a.date.localeCompare(b.date));
}
