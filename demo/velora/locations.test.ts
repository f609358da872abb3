import { expect, test } from 'vitest';
import { instantOf, weekdayOf } from './calendar.ts';
import { hoursOn, locationOf, locations, stores } from './locations.ts';
import { polishHolidays, tradingSundays } from './polish-holidays.ts';

test('one warehouse in Łódź and eight stores, two of them in Warszawa', () => {
  expect(locations[0]?.code).toBe('LODZ-WAREHOUSE');
  expect(stores.map((store) => store.address.city)).toEqual([
    'Warszawa',
    'Warszawa',
    'Kraków',
    'Gdańsk',
    'Wrocław',
    'Poznań',
    'Katowice',
    'Lublin',
  ]);
  for (const location of locations) {
    expect(location.zone).toBe('Europe/Warsaw');
    expect(location.lat).toBeGreaterThan(49);
    expect(location.lat).toBeLessThan(55);
    expect(location.lon).toBeGreaterThan(14);
    expect(location.lon).toBeLessThan(24.2);
  }
});

test('Kraków is open on Saturday from 10 to 20 and closed on an ordinary Sunday', () => {
  const krakow = locationOf('KRAKOW');
  expect(hoursOn(krakow, '2026-11-21')).toEqual({ opens: '10:00', closes: '20:00' });
  expect(hoursOn(krakow, '2026-11-22')).toBeNull();
});

test('the three Sundays before Christmas Eve 2026 are trading Sundays, 10 to 18', () => {
  for (const date of ['2026-12-06', '2026-12-13', '2026-12-20'])
    expect(hoursOn(locationOf('KRAKOW'), date)).toEqual({ opens: '10:00', closes: '18:00' });
  for (const year of [2025, 2026, 2027, 2028])
    for (const date of tradingSundays(year)) expect(weekdayOf(date), date).toBe(7);
  expect(tradingSundays(2026)).toEqual([
    '2026-01-25',
    '2026-03-29',
    '2026-04-26',
    '2026-06-28',
    '2026-08-30',
    '2026-12-06',
    '2026-12-13',
    '2026-12-20',
  ]);
});

test('stores are closed on the public holidays of 2026 and 2027, movable ones too', () => {
  const closed = [
    '2026-04-06',
    '2026-06-04',
    '2026-11-11',
    '2026-12-24',
    '2027-03-29',
    '2027-05-27',
    '2027-08-15',
    '2027-12-25',
  ];
  for (const store of stores)
    for (const date of closed) expect(hoursOn(store, date), `${store.code} ${date}`).toBeNull();
  expect(polishHolidays(2026)).toHaveLength(14);
});

test('no location has two exceptions for one day', () => {
  for (const location of locations) {
    const dates = location.exceptions.map((exception) => exception.date);
    expect(new Set(dates).size, location.code).toBe(dates.length);
  }
});

test('a wall-clock time becomes the right instant in winter, in summer and on the days of the clock change', () => {
  expect(instantOf('2026-11-21', '20:00', 'Europe/Warsaw')).toBe('2026-11-21T19:00:00.000Z');
  expect(instantOf('2026-07-01', '20:00', 'Europe/Warsaw')).toBe('2026-07-01T18:00:00.000Z');
  expect(instantOf('2026-10-25', '10:00', 'Europe/Warsaw')).toBe('2026-10-25T09:00:00.000Z');
  expect(instantOf('2026-10-25', '01:30', 'Europe/Warsaw')).toBe('2026-10-24T23:30:00.000Z');
  expect(instantOf('2026-03-29', '04:00', 'Europe/Warsaw')).toBe('2026-03-29T02:00:00.000Z');
});
