import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addMonths, applicableRules, type BoughtLine, termAfter, whyNot } from './applicableRules.ts';
import { defaultPolicy, type ReturnPolicy } from './policy.ts';
import { deliveryRefund, shareOfUnits } from './refundShares.ts';
import { returnStates, returnTransitions } from './states.ts';

const zone = 'Europe/Warsaw';
const at = (text: string) => new Date(text);
const online: BoughtLine = {
  contractPlace: 'distance',
  contractAt: at('2026-11-02T10:00:00Z'),
  possessedAt: at('2026-11-05T15:00:00Z'),
  hadAt: at('2026-11-05T15:00:00Z'),
  categoryIds: ['furniture', 'beds'],
};
const ask = (line: Partial<BoughtLine>, now: string, policy: Partial<ReturnPolicy> = {}) =>
  applicableRules({ ...online, ...line }, { ...defaultPolicy, ...policy }, at(now), zone);
const of = (answers: ReturnType<typeof ask>, rule: string) => answers.find((one) => one.rule === rule);

describe('withdrawal', () => {
  it('lasts to the end of the fourteenth day after the last parcel, in the zone of the shop', () => {
    expect(of(ask({}, '2026-11-19T22:59:59Z'), 'withdrawal')).toMatchObject({
      applies: true,
      until: '2026-11-19T23:00:00.000Z',
    });
    expect(of(ask({}, '2026-11-19T23:00:00Z'), 'withdrawal')).toMatchObject({ applies: false, why: 'too_late' });
  });

  it('that would end on a Sunday or a holiday ends with the next working day', () => {
    // The fourteenth day is Saturday 7 November 2026; Monday the 9th is the next working day.
    expect(of(ask({ possessedAt: at('2026-10-24T10:00:00Z') }, '2026-11-01T10:00:00Z'), 'withdrawal')?.until).toBe(
      '2026-11-09T23:00:00.000Z',
    );
    // Wednesday 11 November is a holiday.
    expect(of(ask({ possessedAt: at('2026-10-28T10:00:00Z') }, '2026-11-01T10:00:00Z'), 'withdrawal')?.until).toBe(
      '2026-11-12T23:00:00.000Z',
    );
  });

  it('has not begun to run while a part is on its way, and is never there for what was bought in a store', () => {
    expect(of(ask({ possessedAt: null }, '2027-11-19T12:00:00Z'), 'withdrawal')).toMatchObject({
      applies: true,
      until: null,
    });
    expect(of(ask({ contractPlace: 'on_premises' }, '2026-11-06T12:00:00Z'), 'withdrawal')?.why).toBe('not_distance');
  });

  it('lives twelve months longer for contracts from before shoppers were told of it', () => {
    const informed = { informedSince: '2026-11-03T00:00:00Z' };
    expect(of(ask({}, '2027-11-19T12:00:00Z', informed), 'withdrawal')).toMatchObject({
      applies: true,
      until: '2027-11-19T23:00:00.000Z',
    });
    expect(
      of(ask({ contractAt: at('2026-11-04T00:00:00Z') }, '2027-11-19T12:00:00Z', informed), 'withdrawal')?.why,
    ).toBe('too_late');
  });

  it('cannot be set shorter than the law', () => {
    expect(of(ask({}, '2026-11-19T12:00:00Z', { withdrawalDays: 3 }), 'withdrawal')?.applies).toBe(true);
  });
});

test('the nearest category wins, and sealed goods come back sealed', () => {
  const exceptions: ReturnPolicy['exceptions'] = [
    { categoryId: 'furniture', withdrawal: 'never', shopDays: 0 },
    { categoryId: 'beds', withdrawal: 'unless_opened', shopDays: null },
  ];
  const answers = ask({}, '2026-11-10T12:00:00Z', { exceptions });
  expect(of(answers, 'shop_policy')?.applies).toBe(true);
  expect(whyNot(answers, 'withdrawal', 'unopened')).toBeUndefined();
  expect(whyNot(answers, 'withdrawal', 'opened')).toBe('condition');
  expect(of(ask({ categoryIds: ['furniture'] }, '2026-11-10T12:00:00Z', { exceptions }), 'withdrawal')?.why).toBe(
    'excepted',
  );
});

test('the shop’s own promise and the complaint run from the day the goods were had, across the clock change', () => {
  const bought = { hadAt: at('2026-10-10T10:00:00Z'), contractPlace: 'on_premises' as const };
  const answers = ask(bought, '2026-11-09T22:59:00Z');
  expect(of(answers, 'shop_policy')).toMatchObject({ applies: true, until: '2026-11-09T23:00:00.000Z' });
  expect(whyNot(answers, 'shop_policy', 'used')).toBe('condition');
  expect(of(answers, 'complaint')).toMatchObject({ applies: true, until: '2028-10-10T22:00:00.000Z' });
  expect(whyNot(answers, 'complaint', 'unopened')).toBe('condition');
  expect(of(ask(bought, '2028-10-10T22:00:00Z'), 'complaint')?.why).toBe('too_late');
});

test('a month later than the 31st is the last of the month, and money is owed to the end of a day', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-02-29', 24)).toBe('2026-02-28');
  expect(termAfter(zone, at('2026-10-20T22:30:00Z'), 14).toISOString()).toBe('2026-11-04T23:00:00.000Z');
});

test('all partial returns of a line, in whatever pieces and order, sum to what the line cost', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
      (gross, pieces) => {
        const quantity = pieces.reduce((sum, piece) => sum + piece, 0);
        let settled = 0;
        let sum = 0n;
        for (const piece of pieces) {
          const share = shareOfUnits(gross, quantity, settled, piece);
          // No piece is worth a whole unit more or less than its part.
          expect(Math.abs(share - (gross / quantity) * piece)).toBeLessThanOrEqual(1 + gross * 1e-9);
          expect(share).toBeGreaterThanOrEqual(0);
          settled += piece;
          sum += BigInt(share);
        }
        expect(sum).toBe(BigInt(gross));
      },
    ),
  );
});

test('delivery is given back once, with the last of the goods, and never more than the standard way costs', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50_000 }),
      fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: null }),
      fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
      (paid, standard, lines) => {
        const before = lines.map(() => 0);
        let given = 0;
        let steps = 0;
        lines.forEach((pieces, index) => {
          for (const piece of pieces) {
            given += deliveryRefund({
              paid,
              standard,
              goods: lines.map((line, at) => ({
                bought: line.reduce((sum, one) => sum + one, 0),
                withdrawnBefore: before[at] ?? 0,
                withdrawnNow: at === index ? piece : 0,
              })),
            });
            before[index] = (before[index] ?? 0) + piece;
            steps += 1;
          }
        });
        expect(steps).toBeGreaterThan(0);
        expect(given).toBe(Math.min(paid, standard ?? paid));
      },
    ),
  );
});

test('every state of a return can be reached, and the last ones lead nowhere', () => {
  const reached = new Set(['announced', ...returnStates.flatMap((from) => returnTransitions[from])]);
  expect([...reached].sort()).toEqual([...returnStates].sort());
  for (const end of ['settled', 'refused', 'cancelled'] as const) expect(returnTransitions[end]).toEqual([]);
});
