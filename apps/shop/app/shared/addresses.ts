import { type Language, languages } from '@throughline/ui/words';

/** Pages that say how the shop works; the same last part in every language, as in mails and at the till. */
export const infoPages = [
  'delivery',
  'returns',
  'withdraw',
  'guarantee',
  'contact',
  'accessibility',
  'privacy',
  'terms',
  'cookies',
] as const;
export type InfoPage = (typeof infoPages)[number];

/** Where the shop's pages are. Nothing else writes an address. */
export const addressOf = {
  home: (language: Language) => `/${language}`,
  product: (language: Language, slug: string, sku?: string) =>
    `/${language}/p/${encodeURIComponent(slug)}${sku ? `?variant=${encodeURIComponent(sku)}` : ''}`,
  category: (language: Language, slug: string) => `/${language}/c/${encodeURIComponent(slug)}`,
  search: (language: Language, words?: string) =>
    `/${language}/search${words ? `?q=${encodeURIComponent(words)}` : ''}`,
  reduced: (language: Language) => `/${language}/reduced`,
  newest: (language: Language) => `/${language}/search?sort=newest`,
  stores: (language: Language) => `/${language}/stores`,
  store: (language: Language, code: string) => `/${language}/stores/${encodeURIComponent(code.toLowerCase())}`,
  info: (language: Language, page: InfoPage) => `/${language}/${page}`,
  /** The withdrawal function; of a known order, with what is known of it. */
  withdrawal: (language: Language, order?: { id: string; token?: string | undefined }) =>
    `/${language}/withdrawal${order ? `?id=${order.id}${order.token ? `&token=${encodeURIComponent(order.token)}` : ''}` : ''}`,
  /** What is on a store credit code. */
  credit: (language: Language) => `/${language}/credit`,
  account: (language: Language) => `/${language}/account`,
  /** What may be sent and measured. */
  preferences: (language: Language) => `/${language}/preferences`,
  /** A copy of everything held about me, or its erasure. */
  data: (language: Language) => `/${language}/my-data`,
  cart: (language: Language) => `/${language}/cart`,
  reserve: (language: Language, variantId: string, locationId: string) =>
    `/${language}/reserve?variant=${variantId}&store=${locationId}`,
};

export type Alternates = Record<Language, string>;

/** The same page in every language. */
export function inEveryLanguage(make: (language: Language) => string): Alternates {
  return Object.fromEntries(languages.map((language) => [language, make(language)])) as Alternates;
}

/** Whether an address leads to this shop and to a page of it: what comes back from a form may be anything. */
export function ownPath(path: unknown): string | undefined {
  return typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : undefined;
}
