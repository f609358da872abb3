import { divideHalfUp } from '../../kernel/money.ts';
import type { PricedFigures } from './sumLines.ts';

const without = (whole: PricedFigures, part: PricedFigures): PricedFigures => ({
  quantity: whole.quantity - part.quantity,
  unit: whole.unit,
  discount: whole.discount - part.discount,
  net: whole.net - part.net,
  tax: whole.tax - part.tax,
  gross: whole.gross - part.gross,
});

/**
 * A line as two: `quantity` pieces and the rest. Discount and tax go with the pieces, rounded once; the rest is what
 * remains, so that the two are together exactly what the line was.
 */
export function splitLine(line: PricedFigures, quantity: number): { part: PricedFigures; rest: PricedFigures } {
  const discount = divideHalfUp(line.discount * quantity, line.quantity);
  const gross = line.unit * quantity - discount;
  const tax = line.gross === 0 ? 0 : divideHalfUp(line.tax * gross, line.gross);
  const part = { quantity, unit: line.unit, discount, net: gross - tax, tax, gross };
  return { part, rest: without(line, part) };
}
