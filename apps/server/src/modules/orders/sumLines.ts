import { AppError } from '../../kernel/errors.ts';

export interface PricedFigures {
  quantity: number;
  unit: number;
  discount: number;
  net: number;
  tax: number;
  gross: number;
}

/**
 * Totals of an order: sums of its lines, nothing computed anew. A line whose figures do not agree is a mistake of the
 * caller and is not stored.
 *
 * @throws AppError invalid_amount
 */
export function sumLines(lines: readonly PricedFigures[]): {
  gross: number;
  net: number;
  tax: number;
  discount: number;
} {
  const totals = { gross: 0, net: 0, tax: 0, discount: 0 };
  for (const line of lines) {
    const whole = [line.unit, line.discount, line.net, line.tax, line.gross].every(Number.isSafeInteger);
    if (!whole || line.gross !== line.net + line.tax || line.gross !== line.unit * line.quantity - line.discount) {
      throw new AppError('invalid_amount', { detail: 'The figures of a line do not agree.', line });
    }
    totals.gross += line.gross;
    totals.net += line.net;
    totals.tax += line.tax;
    totals.discount += line.discount;
  }
  return totals;
}
