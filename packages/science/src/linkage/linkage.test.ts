import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePeople } from '../testing/generatePeople.ts';
import { encodeRecords } from './columns.ts';
import { compareBirth, comparePair, comparePhones } from './comparePair.ts';
import { estimateModel } from './estimate.ts';
import { fields, levelIn, levelsOf, patternCount } from './fields.ts';
import { blankCrowdedKeys, countPatterns, forEachPair, sampleLevels, scorePairs } from './findPairs.ts';
import { jaroWinkler } from './jaroWinkler.ts';
import { defaultModel, explainPattern, nameShares, scorePattern, weightsOf } from './model.ts';
import type { PersonRecord } from './record.ts';
import { romanise } from './romanise.ts';
import { familySoundForm, soundForm } from './soundForm.ts';

const all = { part: 0, parts: 1 };
const julia: PersonRecord = {
  givenName: 'Julia',
  familyName: 'Kowalska',
  birthDate: '1991-04-07',
  phones: ['+48600123118'],
  emails: ['julia.k@gmail.com'],
  addresses: [{ line: 'ul. Prosta 12/4', postcode: '30-001', city: 'Kraków' }],
};
const levels = (one: PersonRecord, other: PersonRecord) => {
  const pattern = comparePair(encodeRecords([one, other], { mostShared: 9 }), 0, 1);
  return Object.fromEntries(fields.map((field, f) => [field, levelsOf[field][levelIn(pattern, f)]]));
};

const word = fc.string({ maxLength: 12 });
const anybody = fc.record(
  {
    givenName: word,
    familyName: word,
    birthDate: fc.constantFrom('1991-04-07', '1991-07-04', '1960-01-01'),
    phones: fc.array(fc.constantFrom('+48600123118', '+48600123181', '+48500000001'), { maxLength: 2 }),
    emails: fc.array(fc.constantFrom('a.b@x.pl', 'a.b@y.pl', 'ab@x.pl', 'c'), { maxLength: 2 }),
    addresses: fc.array(fc.record({ line: word, postcode: word, city: word }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe('texts', () => {
  it('Jaro–Winkler gives the published examples', () => {
    const published = { 'MARTHA MARHTA': 0.961, 'DWAYNE DUANE': 0.84, 'DIXON DICKSONX': 0.813 };
    for (const [pair, value] of Object.entries(published)) {
      const [a = '', b = ''] = pair.split(' ');
      expect(jaroWinkler(a, b)).toBeCloseTo(value, 3);
    }
  });

  it('likeness is between 0 and 1, is the same both ways, and 1 for a text and itself', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const value = jaroWinkler(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(jaroWinkler(b, a)).toBeCloseTo(value, 12);
        expect(jaroWinkler(a, a)).toBe(1);
      }),
    );
  });

  it('a name in another script or without its marks is the same name', () => {
    expect(romanise('Łukasz ŻÓŁĆ')).toBe('lukasz zolc');
    expect(romanise('Сергій Щербань')).toBe('serhiy shcherban');
    expect(romanise('Фёдор')).toBe('fedor');
    expect(familySoundForm('szewczenko')).toBe(familySoundForm('shevchenko'));
    expect(familySoundForm('kowalska')).toBe(familySoundForm('kowalski'));
    expect(soundForm('yuliya')).toBe(soundForm('julia'));
    expect(soundForm('anna')).not.toBe(soundForm('ewa'));
  });
});

describe('two records', () => {
  it('agree fully with themselves', () => {
    expect(new Set(Object.values(levels(julia, julia)))).toEqual(new Set(['same']));
  });

  it('agree in another way each where a person wrote it differently', () => {
    expect(levels(julia, { ...julia, givenName: 'Юлия', familyName: 'Ковальска' })).toMatchObject({
      givenName: 'same_name',
      familyName: 'same_name',
    });
    expect(levels(julia, { ...julia, givenName: 'Julka' })).toMatchObject({ givenName: 'same_name' });
    expect(levels(julia, { ...julia, givenName: 'Kowalska', familyName: 'Julia' })).toMatchObject({
      givenName: 'same_name',
      familyName: 'same_name',
    });
    expect(levels(julia, { ...julia, birthDate: '1991-07-04' })).toMatchObject({ birthDate: 'slip' });
    expect(levels(julia, { ...julia, phones: ['+48600123181'] })).toMatchObject({ phone: 'slip' });
    expect(levels(julia, { ...julia, emails: ['julia.k@wp.pl'] })).toMatchObject({ email: 'same_mailbox' });
    expect(levels(julia, { ...julia, emails: ['juliak@gmail.com'] })).toMatchObject({ email: 'typo' });
    expect(
      levels(julia, { ...julia, addresses: [{ line: 'Prosta 12', postcode: '30001', city: 'Krakow' }] }),
    ).toMatchObject({ address: 'same_house' });
  });

  it('say nothing where one is silent, and years in a mailbox are no slip of the finger', () => {
    expect(levels(julia, {})).toEqual(Object.fromEntries(fields.map((field) => [field, 'missing'])));
    const born81 = { emails: ['anna.nowak81@wp.pl'] };
    expect(levels(born81, { emails: ['anna.nowak18@wp.pl'] })).toMatchObject({ email: 'different' });
    expect([compareBirth(0, 19910407), comparePhones(48600123118, 0)]).toEqual([0, 0]);
  });

  it('are compared the same both ways, and silence is neutral', () => {
    const weights = weightsOf(defaultModel(1_000));
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const columns = encodeRecords([one, other], { width: 2, mostShared: 9 });
        const pattern = comparePair(columns, 0, 1);
        expect(comparePair(columns, 1, 0)).toBe(pattern);
        expect(pattern).toBeLessThan(patternCount);
        const shares = nameShares(columns, 0, 1);
        const steps = explainPattern(weights, pattern, shares);
        expect(steps.reduce((sum, step) => sum + step.bits, 0)).toBeCloseTo(scorePattern(weights, pattern, shares), 9);
        for (const step of steps) if (step.level === 'missing') expect(step.bits).toBe(0);
      }),
    );
  });

  it('of one family that shares everything but the given name are not one person', () => {
    const brother = { ...julia, givenName: 'Marek', birthDate: '1995-02-11', emails: ['marek.k@gmail.com'] };
    const columns = encodeRecords([julia, brother, { ...julia, emails: ['jk@firma.pl'] }], { mostShared: 9 });
    const weights = weightsOf(defaultModel(10_000));
    const score = (a: number, b: number) =>
      scorePattern(weights, comparePair(columns, a, b), nameShares(columns, a, b));
    expect(score(0, 1)).toBeLessThan(-5);
    expect(score(0, 2)).toBeGreaterThan(4);
  });

  it('a telephone that too many have is no evidence and finds nobody', () => {
    const hotel = Array.from(
      { length: 12 },
      (_, n): PersonRecord => ({ givenName: `Gość${n}`, phones: ['+48221112233'] }),
    );
    const columns = encodeRecords(hotel);
    expect(levelIn(comparePair(columns, 0, 1), 3)).toBe(0);
    let pairs = 0;
    forEachPair(columns, all, () => {
      pairs += 1;
    });
    expect(pairs).toBe(0);
  });
});

describe('finding pairs', () => {
  it('finds every pair with a common key once, however the work is shared out', () => {
    const records = [...generatePeople({ records: 400, seed: 5 })];
    const columns = encodeRecords(records);
    const naive = new Set<string>();
    for (let a = 0; a < 400; a += 1)
      for (let b = a + 1; b < 400; b += 1)
        if (columns.keys.some((keys) => keys[a] !== 0 && keys[a] === keys[b])) naive.add(`${a} ${b}`);
    for (const parts of [1, 3]) {
      const found: string[] = [];
      for (let part = 0; part < parts; part += 1)
        forEachPair(columns, { part, parts }, (a, b) => found.push(`${a} ${b}`));
      expect(found.sort()).toEqual([...naive].sort());
    }
  });

  it('estimation never makes the data less likely', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 900 })),
          {
            minLength: 1,
            maxLength: 20,
          },
        ),
        (rows) => {
          const counts = new Map(rows.map(([given, phone, n]) => [given | (1 << 3) | (phone << 9), n] as const));
          const randomLevels = defaultModel(1).levels.stranger as Record<(typeof fields)[number], number[]>;
          const { logPosterior, model } = estimateModel({ records: 5_000, counts, randomLevels });
          logPosterior.slice(1).forEach((value, n) => {
            expect(value).toBeGreaterThanOrEqual((logPosterior[n] ?? 0) - 1e-6 * Math.abs(value));
          });
          for (const field of fields)
            expect(model.levels.match[field].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('of twenty thousand customers with families, twins and two scripts it joins nine of ten pairs, 995 of 1,000 rightly', () => {
    const people = [...generatePeople({ records: 20_000, seed: 7 })];
    const byPerson = new Map<number, number>();
    let truePairs = 0;
    for (const { person } of people) {
      truePairs += byPerson.get(person) ?? 0;
      byPerson.set(person, (byPerson.get(person) ?? 0) + 1);
    }
    const columns = encodeRecords(people);
    blankCrowdedKeys(columns, all);
    const counts = new Map([...countPatterns(columns, all).entries()].filter(([, n]) => n > 0));
    const { model } = estimateModel({
      records: people.length,
      counts,
      randomLevels: sampleLevels(columns, 100_000),
    });
    const pairs = scorePairs(columns, weightsOf(model), 4, all);
    let right = 0;
    pairs.a.forEach((a, n) => {
      if (people[a]?.person === people[pairs.b[n] ?? -1]?.person) right += 1;
    });
    expect(right / pairs.a.length).toBeGreaterThanOrEqual(0.995);
    expect(right / truePairs).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the generator', () => {
  it('makes the same people for the same seed, and 15 of 100 pairs differ in two fields or more', () => {
    const people = [...generatePeople({ records: 5_000 })];
    expect([...generatePeople({ records: 5_000 })]).toEqual(people);
    const differ = (a: unknown, b: unknown) =>
      a !== undefined && b !== undefined && JSON.stringify(a) !== JSON.stringify(b) ? 1 : 0;
    let [pairs, far] = [0, 0];
    people.forEach((one, n) => {
      for (const other of people.slice(n + 1, n + 3)) {
        if (other.person !== one.person) continue;
        pairs += 1;
        const apart =
          differ(one.givenName, other.givenName) +
          differ(one.familyName, other.familyName) +
          differ(one.birthDate, other.birthDate) +
          differ(one.phones, other.phones) +
          differ(one.emails, other.emails) +
          differ(one.addresses, other.addresses);
        if (apart >= 2) far += 1;
      }
    });
    expect(far / pairs).toBeGreaterThanOrEqual(0.15);
  });
});
