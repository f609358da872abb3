import { describe, expect, it } from 'vitest';
import { guessMapping } from './guessMapping.ts';
import type { ImportField } from './importTypes.ts';
import { readCells } from './readCells.ts';
import { delimiterOf } from './readFile.ts';

const context = {
  options: { country: 'PL', language: 'pl' as const },
  traits: new Map(),
  now: new Date('2026-01-01T00:00:00Z'),
};
const read = (cells: Partial<Record<ImportField, string>>, country = 'PL') =>
  readCells(Object.values(cells) as string[], Object.keys(cells) as ImportField[], {
    ...context,
    options: { ...context.options, country },
  });
const rulesOf = (cells: Partial<Record<ImportField, string>>) => read(cells).faults.map((one) => one.rule);

describe('a cell of a file', () => {
  it('gives the same telephone however a spreadsheet wrote it', () => {
    for (const text of [
      '600 123 456',
      "'+48600123456",
      '0048 600-123-456',
      '600123456.0',
      '48600123456',
      '\u200B+48 600\u00A0123 456',
    ])
      expect(read({ phone: text }).fields.phone, text).toBe('+48600123456');
    expect(read({ phone: '0151 23456789' }, 'DE').fields.phone).toBe('+4915123456789');
    expect(read({ phone: '06 12 34 56 78' }, 'FR').fields.phone).toBe('+33612345678');
  });

  it('does not guess the digits a spreadsheet rounded away', () => {
    expect(rulesOf({ email: 'a@velora.example', phone: '4.86E+10' })).toEqual(['phone_rounded']);
    expect(rulesOf({ email: 'a@velora.example', phone: '4,86001E+10' })).toEqual(['phone_rounded']);
  });

  it('takes no formula for a name, and a plus in front of digits for no formula', () => {
    expect(rulesOf({ email: 'a@velora.example', given_name: `=HYPERLINK("http://x","y")` })).toEqual(['formula']);
    expect(rulesOf({ email: 'a@velora.example', given_name: '@SUM(1)' })).toEqual(['formula']);
    expect(rulesOf({ email: 'a@velora.example', phone: '+48 600 123 456' })).toEqual([]);
  });

  it('keeps a row that has one way to know the person by, and names what it left out', () => {
    expect(read({ email: 'null', phone: '600123456' })).toMatchObject({
      isRefused: false,
      faults: [{ field: 'email', rule: 'email_invalid' }],
    });
    expect(read({ given_name: 'Ewa' })).toMatchObject({ isRefused: true, faults: [{ rule: 'no_contact' }] });
  });

  it('calls nobody subscribed without source and day, and no day of the future a proof', () => {
    const yes = { email: 'a@velora.example', consent_email: 'subscribed' } as const;
    expect(read(yes).fields.consents).toEqual([]);
    expect(read({ ...yes, consent_source: 'shop', consent_at: '2027-01-01' }).fields.consents).toEqual([]);
    expect(read({ ...yes, consent_source: 'shop', consent_at: '31.12.2024' }).fields).toMatchObject({
      consents: [{ channel: 'email', isGiven: true }],
      consentAt: '2024-12-31T00:00:00.000Z',
    });
    expect(read({ email: 'a@velora.example', consent_email: 'no' }).fields.consents).toEqual([
      { channel: 'email', isGiven: false },
    ]);
    expect(rulesOf({ email: 'a@velora.example', consent_email: 'maybe' })).toEqual(['consent_unclear']);
  });

  it('reads a whole name where there is no other', () => {
    expect(read({ email: 'a@velora.example', full_name: 'Zofia Maria Łęcka' }).fields).toMatchObject({
      givenName: 'Zofia Maria',
      familyName: 'Łęcka',
    });
  });
});

describe('the head of a file', () => {
  it('is understood in three languages, each field once, traits of the catalogue too', () => {
    expect(
      guessMapping(['E-mail', 'Imię', 'NAZWISKO', 'Nr telefonu', 'Phone', 'Shoe size', 'X'], ['shoe_size']),
    ).toEqual(['email', 'given_name', 'family_name', 'phone', null, 'trait:shoe_size', null]);
    expect(guessMapping(['Почта', 'Имя', 'Фамилия', 'Мобильный', 'Accepts Email Marketing'], [])).toEqual([
      'email',
      'given_name',
      'family_name',
      'phone',
      'consent_email',
    ]);
  });

  it('says what parts its cells, a comma in quotes left out', () => {
    expect(delimiterOf('"a, b, c";d;e\n1,2,3,4,5,6')).toBe(';');
    expect(delimiterOf('a\tb,c\td\n')).toBe('\t');
    expect(delimiterOf('sep=|\r\na|b')).toBe('|');
    expect(delimiterOf('email\n')).toBe(',');
  });
});
