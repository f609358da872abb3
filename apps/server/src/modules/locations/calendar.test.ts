import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
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

test('a wall-clock time is the instant the calendar library gives, on any day in any zone', () => {
  const zones = fc.constantFrom(warsaw, 'UTC', 'Africa/Cairo', 'America/St_Johns', 'Australia/Lord_Howe');
  const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2024-01-01', n));
  const changes = fc.constantFrom('2026-10-25', '2027-03-28', '2024-04-26', '2026-04-05', '2026-03-08', '2026-11-01');
  fc.assert(
    fc.property(zones, fc.oneof(days, changes), fc.integer({ min: 0, max: 1_439 }), (zone, date, minute) => {
      const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
      const expected = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
      expect(instantAt(zone, date, plainTime.toString().slice(0, 5)).getTime()).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
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

test('the date and time of any instant are those of the calendar library, in zones with odd offsets too', () => {
  const zones = fc.constantFrom(
    warsaw,
    'UTC',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  );
  const instants = fc.date({ min: new Date('2011-12-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
      expect(localDate(zone, instant)).toBe(there.toPlainDate().toString());
      expect(localTime(zone, instant)).toBe(there.toPlainTime().toString().slice(0, 5));
      expect(startOfDay(zone, localDate(zone, instant)) <= instant).toBe(true);
      expect(instant < startOfDay(zone, addDays(localDate(zone, instant), 1))).toBe(true);
    }),
    { numRuns: 400 },
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
