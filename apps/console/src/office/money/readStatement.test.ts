import { expect, test } from 'vitest';
import { readStatement } from './readStatement.ts';

test('a Polish statement: semicolons, decimal commas, quotation marks, dates with points; what went out is left out', () => {
  const text =
    '\uFEFFNumer;Data;Kwota;Tytuł;Nadawca\r\nA1;25.11.2026;"3 968,00";"V-100234; sofa ""Lund""";Julia Kowalska\r\nA2;25.11.2026;-12,30;prowizja;\r\n';
  expect(readStatement(text, 'PLN')).toEqual({
    ok: true,
    lines: [
      {
        externalId: 'A1',
        bookedOn: '2026-11-25',
        amount: { amount: 396_800, currency: 'PLN' },
        title: 'V-100234; sofa "Lund"',
        payer: 'Julia Kowalska',
      },
    ],
  });
});

test('an English one: commas and points', () => {
  const read = readStatement('Id,Date,Amount,Title\nx-1,2026-11-25,"3,968.00",V-100234\n', 'PLN');
  expect(read).toMatchObject({ ok: true, lines: [{ amount: { amount: 396_800 } }] });
});

test.each([
  ['', { fault: 'empty' }],
  ['Id;Date;Amount;Title', { fault: 'empty' }],
  ['Id;Amount;Title\n1;2,00;x', { fault: 'columns' }],
  ['Id;Date;Amount;Title\n1;2026-11-25;2,00;x\n2;tomorrow;2,00;x', { fault: 'line', line: 3 }],
  ['Id;Date;Amount;Title\n1;2026-11-25;two;x', { fault: 'line', line: 2 }],
])('what cannot be read says why and where: %j', (text, fault) => {
  expect(readStatement(text, 'PLN')).toMatchObject({ ok: false, ...fault });
});
