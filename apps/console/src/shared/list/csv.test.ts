import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a spreadsheet reads what the screen showed: commas, quotes, Polish letters, definitions on top', () => {
  expect(
    toCsv(
      ['Name', 'n'],
      [
        ['Sofa „Lund”, zielona', 3],
        ['12" lamp', null],
      ],
      ['Orders by day'],
    ),
  ).toBe('\uFEFFOrders by day\r\n\r\nName,n\r\n"Sofa „Lund”, zielona",3\r\n"12"" lamp",\r\n');
});

test('a name that looks like a formula is text, a negative number stays a number', () => {
  expect(toCsv(['a', 'b'], [['=HYPERLINK("x")', -2]])).toBe('\uFEFFa,b\r\n"\'=HYPERLINK(""x"")",-2\r\n');
});
