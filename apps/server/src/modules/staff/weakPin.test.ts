import { expect, test } from 'vitest';
import { isWeakPin } from './weakPin.ts';

test('a PIN that everybody tries first is refused', () => {
  for (const pin of ['0000', '1234', '9876', '121212', '6969', '1987', '2004', '012345', '111111'])
    expect(isWeakPin(pin), pin).toBe(true);
});

test('a PIN without a pattern is taken', () => {
  for (const pin of ['4071', '582914', '90312', '1357', '3019']) expect(isWeakPin(pin), pin).toBe(false);
});
