import { expect, test } from 'vitest';
import { mayBeCode, readScan } from './readScan.ts';

test('the link of a QR code is read by its token, whatever the shop is called', () => {
  expect(readScan('https://shop.example/h/Ab3_-9xKQ2mZ7LpT0cWv1A')).toEqual({
    kind: 'link',
    token: 'Ab3_-9xKQ2mZ7LpT0cWv1A',
  });
  expect(readScan('http://127.0.0.1:4000/h/Ab3_-9xKQ2mZ7LpT0cWv1A?x=1')).toEqual({
    kind: 'link',
    token: 'Ab3_-9xKQ2mZ7LpT0cWv1A',
  });
});

test('a bar code counts as goods only when its check digit fits', () => {
  expect(readScan('5901234123457')).toEqual({ kind: 'gtin', gtin: '5901234123457' });
  expect(readScan('5901234123458')).toEqual({ kind: 'text', text: '5901234123458' });
});

test('what scanners put around a code is taken off', () => {
  expect(readScan(']E05901234123457\r')).toEqual({ kind: 'gtin', gtin: '5901234123457' });
  expect(readScan('*LUND-3S-GRN*')).toEqual({ kind: 'text', text: 'LUND-3S-GRN' });
  expect(readScan('\u001d0105901234123457')).toEqual({ kind: 'gtin', gtin: '05901234123457' });
});

test('a short code is one without a digit or read out in two parts as well; other words and addresses are none', () => {
  expect(['PB-TERA', 'pbtera', 'pb tera', 'K7-42MX', 'V-100250'].every(mayBeCode)).toBe(true);
  expect(['sofa', 'green sofa 2', 'julia1@example.com'].map(mayBeCode)).toEqual([false, false, false]);
});
