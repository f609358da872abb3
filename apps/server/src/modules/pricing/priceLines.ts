import { AppError } from '../../kernel/errors.ts';
import { allocate, shareOf, taxInGross } from '../../kernel/money.ts';
import type { CodePromotion, ManualDiscount } from './types.ts';

export interface LineToPrice {
  lineId: string;
  variantId: string;
  quantity: number;
  /** Gross price of a piece in minor units, what `payable` gave. */
  unit: number;
  taxRateBp: number;
  discountByHand?: Pick<ManualDiscount, 'unit'> | null;
  /** A line that no code lowers: the cost of delivery. */
  exceptFromCode?: boolean;
}

export interface LinesToPrice {
  currency: string;
  lines: readonly LineToPrice[];
  code?: Pick<CodePromotion, 'basisPoints' | 'variantIds'> | undefined;
}

/** All amounts in minor units of the currency. */
export interface PricedLine {
  lineId: string;
  quantity: number;
  unit: number;
  /** What was taken off unit · quantity: by hand and by code. */
  discount: number;
  /** To pay: unit · quantity − discount = net + tax. */
  gross: number;
  net: number;
  tax: number;
  taxRateBp: number;
}

export interface PricedLines {
  currency: string;
  lines: PricedLine[];
  /** Sums of the lines and nothing else. */
  totals: { gross: number; net: number; tax: number; discount: number };
  /** The same totals by rate, the highest first: what a receipt lists. */
  taxes: { taxRateBp: number; gross: number; net: number; tax: number }[];
}

/**
 * The amounts of a cart or an order. Per line: the price of a piece (the lower of the quoted, the current and the one
 * agreed by hand), times the quantity, less the line's part of the code's discount. The code's discount is its
 * percentage of the lines it is for together, rounded half up once, and split over them by largest remainder. Tax is
 * what the line's gross contains, rounded half up per line.
 *
 * @throws AppError invalid_amount for a quantity below 1, a negative price, or what is not a whole number
 */
export function priceLines({ currency, lines, code }: LinesToPrice): PricedLines {
  const before = lines.map((line) => {
    check(line);
    const full = line.unit * line.quantity;
    const agreed = Math.min(line.unit, line.discountByHand?.unit ?? line.unit) * line.quantity;
    return { line, full, agreed };
  });
  const parts = codeParts(before, code);
  const priced = before.map(({ line, full, agreed }, index): PricedLine => {
    const { gross, net, tax } = taxInGross(agreed - (parts[index] ?? 0), line.taxRateBp);
    return {
      lineId: line.lineId,
      quantity: line.quantity,
      unit: line.unit,
      discount: full - gross,
      gross,
      net,
      tax,
      taxRateBp: line.taxRateBp,
    };
  });
  const rates = [...new Set(priced.map((line) => line.taxRateBp))].sort((a, b) => b - a);
  return {
    currency,
    lines: priced,
    totals: { ...sum(priced), discount: priced.reduce((total, line) => total + line.discount, 0) },
    taxes: rates.map((taxRateBp) => ({ taxRateBp, ...sum(priced.filter((line) => line.taxRateBp === taxRateBp)) })),
  };
}

function codeParts(lines: { line: LineToPrice; agreed: number }[], code: LinesToPrice['code']): number[] {
  if (!code) return [];
  const ids = code.variantIds === 'all' ? undefined : new Set(code.variantIds);
  const weights = lines.map(({ line, agreed }) =>
    !line.exceptFromCode && (ids === undefined || ids.has(line.variantId)) ? agreed : 0,
  );
  const base = weights.reduce((total, weight) => total + weight, 0);
  return base === 0 ? [] : allocate(shareOf(base, code.basisPoints), weights);
}

const sum = (lines: readonly PricedLine[]) => ({
  gross: lines.reduce((total, line) => total + line.gross, 0),
  net: lines.reduce((total, line) => total + line.net, 0),
  tax: lines.reduce((total, line) => total + line.tax, 0),
});

function check(line: LineToPrice): void {
  const amounts = [line.unit, line.taxRateBp, line.discountByHand?.unit ?? 0];
  if (
    !Number.isSafeInteger(line.quantity) ||
    line.quantity < 1 ||
    !amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)
  ) {
    throw new AppError('invalid_amount', { detail: `Line ${line.lineId} has no whole price and quantity.` });
  }
  if (!Number.isSafeInteger(line.unit * line.quantity)) {
    throw new AppError('invalid_amount', { detail: `Line ${line.lineId} is too large.` });
  }
}
