import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useRef } from 'react';
import classes from './products.module.css';

export interface SheetColumn<R> {
  id: string;
  label: string;
  get(row: R): string;
  set(row: R, value: string): R;
  /** A choice instead of text. */
  options?: readonly { value: string; label: string }[];
  locked?(row: R): boolean;
}

interface Props<R> {
  label: string;
  rows: readonly R[];
  columns: readonly SheetColumn<R>[];
  onChange(rows: R[]): void;
  blank(): R;
  errorAt(row: number, column: string): string | undefined;
}

/** A grid that is typed in as a sheet: Tab, Enter and arrows move, a block can be pasted, Ctrl D fills down. */
export function Sheet<R>({ label, rows, columns, onChange, blank, errorAt }: Props<R>) {
  const table = useRef<HTMLTableElement>(null);
  const focus = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  const write = (cells: readonly { row: number; column: number; value: string }[]) => {
    const next = [...rows];
    for (const { row, column, value } of cells) {
      const target = columns[column];
      if (!target) continue;
      while (next.length <= row) next.push(blank());
      const before = next[row];
      if (before !== undefined && !target.locked?.(before)) next[row] = target.set(before, chosenValue(target, value));
    }
    onChange(next);
  };
  const onKeyDown = (row: number, column: number) => (event: KeyboardEvent<HTMLElement>) => {
    const field = event.currentTarget;
    const isText = field instanceof HTMLInputElement && field.type === 'text';
    const atStart = !isText || (field.selectionStart === 0 && field.selectionEnd === 0);
    const atEnd = !isText || field.selectionStart === field.value.length;
    const go = (toRow: number, toColumn: number) => {
      event.preventDefault();
      focus(toRow, toColumn);
    };
    if (event.key === 'Enter') go(row + (event.shiftKey ? -1 : 1), column);
    else if (event.key === 'ArrowDown' && isText) go(row + 1, column);
    else if (event.key === 'ArrowUp' && isText) go(row - 1, column);
    else if (event.key === 'ArrowLeft' && atStart) go(row, column - 1);
    else if (event.key === 'ArrowRight' && atEnd) go(row, column + 1);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      const above = rows[row - 1];
      const target = columns[column];
      if (above !== undefined && target) write([{ row, column, value: target.get(above) }]);
    }
  };
  const onPaste = (row: number, column: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    write(
      text
        .split(/\r?\n/)
        .flatMap((line, down) =>
          line.split('\t').map((value, right) => ({ row: row + down, column: column + right, value: value.trim() })),
        ),
    );
  };
  return (
    <div className={classes.sheetWrap}>
      <table className={classes.sheet} ref={table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own before it is saved.
            <tr key={index}>
              {columns.map((column, place) => {
                const error = errorAt(index, column.id);
                const shared = {
                  'data-cell': `${index}:${place}`,
                  'aria-label': `${column.label} ${index + 1}`,
                  'aria-invalid': error ? true : undefined,
                  value: column.get(row),
                  onKeyDown: onKeyDown(index, place),
                  onPaste: onPaste(index, place),
                };
                return (
                  <td key={column.id}>
                    {column.options ? (
                      <select
                        {...shared}
                        onChange={(event) => write([{ row: index, column: place, value: event.currentTarget.value }])}
                      >
                        {column.options.map((option) => (
                          <option key={option.value} value={option.value}>
                            {option.label}
                          </option>
                        ))}
                      </select>
                    ) : (
                      <input
                        type="text"
                        {...shared}
                        readOnly={column.locked?.(row)}
                        onChange={(event) => write([{ row: index, column: place, value: event.currentTarget.value }])}
                      />
                    )}
                    {error && <span className={classes.cellError}>{error}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A pasted “green” chooses the value that is called so. */
function chosenValue<R>(column: SheetColumn<R>, text: string): string {
  if (!column.options) return text;
  const wanted = text.toLowerCase();
  const found = column.options.find((one) => one.value === text || one.label.toLowerCase() === wanted);
  return found?.value ?? '';
}
