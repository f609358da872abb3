/** GS1 prefix of Poland (590) and an invented company number. */
const PREFIX = '5901999';

/**
 * GTIN-13 of a product's nth variant. Check digit by the GS1 General Specifications, 7.9:
 * weights 1 and 3 alternating from the left over the first twelve digits.
 */
export function makeGtin(productNumber: number, variantIndex: number): string {
  const body = `${PREFIX}${String(productNumber).padStart(3, '0')}${String(variantIndex).padStart(2, '0')}`;
  return `${body}${gtinCheckDigit(body)}`;
}

/** The check digit for the first twelve digits of a GTIN-13. */
export function gtinCheckDigit(body: string): number {
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
