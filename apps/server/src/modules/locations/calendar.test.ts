import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfWeek, daysBetween, instantAt, isDate, localDate, localTime, startOfDay } from './calendar.ts';

const warsaw = 'Europe/Warsaw';
const hoursOf = (date: string, zone = warsaw) =>
  (startOfDay(zone, addDays(date, 1)).getTime() - startOfDay(zone, date).getTime()) / 3_600_000;

test('a day has 25 hours when clocks go back and 23 when they go forward', () => {
  expect(hoursOf('2026-10-24')).toBe(24);
  expect(hoursOf('2026-10-25')).toBe(25);
  expect(hoursOf('2027-03-28')).toBe(23);
});

test('a time that a clock change skips moves past the gap; of a time that comes twice it is the first', () => {
  expect(instantAt(warsaw, '2027-03-28', '02:30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(localTime(warsaw, instantAt(warsaw, '2027-03-28', '02:30'))).toBe('03:30');
  expect(instantAt(warsaw, '2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('24:00 is the start of the next day, also on the days clocks change', () => {
  for (const date of ['2026-10-24', '2026-10-25', '2027-03-28', '2026-12-31']) {
    expect(instantAt(warsaw, date, '24:00')).toEqual(startOfDay(warsaw, addDays(date, 1)));
  }
});

test('a day may begin later than midnight: in Cairo clocks went forward at 00:00 on 26 April 2024', () => {
  expect(localTime('Africa/Cairo', startOfDay('Africa/Cairo', '2024-04-26'))).toBe('01:00');
  expect(localDate('Africa/Cairo', new Date(startOfDay('Africa/Cairo', '2024-04-26').getTime() - 1))).toBe(
    '2024-04-25',
  );
});

test('the date and time of any instant agree with the operating system’s own calendar', () => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: warsaw,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
      (instant) => {
        const [day, month, rest = ''] = format.format(instant).split('/');
        expect(`${localDate(warsaw, instant)} ${localTime(warsaw, instant)}`).toBe(
          `${rest.slice(0, 4)}-${month}-${day} ${rest.slice(6)}`,
        );
      },
    ),
  );
});

test('dates count on over months, leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31);
  expect(daysBetween('2026-11-01', '2026-10-01')).toBe(-31);
  expect(dayOfWeek('2026-11-22')).toBe(7);
  expect(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', 'x', '2026-02-28'].map(isDate)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});
