import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from './foldName.ts';
import { maskValue } from './maskValue.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

describe('an identifier', () => {
  it.each([
    ['Julia.Nowak@Gmail.COM ', 'julia.nowak@gmail.com'],
    ['julia+sofa@example.pl', 'julia+sofa@example.pl'],
    ['kasia@żółw.pl', 'kasia@xn--w-uga1v8h.pl'],
    ['julia@localhost', undefined],
    ['julia@@gmail.com', undefined],
    ['julia gmail.com', undefined],
    ['"julia"@gmail.com', undefined],
  ])('e-mail %s is kept as %s', (typed, kept) => {
    expect(normaliseIdentifier('email', typed)).toBe(kept);
  });

  it.each([
    ['600 100 200', '+48600100200'],
    ['+48 600-100-200', '+48600100200'],
    ['0048600100200', '+48600100200'],
    ['(22) 123 45 67', '+48221234567'],
    ['+49 30 901820', '+4930901820'],
    ['123', undefined],
    ['600 100 20', undefined],
    ['abc', undefined],
  ])('phone %s is kept as %s', (typed, kept) => {
    expect(normaliseIdentifier('phone', typed)).toBe(kept);
  });

  it.each([
    'null',
    'undefined',
    'NULL',
    '0',
    ' ',
    '',
    '[object Object]',
    'NaN',
    'None',
    '-',
    'anonymous',
    '00000000',
    'xxxxxxxx',
    'n/a',
  ])('"%s" names nobody, whatever kind it claims to be', (value) => {
    for (const kind of ['email', 'phone', 'loyalty', 'cookie', 'device', 'messenger', 'order'] as const) {
      expect(normaliseIdentifier(kind, value)).toBeUndefined();
    }
  });

  it.each(['test@gmail.com', 'TEST@velora.example', 'test+1@velora.example', 'noreply@shop.pl', 'null@null.com'])(
    'the placeholder mailbox %s names nobody',
    (value) => {
      expect(normaliseIdentifier('email', value)).toBeUndefined();
    },
  );

  it.each(['000000000', '+48 000 000 000', '+48000000000', '111111111'])(
    'the phone %s of one digit names nobody',
    (value) => {
      expect(normaliseIdentifier('phone', value)).toBeUndefined();
    },
  );

  it('normalising what is normal changes nothing', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const once = normaliseIdentifier('email', email);
        expect(once === undefined ? undefined : normaliseIdentifier('email', once)).toBe(once);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
        const once = normaliseIdentifier('phone', String(number));
        expect(once === undefined ? undefined : normaliseIdentifier('phone', once)).toBe(once);
      }),
    );
  });

  it('a loyalty number is the same with spaces, dashes and small letters', () => {
    expect(normaliseIdentifier('loyalty', 'vl-0012 3456')).toBe('VL00123456');
  });

  it('masks contacts so that they tell people apart and cannot be used', () => {
    expect(maskValue('email', 'julia@gmail.com')).toBe('j•••@gmail.com');
    expect(maskValue('phone', '+48600100200')).toBe('+48 ••• 200');
  });

  it('a name is found without its diacritics', () => {
    expect(foldName(' Łukasz  ŻÓŁĆ ')).toBe('lukasz zolc');
    expect(foldName('Семён')).toBe('семен');
  });
});
