import type { LocalizedText } from '../../kernel/schemas.ts';
import type { HoldLimits, Limits, Market, Retailer } from './types.ts';

/**
 * What holds until somebody saves something else. Kept in code and not seeded into tables, so that an empty database
 * answers every read, and a better default of a later version reaches those who never chose.
 */
export const defaultRetailer: Retailer = {
  name: '',
  zone: 'Europe/Warsaw',
  defaultMarket: 'PL',
  defaultLanguage: 'pl',
  legal: { companyName: '', address: '', taxId: '', registration: '', email: '', phone: '' },
  version: 0,
};

export const defaultMarkets: readonly Market[] = [
  { code: 'PL', country: 'PL', currency: 'PLN', languages: ['pl', 'en', 'ru'], active: true, version: 0 },
];

const holds: HoldLimits = {
  // A checkout hold lives minutes (see carts); it is never promised in days.
  checkout: { shopper: 0, agent: 0, associate: 0, manager: 0, admin: 0 },
  reserve_and_try: { shopper: 0, agent: 2, associate: 2, manager: 5, admin: 14 },
  agent_hold: { shopper: 0, agent: 5, associate: 3, manager: 7, admin: 14 },
  // Paid for and waiting: the customer decides when to come, within a week of opening days.
  pickup: { shopper: 5, agent: 7, associate: 7, manager: 14, admin: 30 },
};

export const defaultLimits: Limits = {
  discount: { agent: 500, associate: 500, manager: 1500, admin: 3000 },
  hold: holds,
  idAbove: 500_000,
  version: 0,
};

/** What the one method of a zone is called that names none. */
export const usualMethodName: LocalizedText = {
  en: 'Standard delivery',
  pl: 'Dostawa standardowa',
  ru: 'Обычная доставка',
};
