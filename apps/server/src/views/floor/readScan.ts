import { readShortCode } from '../../modules/carts/index.ts';

/** What a scanned or typed text can be, before anyone is asked. */
export type Scan = { kind: 'link'; token: string } | { kind: 'gtin'; gtin: string } | { kind: 'text'; text: string };

/**
 * A scan as scanners send it: AIM symbology prefix (ISO/IEC 15424, `]d2`), Code 39 stars, control characters and an
 * application identifier (GS1 General Specifications §3: `01` and fourteen digits) taken off.
 */
export function readScan(raw: string): Scan {
  const text = raw
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/^\][A-Za-z]\d/, '')
    .replace(/^\*(.+)\*$/, '$1')
    .trim();
  const token = /\/h\/([A-Za-z0-9_-]{10,64})(?:[/?#]|$)/.exec(text)?.[1];
  if (token) return { kind: 'link', token };
  const gs1 = /^\(?01\)?(\d{14})/.exec(text)?.[1];
  if (gs1 && isGtin(gs1)) return { kind: 'gtin', gtin: gs1 };
  if (/^(\d{8}|\d{12,14})$/.test(text) && isGtin(text)) return { kind: 'gtin', gtin: text };
  return { kind: 'text', text };
}

/** Check digit: https://www.gs1.org/services/how-calculate-check-digit-manually */
function isGtin(digits: string): boolean {
  const sum = [...digits.padStart(14, '0')].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 ? 1 : 3),
    0,
  );
  return sum % 10 === 0;
}

/** Worth asking for as the code of a hold, a cart or an order. One short code in ten has no digit in it. */
export const mayBeCode = (text: string): boolean =>
  (!/[@\s]/.test(text) && /\d/.test(text)) || readShortCode(text) !== undefined;
