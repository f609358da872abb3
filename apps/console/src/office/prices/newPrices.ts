/** How a selection is priced anew. */
export type Repricing =
  | { kind: 'exact'; amount: number }
  /** Percent may be negative; `unit` is what is rounded to, in minor units (100 = whole złoty). */
  | { kind: 'percent'; percent: number; unit: number };

/** The new price in minor units; undefined where there is nothing to reckon from, or it would not be a price. */
export function newPrice(before: number | undefined, how: Repricing): number | undefined {
  if (how.kind === 'exact') return how.amount;
  if (before === undefined) return undefined;
  const exact = (before * (100 + how.percent)) / 100;
  const rounded = Math.round(exact / how.unit) * how.unit;
  return rounded > 0 ? rounded : undefined;
}

/** `−10`, `5,5`: with any minus and any decimal sign. */
export function readPercent(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.').replace(/\s*%$/, '');
  if (!/^[+-]?\d{1,4}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Number(plain);
}
