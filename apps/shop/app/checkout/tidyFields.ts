import { readPostcode } from '../shared/postcode.ts';

/** `4242 4242 4242 4242`, as it is printed. */
export const tidyCard = (text: string): string =>
  text
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');

/** `12 / 29`, as it is printed, while it is typed. */
export function tidyExpiry(text: string): string {
  const match = /^(\d{2})\s*\/?\s*(\d{1,4})$/.exec(text.trim());
  return match ? `${match[1]} / ${match[2]?.length === 4 ? match[2].slice(2) : match[2]}` : text;
}

export const tidyPostcode = (text: string): string => readPostcode(text) ?? text;
