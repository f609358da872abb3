import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from './addressKey.ts';
import { foldName } from './foldName.ts';
import { maskValue } from './maskValue.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

describe('an identifier', () => {
  it.each([
    [
      'email_hash',
      'B4C9A289323B21A01C3E940F150EB9B8C542587F1ABFD8F0E1CC1FFC5E475514',
      'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514',
    ],
    ['email_hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', undefined],
    ['email_hash', '0'.repeat(64), undefined],
    ['email_hash', 'julia@example.com', undefined],
    ['ip', '83.12.5.7', '83.12.5.7'],
    ['ip', '::ffff:83.12.5.7', '83.12.5.7'],
    ['ip', '2a02:a310:813f:8f80:0:0:1:2', '2a02:a310:813f:8f80::/64'],
    ['ip', '2a02:A310::1', '2a02:a310:0:0::/64'],
    ['ip', '192.168.1.4', undefined],
    ['ip', '127.0.0.1', undefined],
    ['ip', 'fe80::1', undefined],
    ['ip', '999.1.1.1', undefined],
    ['address', 'PL|31146|dluga 5 3', 'PL|31146|dluga 5 3'],
    ['address', 'Długa 5, Kraków', undefined],
  ] as const)('%s %s is kept as %s', (kind, given, kept) => {
    expect(normaliseIdentifier(kind, given)).toBe(kept);
  });

  it('an address is the same however the street is written, and another flat is another address', () => {
    const at = (line1: string, postcode = '31-146', line2?: string) =>
      addressKey({ country: 'pl', postcode, line1, line2 });
    for (const written of ['ul. Długa 5/3', 'Dluga 5 m. 3', 'ULICA DŁUGA 5 lok. 3', 'Długa 5 / 3'])
      expect(at(written), written).toBe('PL|31146|dluga 5 3');
    expect(at('Długa 5', '31146', 'm. 3')).toBe('PL|31146|dluga 5 3');
    expect(at('Długa 5/4')).not.toBe(at('Długa 5/3'));
    expect(at('Długa')).toBeUndefined();
    expect(normaliseIdentifier('address', at('улица Ленина 4') ?? '')).toBe('PL|31146|ленина 4');
  });

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
