import { readAmount } from '../../shared/page/index.ts';

export interface StatementLine {
  externalId: string;
  bookedOn: string;
  amount: { amount: number; currency: string };
  title: string;
  payer?: string;
  payerAccount?: string;
}

/** The columns a statement must have, by the names banks give them. */
const columns = {
  externalId: ['id', 'reference', 'transaction id', 'numer', 'nr transakcji', 'номер'],
  bookedOn: ['date', 'booking date', 'data', 'data księgowania', 'дата'],
  amount: ['amount', 'kwota', 'сумма'],
  title: ['title', 'description', 'tytuł', 'tytułem', 'назначение'],
  payer: ['payer', 'name', 'nadawca', 'kontrahent', 'плательщик'],
  payerAccount: ['account', 'payer account', 'rachunek', 'rachunek nadawcy', 'nr rachunku', 'счёт'],
} as const;

export type StatementFault = 'empty' | 'columns' | 'line';

/**
 * Reads a statement as banks export it: separated by semicolons or commas, amounts with a decimal comma or point, fields in
 * quotation marks or not. Money that went out is left out. Gives the number of the first line that cannot be read.
 */
export function readStatement(
  text: string,
  currency: string,
): { ok: true; lines: StatementLine[] } | { ok: false; fault: StatementFault; line?: number } {
  const [head, ...rows] = readCsv(text.replace(/^\uFEFF/, ''));
  if (!head || rows.length === 0) return { ok: false, fault: 'empty' };
  const names = head.map((name) => name.trim().toLowerCase());
  const at = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const [id, date, amount, title, payer, account] = [
    at(columns.externalId),
    at(columns.bookedOn),
    at(columns.amount),
    at(columns.title),
    at(columns.payer),
    at(columns.payerAccount),
  ];
  if ([id, date, amount, title].some((index) => index < 0)) return { ok: false, fault: 'columns' };
  const lines: StatementLine[] = [];
  for (const [index, row] of rows.entries()) {
    const cell = (column: number) => (row[column] ?? '').trim();
    if (cell(amount).startsWith('-')) continue;
    const minor = readAmount(cell(amount).replace(/^\+|[^\d.,\s\u00a0\u202f]+$/g, ''), currency);
    const bookedOn = readDate(cell(date));
    if (!cell(id) || !minor || !bookedOn) return { ok: false, fault: 'line', line: index + 2 };
    lines.push({
      externalId: cell(id),
      bookedOn,
      amount: { amount: minor, currency },
      title: cell(title).slice(0, 500),
      ...(cell(payer) ? { payer: cell(payer).slice(0, 200) } : {}),
      ...(cell(account) ? { payerAccount: cell(account).slice(0, 60) } : {}),
    });
  }
  return lines.length > 0 ? { ok: true, lines } : { ok: false, fault: 'empty' };
}

/** `2026-11-25`, `25.11.2026`, `25-11-2026`. */
function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  const local = /^(\d\d)[.\-/](\d\d)[.\-/](\d{4})/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  return local ? `${local[3]}-${local[2]}-${local[1]}` : undefined;
}

/** Rows of fields; the separator is the one the first line has more of. */
function readCsv(text: string): string[][] {
  const first = text.split('\n', 1)[0] ?? '';
  const separator = first.split(';').length >= first.split(',').length ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(field);
    if (row.some((one) => one.trim() !== '')) rows.push(row);
    row = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === separator) {
      row.push(field);
      field = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  endRow();
  return rows;
}
