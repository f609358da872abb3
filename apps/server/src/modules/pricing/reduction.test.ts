import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantAt } from '../locations/index.ts';
import { appliedPrices, bestPromotion, reducedBy } from './appliedPrices.ts';
import { type CountedPromotion, judgeReduction } from './judgeReduction.ts';
import { lowestIn30Days } from './lowestIn30Days.ts';
import { reductionOf } from './reductionOf.ts';
import type { PriceRow } from './types.ts';

const zone = 'Europe/Warsaw';
const at = (date: string, time = '00:00') => instantAt(zone, date, time);

/** A history from [date or 'date time', gross]…, each until the next. */
function prices(...rows: [when: string, gross: number][]): PriceRow[] {
  const instants = rows.map(([when]) => at(when.slice(0, 10), when.slice(11) || '00:00'));
  return rows.map(([, gross], index) => ({
    gross,
    validFrom: instants[index] ?? new Date(0),
    validTo: instants[index + 1] ?? null,
  }));
}
const promotion = (
  promotionId: string,
  basisPoints: number,
  from: string,
  to: string | null = null,
  shown = true,
): CountedPromotion => ({
  promotionId,
  basisPoints,
  startsAt: at(from.slice(0, 10), from.slice(11) || '00:00'),
  endsAt: to === null ? null : at(to.slice(0, 10), to.slice(11) || '00:00'),
  shown,
});
const judge = (history: PriceRow[], promotions: CountedPromotion[], when: string) =>
  judgeReduction(history, promotions, zone, at(when.slice(0, 10), when.slice(11) || '12:00'));

describe('the percentage', () => {
  test.each([
    [25_000, 20_000, 20],
    [29_900, 20_000, 33], // 33.1
    [19_999, 10_000, 49], // 49.9975 is never 50
    [30_000, 10_000, 66], // 66.67 is never 67
    [25_000, 24_999, 0], // less than a percent, and still a reduction
    [3, 1, 66],
    [1, 0, 100],
  ])('from %i to %i is %i %%, rounded down', (prior, unit, percentOff) => {
    expect(reductionOf(unit, prior)).toEqual({ percentOff });
  });

  test('a price that is not below the 30-day low is no reduction at all (C-330/23: 1.69 → 1.29 with a low of 1.29)', () => {
    expect(reductionOf(129, 129)).toBeUndefined();
    expect(reductionOf(130, 129)).toBeUndefined();
    expect(reductionOf(100, undefined)).toBeUndefined();
  });

  test('it never says more than the truth, and at most one percent less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        (prior, unit) => {
          const reduction = reductionOf(unit, prior);
          expect(reduction !== undefined).toBe(unit < prior);
          if (!reduction) return;
          const [p, off] = [BigInt(prior), BigInt(reduction.percentOff)];
          expect(p * off <= 100n * BigInt(prior - unit) && p * (off + 1n) > 100n * BigInt(prior - unit)).toBe(true);
        },
      ),
    );
  });
});

describe('the lowest price of 30 days', () => {
  test('250 for 30 days, then 200, is 20 %, whatever 400 was asked before', () => {
    const history = prices(['2026-01-01', 40_000], ['2026-10-20', 25_000]);
    expect(judge(history, [promotion('p', 2000, '2026-11-20')], '2026-11-20')).toMatchObject({
      unit: 20_000,
      percentOff: 20,
      prior: { lowest: 25_000, on: '2026-10-21', window: { from: '2026-10-21', to: '2026-11-19' } },
    });
  });

  test('C-330/23: bananas at 1.69 now 1.29 are no reduction when they were 1.29 for one day within the 30', () => {
    const history = prices(['2026-01-01', 169], ['2026-11-05', 129], ['2026-11-06', 169]);
    const judged = judge(history, [promotion('p', 2367, '2026-11-20')], '2026-11-21');
    expect(judged).toMatchObject({
      unit: 129,
      promotionId: 'p',
      percentOff: undefined,
      prior: { lowest: 129, on: '2026-11-05' },
    });
  });

  test('the window is exactly 30 days: the day 30 days before counts to its last and first minute, the day before it does not', () => {
    const sale = [promotion('p', 1000, '2026-11-20 08:00')];
    const lowOn = (from: string, to: string) =>
      judge(prices(['2026-01-01', 10_000], [from, 5_000], [to, 10_000]), sale, '2026-11-20')?.prior?.lowest;
    expect(lowOn('2026-10-21', '2026-10-21 00:01')).toBe(5_000);
    expect(lowOn('2026-10-20', '2026-10-21')).toBe(10_000);
    expect(lowOn('2026-11-19 23:59', '2026-11-20')).toBe(5_000);
    // The morning of the day itself is not before the day.
    expect(lowOn('2026-11-20 00:00', '2026-11-20 07:00')).toBe(10_000);
  });

  test('promotional prices were asked too and count', () => {
    const judged = judge(
      prices(['2026-01-01', 10_000]),
      [promotion('a', 3000, '2026-11-01', '2026-11-03'), promotion('b', 2000, '2026-11-20')],
      '2026-11-20',
    );
    expect(judged).toMatchObject({ unit: 8_000, prior: { lowest: 7_000, on: '2026-11-01' }, percentOff: undefined });
  });

  test('a price for everyone who types a code counts, but is not shown as the price', () => {
    const judged = judge(
      prices(['2026-01-01', 10_000]),
      [promotion('code', 1500, '2026-11-01', '2026-11-03', false), promotion('b', 2000, '2026-11-20')],
      '2026-11-20',
    );
    expect(judged).toMatchObject({ unit: 8_000, prior: { lowest: 8_500 }, percentOff: 5 });
    expect(
      judge(prices(['2026-01-01', 10_000]), [promotion('code', 1500, '2026-11-01', null, false)], '2026-11-20'),
    ).toMatchObject({ unit: 10_000, promotionId: null });
  });

  test('on sale for fewer than 30 days: the lowest since it was first offered', () => {
    const history = prices(['2026-11-10', 12_000], ['2026-11-12', 11_000], ['2026-11-15', 13_000]);
    expect(judge(history, [promotion('p', 2000, '2026-11-20')], '2026-11-20')).toMatchObject({
      unit: 10_400,
      prior: { lowest: 11_000, on: '2026-11-12' },
      percentOff: 5,
    });
  });

  test('first offered on the very day: the lowest until the reduction; first offered reduced: nothing to announce', () => {
    const history = prices(['2026-11-20 09:00', 10_000]);
    expect(judge(history, [promotion('p', 1000, '2026-11-20 11:00')], '2026-11-20')).toMatchObject({
      prior: { lowest: 10_000 },
      percentOff: 10,
    });
    expect(judge(history, [promotion('p', 1000, '2026-11-20 08:00')], '2026-11-20')).toMatchObject({
      unit: 9_000,
      prior: undefined,
      percentOff: undefined,
    });
  });

  test('step by step: each cut starts a window of its own', () => {
    const cuts = [
      promotion('first', 2000, '2026-11-01', '2026-11-11'),
      promotion('second', 3000, '2026-11-11', '2026-11-21'),
    ];
    const history = prices(['2026-01-01', 25_000]);
    expect(judge(history, cuts, '2026-11-10')).toMatchObject({
      unit: 20_000,
      prior: { lowest: 25_000 },
      percentOff: 20,
    });
    expect(judge(history, cuts, '2026-11-11')).toMatchObject({
      unit: 17_500,
      prior: { lowest: 20_000 },
      percentOff: 12,
    });
  });

  test('a regular price changed under a running promotion is a cut of its own, and a rise is none', () => {
    const sale = [promotion('p', 2000, '2026-11-01')];
    expect(judge(prices(['2026-01-01', 25_000], ['2026-11-10', 24_000]), sale, '2026-11-10')).toMatchObject({
      unit: 19_200,
      prior: { lowest: 20_000 },
      percentOff: 4,
    });
    expect(judge(prices(['2026-01-01', 25_000], ['2026-11-10', 30_000]), sale, '2026-11-10')).toMatchObject({
      unit: 24_000,
      prior: { lowest: 20_000 },
      percentOff: undefined,
    });
  });

  test('the figure does not slide while the reduction runs unchanged, however long', () => {
    const history = prices(['2026-01-01', 25_000]);
    const first = judge(history, [promotion('p', 2000, '2026-03-01')], '2026-03-01 00:00');
    for (const day of ['2026-03-02', '2026-04-15', '2026-10-25', '2027-03-28']) {
      expect(judge(history, [promotion('p', 2000, '2026-03-01')], day)).toEqual(first);
    }
  });

  test('days are the retailer’s: a price at 23:30 in Warsaw, already tomorrow nowhere in the law, is of that evening', () => {
    // 19 November 23:30 in Warsaw is 22:30 UTC; 20 November 00:30 in Warsaw is still 19 November in UTC.
    const history = prices(['2026-01-01', 10_000], ['2026-11-20 00:30', 6_000], ['2026-11-20 00:45', 10_000]);
    expect(judge(history, [promotion('p', 1000, '2026-11-20 12:00')], '2026-11-20')?.prior?.lowest).toBe(10_000);
    expect(lowestIn30Days(appliedPrices(history, []), at('2026-11-20', '12:00'), 'UTC')?.lowest).toBe(6_000);
  });

  test('a window over a clock change still begins and ends at midnight in Warsaw', () => {
    // Clocks go back on 25 October 2026: the window of a cut on 10 November begins 11 October 00:00 CEST = 10 October 22:00 UTC.
    const sale = (day: string) => [promotion('p', 1000, day)];
    const autumn = (from: string, to: string) =>
      judge(prices(['2026-01-01', 10_000], [from, 5_000], [to, 10_000]), sale('2026-11-10'), '2026-11-10')?.prior
        ?.lowest;
    expect(autumn('2026-10-10', '2026-10-11')).toBe(10_000);
    expect(autumn('2026-10-10', '2026-10-11 00:30')).toBe(5_000);
    // Clocks go forward on 28 March 2027: the window of a cut on 10 April begins 11 March 00:00 CET.
    const spring = (from: string, to: string) =>
      judge(prices(['2026-01-01', 10_000], [from, 5_000], [to, 10_000]), sale('2027-04-10'), '2027-04-10')?.prior
        ?.lowest;
    expect(spring('2027-03-10', '2027-03-11')).toBe(10_000);
    expect(spring('2027-03-10', '2027-03-11 00:30')).toBe(5_000);
  });
});

describe('promotions', () => {
  test('the best one applies, alone; of equals the one that began first', () => {
    const [a, b, c] = [
      promotion('a', 1000, '2026-11-05'),
      promotion('b', 2000, '2026-11-05'),
      promotion('c', 2000, '2026-11-01'),
    ];
    expect(bestPromotion([a, b, c], at('2026-11-06'))?.promotionId).toBe('c');
    expect(bestPromotion([a, b], at('2026-11-06'))?.promotionId).toBe('b');
    expect(bestPromotion([{ ...c, promotionId: 'd' }, c], at('2026-11-06'))?.promotionId).toBe('c');
    expect(judge(prices(['2026-01-01', 10_000]), [a, b, c], '2026-11-06')?.unit).toBe(8_000);
  });

  test('one begins at its start and is over at its end, to the millisecond', () => {
    const p = promotion('p', 1000, '2026-11-05', '2026-11-06');
    expect(bestPromotion([p], at('2026-11-05'))).toBe(p);
    expect(bestPromotion([p], new Date(at('2026-11-05').getTime() - 1))).toBeUndefined();
    expect(bestPromotion([p], at('2026-11-06'))).toBeUndefined();
  });

  test('a percentage is rounded half up to whole grosze', () => {
    expect([reducedBy(999, 1000), reducedBy(5, 1000), reducedBy(4, 1000), reducedBy(1, 1)]).toEqual([899, 4, 4, 1]);
  });
});

// The oracle walks time in half hours and asks Intl for the date; every instant of the scenes lies on a half hour.
const halfHour = 1_800_000;
const dateOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const origin = fc.constantFrom('2026-10-10', '2027-03-12', '2026-12-01').map((date) => Date.parse(`${date}T00:00:00Z`));
// A sale begins about the 40th day: its window begins about the 10th and ends the day before. Most changes lie close to
// these edges, where a mistake of a day or an hour shows.
const near = (dayNumber: number, days: number) =>
  fc.integer({ min: (dayNumber - days) * 48, max: (dayNumber + days) * 48 });
const moment = fc.oneof(near(10, 2), near(40, 2), near(30, 30));
const sale = fc.record({
  after: near(40, 1),
  halfHours: fc.option(fc.integer({ min: 1, max: 30 * 48 }), { freq: 9 }),
  basisPoints: fc.constantFrom(1000, 2000, 2500),
  shown: fc.constant(true),
});
const other = fc.record({
  after: moment,
  halfHours: fc.integer({ min: 1, max: 96 }) as fc.Arbitrary<number | null>,
  basisPoints: fc.constantFrom(500, 1000, 2000, 2500),
  shown: fc.boolean(),
});
const scene = origin.chain((start) =>
  fc.record({
    start: fc.constant(start),
    rows: fc
      .array(fc.record({ after: moment, gross: fc.integer({ min: 100, max: 120 }) }), {
        minLength: 1,
        maxLength: 9,
      })
      .map((steps) => {
        const times = [...new Set(steps.map((step) => step.after))].sort((a, b) => a - b);
        return times.map((after, index): PriceRow => {
          const next = times[index + 1];
          return {
            gross: steps[index]?.gross ?? 100,
            validFrom: new Date(start + after * halfHour),
            validTo: next === undefined ? null : new Date(start + next * halfHour),
          };
        });
      }),
    promotions: fc.tuple(sale, fc.array(other, { maxLength: 4 })).map(([first, others]) =>
      [first, ...others].map(
        ({ after, halfHours, basisPoints, shown }, index): CountedPromotion => ({
          promotionId: `p${index}`,
          basisPoints,
          startsAt: new Date(start + after * halfHour),
          endsAt: halfHours === null ? null : new Date(start + (after + halfHours) * halfHour),
          shown,
        }),
      ),
    ),
    now: near(45, 5).map((after) => start + after * halfHour),
  }),
);
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

/** What was asked at an instant, straight from the definition. */
function asked(
  { rows, promotions }: Scene,
  t: number,
  shownOnly: boolean,
): { unit: number; by: string | null } | undefined {
  const row = rows.find(
    ({ validFrom, validTo }) => validFrom.getTime() <= t && (validTo === null || t < validTo.getTime()),
  );
  if (!row) return undefined;
  const active = promotions
    .filter(
      (p) => (p.shown || !shownOnly) && p.startsAt.getTime() <= t && (p.endsAt === null || t < p.endsAt.getTime()),
    )
    .sort(
      (a, b) =>
        b.basisPoints - a.basisPoints ||
        a.startsAt.getTime() - b.startsAt.getTime() ||
        (a.promotionId < b.promotionId ? -1 : 1),
    );
  const best = active[0];
  return best
    ? { unit: row.gross - Math.floor((row.gross * best.basisPoints + 5_000) / 10_000), by: best.promotionId }
    : { unit: row.gross, by: null };
}

test('what was asked at any moment agrees with looking it up moment by moment', () => {
  fc.assert(
    fc.property(scene, (s) => {
      const applied = appliedPrices(s.rows, s.promotions);
      for (let t = s.start - halfHour; t < s.start + 70 * 48 * halfHour; t += 5 * halfHour) {
        const found = applied.filter(({ from, to }) => from.getTime() <= t && (to === null || t < to.getTime()));
        const expected = asked(s, t, false);
        expect(found.map(({ unit, promotionId }) => ({ unit, by: promotionId }))).toEqual(expected ? [expected] : []);
      }
      // Stretches are whole: two neighbours differ, and one begins where the other ends.
      for (const [index, stretch] of applied.entries()) {
        const next = applied[index + 1];
        if (!next) continue;
        expect(stretch.to).toEqual(next.from);
        expect(stretch.unit === next.unit && stretch.promotionId === next.promotionId).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
});

test('the 30-day low and the badge agree with a walk through every half hour of the 30 days, over both clock changes', () => {
  let judgedReductions = 0;
  fc.assert(
    fc.property(scene, (s) => {
      const judged = judgeReduction(s.rows, s.promotions, zone, new Date(s.now));
      const present = asked(s, s.now, true);
      expect(judged && { unit: judged.unit, by: judged.promotionId }).toEqual(present);
      if (!judged || !present?.by) return;
      // Back to where this price under this promotion began.
      let since = s.now;
      for (;;) {
        const before = asked(s, since - halfHour, true);
        if (before?.unit !== present.unit || before.by !== present.by) break;
        since -= halfHour;
      }
      expect(judged.since.getTime()).toBe(since);
      const day = dateOf.format(new Date(since));
      const first = new Date(Date.parse(day) - 30 * 86_400_000).toISOString().slice(0, 10);
      let lowest: number | undefined;
      let lowestToday: number | undefined;
      for (let t = since - 33 * 48 * halfHour; t < since; t += halfHour) {
        const date = dateOf.format(new Date(t));
        const unit = asked(s, t, false)?.unit;
        if (unit === undefined || date < first) continue;
        if (date < day) lowest = Math.min(lowest ?? unit, unit);
        else lowestToday = Math.min(lowestToday ?? unit, unit);
      }
      const prior = lowest ?? lowestToday;
      expect(judged.prior?.lowest).toBe(prior);
      if (prior !== undefined && present.unit < prior) {
        judgedReductions += 1;
        expect(judged.percentOff).toBe(Math.floor((100 * (prior - present.unit)) / prior));
      } else {
        expect(judged.percentOff).toBeUndefined();
      }
    }),
    { numRuns: 300 },
  );
  expect(judgedReductions).toBeGreaterThan(50);
}, 60_000);
