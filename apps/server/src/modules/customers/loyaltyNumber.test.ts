import { expect, it } from 'vitest';
import { newLoyaltyNumber, readLoyaltyNumber } from './loyaltyNumber.ts';

it('a card number read out with one wrong digit is told from one that is nobody’s', () => {
  for (let n = 0; n < 200; n += 1) {
    const number = newLoyaltyNumber();
    expect(number).toMatch(/^K\d{9}$/);
    expect(readLoyaltyNumber(`k ${number.slice(1, 5)}-${number.slice(5)}`)).toEqual({ kind: 'ours', value: number });
    const at = 1 + (n % 9);
    const wrong = number.slice(0, at) + ((Number(number[at]) + 1 + (n % 8)) % 10) + number.slice(at + 1);
    expect(readLoyaltyNumber(wrong)?.kind, `${number} as ${wrong}`).toBe('misread');
  }
  expect(readLoyaltyNumber('600123456')).toBeUndefined();
});
