import { expect, test } from 'vitest';
import { discounted, judgeDiscount, readMoney } from './discount.ts';

const sofa = { amount: 386_900, currency: 'PLN' };
const off = (basisPoints: number) => ({ discount: { basisPoints }, reason: 'display piece' });

test('exactly the limit may be given, a grosz more may not', () => {
  expect(judgeDiscount(sofa, off(500), 500)).toBe('ok');
  expect(judgeDiscount(sofa, off(501), 500)).toBe('over');
  const after = discounted(sofa, off(500));
  expect(judgeDiscount(sofa, { discount: { newUnit: after }, reason: 'x' }, 500)).toBe('ok');
  const less = { ...after, amount: after.amount - 1 };
  expect(judgeDiscount(sofa, { discount: { newUnit: less }, reason: 'x' }, 500)).toBe('over');
});

test('a price that is not lower is no discount', () => {
  expect(judgeDiscount(sofa, { discount: { newUnit: sofa }, reason: 'x' }, 500)).toBe('none');
});

test('money is read as people type it', () => {
  for (const text of ['3869', '3 869', '3.869,00', '3,869.00', '3869,0', '3 869 zł'])
    expect(readMoney(text, 'PLN'), text).toEqual(sofa);
  expect(readMoney('12,5', 'PLN')?.amount).toBe(1_250);
  expect(readMoney('', 'PLN')).toBeUndefined();
  expect(readMoney('abc', 'PLN')).toBeUndefined();
});
