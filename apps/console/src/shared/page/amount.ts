import { formatMoney, type Money } from '@throughline/ui/format';
import type { Language } from '@throughline/ui/words';

/** Digits after the point that a currency's minor unit has. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount as people type it, in minor units: `3 869`, `3869,50`, `3,869.50`; undefined for what is no amount. */
export function readAmount(text: string, currency: string): number | undefined {
  const digits = digitsOf(currency);
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  // The last point or comma before one or two digits is the decimal one; the other kind groups thousands.
  const match = /^(\d{1,3}(?:([.,])\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/.exec(plain);
  if (!match?.[1] || (match[2] !== undefined && match[2] === match[3])) return undefined;
  const whole = match[1].replace(/[.,]/g, '');
  const part = match[4] ?? '';
  if (part.length > digits) return undefined;
  const amount = Number(whole + part.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** The same back, for a field: `3869.50` or `3869,50`. */
export function writeAmount(amount: number, currency: string, language: string): string {
  const digits = digitsOf(currency);
  const text = (amount / 10 ** digits).toFixed(amount % 10 ** digits === 0 ? 0 : digits);
  return language === 'en' ? text : text.replace('.', ',');
}

/** From the cheapest to the dearest: `3 869–3 999 zł`; one amount when they are the same. */
export function formatRange(from: Money, to: Money, language: Language): string {
  if (from.amount === to.amount || from.currency !== to.currency) return formatMoney(from, language);
  const scale = 10 ** digitsOf(from.currency);
  const style = from.amount % scale === 0 && to.amount % scale === 0 ? 'short' : 'exact';
  const [low, high] = [formatMoney(from, language, style), formatMoney(to, language, style)];
  // The sign once, on the side where the language has it.
  const sign = low.replace(/[\d.,\s]/g, '');
  return low.endsWith(sign)
    ? `${low.slice(0, -sign.length).trim()}–${high}`
    : `${low}–${high.replace(sign, '').trim()}`;
}
