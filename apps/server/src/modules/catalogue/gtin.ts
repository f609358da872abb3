/**
 * Whether a text is a GTIN-8, 12, 13 or 14 with a right check digit: digits weighted 1 and 3 in turn from the right
 * sum to a multiple of ten (GS1 General Specifications, 7.9). The table has the same check.
 */
export function isGtin(text: string): boolean {
  if (!/^(?:\d{8}|\d{12}|\d{13}|\d{14})$/.test(text)) return false;
  const sum = [...text].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
