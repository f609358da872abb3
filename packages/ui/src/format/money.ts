import type { Language } from '../words/index.ts';

/** As the API sends it: whole minor units. */
export interface Money {
  amount: number;
  currency: string;
}

const formats = new Map<string, { format: Intl.NumberFormat; digits: number }>();

function formatOf(language: Language, currency: string, whole: boolean) {
  const key = `${language} ${currency} ${whole}`;
  let found = formats.get(key);
  if (!found) {
    const digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    const format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      // Polish leaves 1000–9999 ungrouped; prices are read more easily with the space.
      useGrouping: 'always' as unknown as boolean,
      ...(whole ? { minimumFractionDigits: 0 } : {}),
    });
    found = { format, digits };
    formats.set(key, found);
  }
  return found;
}

/**
 * A price as people of the shop's country write it: `3 869 zł`, `3 869,50 zł`, in English `3,869 zł`. `exact` keeps the
 * zeros (receipts, columns).
 */
export function formatMoney(money: Money, language: Language, style: 'short' | 'exact' = 'short'): string {
  const { digits } = formatOf(language, money.currency, false);
  const value = money.amount / 10 ** digits;
  const { format } = formatOf(language, money.currency, style === 'short' && Number.isInteger(value));
  if (language !== 'en') return format.format(value);
  // English puts every currency in front, letters too ("zł 3,869"); a sign made of letters reads better behind.
  const parts = format.formatToParts(value);
  const sign = parts.find((part) => part.type === 'currency')?.value ?? '';
  if (!/\p{L}/u.test(sign)) return format.format(value);
  const figures = parts.filter((part) => part.type !== 'currency').map((part) => part.value);
  return `${figures.join('').trim()}\u00a0${sign}`;
}
