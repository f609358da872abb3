import { expect, test } from 'vitest';
import { easterSunday, holidayExceptions, polishHolidays } from './polishHolidays.ts';

test('Easter is where the calendar has it', () => {
  expect([2024, 2025, 2026, 2027, 2028, 2038].map(easterSunday)).toEqual([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
  ]);
});

test('shops in Poland close on the fourteen holidays of 2026, Christmas Eve among them', () => {
  expect(polishHolidays(2026).map(({ date }) => date)).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-05',
    '2026-04-06',
    '2026-05-01',
    '2026-05-03',
    '2026-05-24',
    '2026-06-04',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
  ]);
  expect(polishHolidays(2024).map(({ date }) => date)).not.toContain('2024-12-24');
});

test('a location’s exceptions for a span of dates over new year are its holidays, closed', () => {
  expect(holidayExceptions('2026-12-25', '2027-01-06')).toEqual([
    { date: '2026-12-25', open: [], note: 'Boże Narodzenie' },
    { date: '2026-12-26', open: [], note: 'Drugi dzień Bożego Narodzenia' },
    { date: '2027-01-01', open: [], note: 'Nowy Rok' },
    { date: '2027-01-06', open: [], note: 'Trzech Króli' },
  ]);
});
