/** A cell as spreadsheets read it; a text that would begin a formula is defused. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type CsvRow = readonly (string | number | null | undefined)[];

/** RFC 4180, with the mark by which Excel knows UTF-8. `notes` come on top, a line each. */
export function toCsv(header: readonly string[], rows: readonly CsvRow[], notes: readonly string[] = []): string {
  const lines = [...notes.map((note) => [note]), ...(notes.length > 0 ? [[]] : []), header, ...rows];
  return `\uFEFF${lines.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function downloadCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
