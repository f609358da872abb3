import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, instantAt, localDate } from './calendar.ts';
import {
  afterOpenMinutes,
  closingOfOpeningDay,
  closingOn,
  earliestOpen,
  findNextOpening,
  isOpenAt,
  nextOpening,
  openIntervals,
  pickupReadyAt,
  todayHours,
} from './hours.ts';
import type { Opening, OpenSpan, WeeklyHours } from './types.ts';

const warsaw = 'Europe/Warsaw';
const weekday: OpenSpan[] = [['10:00', '20:00']];
const closedSunday: WeeklyHours = {
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: [['10:00', '18:00']],
  sun: [],
};
const krakow: Opening = { zone: warsaw, hours: closedSunday, exceptions: [] };
const never: Opening = {
  zone: warsaw,
  hours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  exceptions: [],
};
const always: WeeklyHours = {
  mon: [['00:00', '24:00']],
  tue: [['00:00', '24:00']],
  wed: [['00:00', '24:00']],
  thu: [['00:00', '24:00']],
  fri: [['00:00', '24:00']],
  sat: [['00:00', '24:00']],
  sun: [['00:00', '24:00']],
};
const at = (date: string, time: string) => instantAt(warsaw, date, time);

test('a hold of two days made on a Friday before a closed Sunday ends on Monday at closing, Kraków’s time', () => {
  // Friday 20 November 2026
  for (const time of ['09:00', '15:00', '19:59', '23:00']) {
    expect(closingOfOpeningDay(krakow, at('2026-11-20', time), 2).toISOString()).toBe('2026-11-23T19:00:00.000Z');
  }
  expect(closingOfOpeningDay(krakow, at('2026-11-20', '15:00'), 1)).toEqual(at('2026-11-21', '18:00'));
});

test('a hold until tonight ends at closing today, or at the next opening day’s when it is closed already', () => {
  expect(closingOfOpeningDay(krakow, at('2026-11-20', '09:00'), 0)).toEqual(at('2026-11-20', '20:00'));
  expect(closingOfOpeningDay(krakow, at('2026-11-20', '19:59'), 0)).toEqual(at('2026-11-20', '20:00'));
  expect(closingOfOpeningDay(krakow, at('2026-11-20', '20:00'), 0)).toEqual(at('2026-11-21', '18:00'));
  expect(closingOfOpeningDay(krakow, at('2026-11-21', '19:00'), 0)).toEqual(at('2026-11-23', '20:00'));
  expect(closingOfOpeningDay(krakow, at('2026-11-22', '12:00'), 0)).toEqual(at('2026-11-23', '20:00'));
});

test('a holiday is no opening day, a trading Sunday is one', () => {
  const december: Opening = {
    ...krakow,
    exceptions: [
      { date: '2026-12-20', open: [['10:00', '17:00']], note: 'niedziela handlowa' },
      { date: '2026-12-24', open: [], note: 'Wigilia' },
      { date: '2026-12-25', open: [] },
      { date: '2026-12-26', open: [] },
    ],
  };
  // Wednesday 23 December: Thursday, Friday, Saturday closed, Sunday closed, so the first opening day is Monday.
  expect(closingOfOpeningDay(december, at('2026-12-23', '15:00'), 1)).toEqual(at('2026-12-28', '20:00'));
  expect(closingOfOpeningDay(december, at('2026-12-19', '15:00'), 1)).toEqual(at('2026-12-20', '17:00'));
  expect(isOpenAt(december, at('2026-12-24', '12:00'))).toBe(false);
  expect(isOpenAt(december, at('2026-12-20', '12:00'))).toBe(true);
  expect(closingOn(december, '2026-12-24')).toBeUndefined();
});

test('closing time stays 20:00 on the wall over both clock changes', () => {
  // Clocks go back in the night to Sunday 25 October 2026, and forward in the night to Sunday 28 March 2027.
  expect(closingOfOpeningDay(krakow, at('2026-10-23', '12:00'), 2).toISOString()).toBe('2026-10-26T19:00:00.000Z');
  expect(closingOfOpeningDay(krakow, at('2026-10-22', '12:00'), 1).toISOString()).toBe('2026-10-23T18:00:00.000Z');
  expect(closingOfOpeningDay(krakow, at('2027-03-26', '12:00'), 2).toISOString()).toBe('2027-03-29T18:00:00.000Z');
  expect(closingOfOpeningDay(krakow, at('2027-03-25', '12:00'), 1).toISOString()).toBe('2027-03-26T19:00:00.000Z');
});

test('a night shift works 25 hours when clocks go back and 23 when they go forward', () => {
  const depot: Opening = { zone: warsaw, hours: always, exceptions: [] };
  const hours = (date: string) =>
    openIntervals(depot, date).reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 3_600_000, 0);
  expect([hours('2026-10-25'), hours('2027-03-28'), hours('2026-11-20')]).toEqual([25, 23, 24]);
  expect(isOpenAt(depot, new Date('2026-10-25T00:30:00Z'))).toBe(true);
  expect(isOpenAt(depot, new Date('2026-10-25T01:30:00Z'))).toBe(true);
});

test('a span that lies in the hour a clock change skips is no opening', () => {
  const odd: Opening = { zone: warsaw, hours: { ...closedSunday, sun: [['02:00', '03:00']] }, exceptions: [] };
  expect(openIntervals(odd, '2027-03-28')).toEqual([]);
  expect(openIntervals(odd, '2027-04-04')).toHaveLength(1);
});

test('it is open from the opening minute on and closed from the closing minute on', () => {
  expect(isOpenAt(krakow, at('2026-11-20', '10:00'))).toBe(true);
  expect(isOpenAt(krakow, new Date(at('2026-11-20', '10:00').getTime() - 1))).toBe(false);
  expect(isOpenAt(krakow, at('2026-11-20', '20:00'))).toBe(false);
});

test('the next opening is after now even when it is open, and the earliest open moment is now then', () => {
  expect(nextOpening(krakow, at('2026-11-20', '12:00'))).toEqual(at('2026-11-21', '10:00'));
  expect(nextOpening(krakow, at('2026-11-20', '08:00'))).toEqual(at('2026-11-20', '10:00'));
  expect(nextOpening(krakow, at('2026-11-21', '18:00'))).toEqual(at('2026-11-23', '10:00'));
  expect(earliestOpen(krakow, at('2026-11-20', '12:00'))).toEqual(at('2026-11-20', '12:00'));
  expect(earliestOpen(krakow, at('2026-11-22', '12:00'))).toEqual(at('2026-11-23', '10:00'));
});

test('a location that is closed for good is said to be, instead of searching forever', () => {
  expect(findNextOpening(never, at('2026-11-20', '12:00'))).toBeUndefined();
  for (const ask of [
    () => nextOpening(never, new Date()),
    () => closingOfOpeningDay(never, new Date(), 0),
    () => afterOpenMinutes(never, new Date(), 5),
  ]) {
    expect(ask).toThrow(expect.objectContaining({ code: 'not_offered' }));
  }
});

test('a lunch break is closed, and the customer hears when it opens again', () => {
  const lunch: Opening = {
    ...krakow,
    exceptions: [
      {
        date: '2026-11-20',
        open: [
          ['10:00', '13:00'],
          ['14:00', '18:00'],
        ],
        note: 'inventory',
      },
    ],
  };
  expect(todayHours(lunch, at('2026-11-20', '13:30'))).toEqual({
    date: '2026-11-20',
    open: [
      ['10:00', '13:00'],
      ['14:00', '18:00'],
    ],
    isOpen: false,
    closesAt: null,
    opensAt: at('2026-11-20', '14:00'),
    note: 'inventory',
  });
  expect(todayHours(lunch, at('2026-11-20', '12:00'))).toMatchObject({
    isOpen: true,
    closesAt: at('2026-11-20', '13:00'),
    opensAt: null,
  });
  expect(todayHours(krakow, at('2026-11-22', '12:00'))).toMatchObject({
    open: [],
    isOpen: false,
    opensAt: at('2026-11-23', '10:00'),
  });
  expect(todayHours(never, at('2026-11-22', '12:00'))).toMatchObject({ isOpen: false, opensAt: null });
});

test('a pickup is prepared while the store is open, and after the cut-off on the next opening day', () => {
  const store = { ...krakow, preparationMinutes: 60, cutOff: '18:00' };
  expect(pickupReadyAt(store, at('2026-11-20', '12:00'))).toEqual(at('2026-11-20', '13:00'));
  expect(pickupReadyAt(store, at('2026-11-20', '07:00'))).toEqual(at('2026-11-20', '11:00'));
  expect(pickupReadyAt(store, at('2026-11-20', '18:00'))).toEqual(at('2026-11-21', '11:00'));
  expect(pickupReadyAt(store, at('2026-11-21', '18:30'))).toEqual(at('2026-11-23', '11:00'));
  // Half an hour on Saturday evening, the rest on Monday morning.
  expect(pickupReadyAt({ ...store, cutOff: '24:00' }, at('2026-11-21', '17:30'))).toEqual(at('2026-11-23', '10:30'));
  expect(pickupReadyAt({ ...store, preparationMinutes: 0 }, at('2026-11-20', '12:00'))).toEqual(
    at('2026-11-20', '12:00'),
  );
});

// The oracle knows nothing of Temporal: it tries both offsets of Warsaw and asks Intl which one gives the wall time.
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: warsaw, dateStyle: 'short', timeStyle: 'short' });
function naiveInstant(date: string, time: string): number | undefined {
  const asUtc = Date.parse(
    `${time === '24:00' ? new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10) : date}T${time === '24:00' ? '00:00' : time}Z`,
  );
  const text = `${new Date(asUtc).toISOString().slice(0, 10)} ${time === '24:00' ? '00:00' : time}`;
  for (const offsetHours of [2, 1]) {
    const candidate = asUtc - offsetHours * 3_600_000;
    if (wall.format(new Date(candidate)) === text) return candidate;
  }
  return undefined;
}
const naiveSpans = (location: Opening, date: string): OpenSpan[] => {
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  const name = names[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 'mon';
  return (
    location.exceptions.filter((exception) => exception.date === date).map(({ open }) => open)[0] ??
    location.hours[name]
  );
};
function naiveClosing(location: Opening, from: number, n: number): number {
  const today = wall.format(new Date(from)).slice(0, 10);
  const closingOf = (date: string) => {
    const last = naiveSpans(location, date).at(-1);
    return last ? naiveInstant(date, last[1]) : undefined;
  };
  if (n === 0) {
    const closing = closingOf(today);
    if (closing !== undefined && closing > from) return closing;
  }
  let seen = 0;
  for (let day = 1; day < 500; day += 1) {
    const closing = closingOf(new Date(Date.parse(today) + day * 86_400_000).toISOString().slice(0, 10));
    if (closing === undefined) continue;
    seen += 1;
    if (seen >= Math.max(1, n)) return closing;
  }
  throw new Error('never');
}

// Times outside 02:00–03:00, where the oracle would have to know what a skipped or doubled time means.
const time = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to - 1 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
const spans = fc.oneof(
  fc.constant<OpenSpan[]>([]),
  fc.tuple(time(5, 12), fc.oneof(time(13, 24), fc.constant('24:00'))).map(([from, to]): OpenSpan[] => [[from, to]]),
  fc.tuple(time(5, 9), time(10, 12), time(13, 15), time(16, 24)).map(([a, b, c, d]): OpenSpan[] => [
    [a, b],
    [c, d],
  ]),
);
const start = fc.constantFrom('2026-10-20', '2027-03-22', '2026-12-18');
const scene = fc
  .record({
    hours: fc.record({
      mon: fc.constant<OpenSpan[]>([['09:00', '21:00']]),
      tue: spans,
      wed: spans,
      thu: spans,
      fri: spans,
      sat: spans,
      sun: spans,
    }),
    start,
    minutes: fc.integer({ min: 0, max: 12 * 24 * 60 }),
    closedAfterDays: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), spans), { maxLength: 4 }),
  })
  .map(({ hours, start, minutes, closedAfterDays }) => {
    const byDate = new Map(closedAfterDays.map(([days, open]) => [addDays(start, days), open]));
    const location: Opening = { zone: warsaw, hours, exceptions: [...byDate].map(([date, open]) => ({ date, open })) };
    return { location, from: new Date(Date.parse(`${start}T00:00:00Z`) + minutes * 60_000) };
  });

test('the end of any hold agrees with walking the calendar day by day, over clock changes, holidays and odd hours', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 0, max: 10 }), ({ location, from }, n) => {
      expect(closingOfOpeningDay(location, from, n).getTime()).toBe(naiveClosing(location, from.getTime(), n));
    }),
    { numRuns: 400 },
  );
});

test('a hold for more days never ends earlier, and always ends at a closing time in the future', () => {
  fc.assert(
    fc.property(scene, ({ location, from }) => {
      const ends = [0, 1, 2, 3, 4].map((n) => closingOfOpeningDay(location, from, n));
      for (const [index, end] of ends.entries()) {
        expect(end > from).toBe(true);
        if (index > 0) expect(end >= (ends[index - 1] ?? end)).toBe(true);
        expect(isOpenAt(location, new Date(end.getTime() - 60_000))).toBe(true);
      }
    }),
  );
});

test('open and closed agree with asking the wall clock minute by minute', () => {
  fc.assert(
    fc.property(scene, ({ location, from }) => {
      const text = wall.format(from);
      const [date = '', clock = ''] = [text.slice(0, 10), text.slice(11)];
      const expected = naiveSpans(location, date).some(([a, b]) => a <= clock && clock < b);
      expect(isOpenAt(location, from)).toBe(expected);
      if (expected) expect(earliestOpen(location, from)).toEqual(from);
      const next = nextOpening(location, from);
      expect(next > from && isOpenAt(location, next) && !isOpenAt(location, new Date(next.getTime() - 1))).toBe(true);
      expect(localDate(location, next) >= date).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('exactly the asked minutes are open between the order and the moment it is ready', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 900 }), ({ location, from }, minutes) => {
      const ready = afterOpenMinutes(location, from, minutes);
      let open = 0;
      for (let t = from.getTime(); t < ready.getTime(); t += 60_000) if (isOpenAt(location, new Date(t))) open += 1;
      expect(open).toBe(minutes);
    }),
    { numRuns: 15 },
  );
}, 60_000);
