import { readPostcode } from '../shared/postcode.ts';

/** `online:…`: on the page of the payment provider. */
export const paymentChoices = ['card', 'online:card', 'online:blik', 'transfer', 'pay_in_store'] as const;
export type PaymentChoice = (typeof paymentChoices)[number];

/** What the checkout asks for; what is not asked for is ''. */
export interface CheckoutValues {
  email: string;
  name: string;
  phone: string;
  street: string;
  postcode: string;
  city: string;
  note: string;
  payment: PaymentChoice | '';
  card: string;
  expiry: string;
  cvc: string;
  /** The code of a store credit. */
  credit: string;
  /** 'yes': news by e-mail is wanted. No part of the order. */
  news: string;
}

export type CheckoutField = keyof CheckoutValues;

/** A fault, named so that words can be found for it in every language. */
export type Fault =
  | 'emailMissing'
  | 'emailWrong'
  | 'nameMissing'
  | 'phoneWrong'
  | 'streetMissing'
  | 'streetNoNumber'
  | 'postcodeMissing'
  | 'postcodeWrong'
  | 'cityMissing'
  | 'paymentMissing'
  | 'cardMissing'
  | 'cardShort'
  | 'cardTypo'
  | 'expiryMissing'
  | 'expiryWrong'
  | 'expiryPast'
  | 'cvcWrong'
  | 'creditWrong';

export interface Asked {
  /** Something is sent: an address is needed, and it is paid beforehand. */
  delivers: boolean;
  /** Signed in with a proven address: it is not asked for again. */
  knownEmail: string | null;
  /** A store credit pays all of it: nothing else is asked for. */
  isCovered?: boolean;
  now: Date;
}

const checks: Record<CheckoutField, (value: string, asked: Asked) => Fault | undefined> = {
  email: (value) => (!value ? 'emailMissing' : /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value) ? undefined : 'emailWrong'),
  name: (value) => (value ? undefined : 'nameMissing'),
  phone: (value) => (!value || /^\+?[\d\s()-]{7,20}$/.test(value) ? undefined : 'phoneWrong'),
  street: (value) => (!value ? 'streetMissing' : /\d/.test(value) ? undefined : 'streetNoNumber'),
  postcode: (value) => (!value ? 'postcodeMissing' : readPostcode(value) ? undefined : 'postcodeWrong'),
  city: (value) => (value ? undefined : 'cityMissing'),
  note: () => undefined,
  news: () => undefined,
  payment: (value) => (value ? undefined : 'paymentMissing'),
  card(value) {
    const digits = value.replace(/\D/g, '');
    if (!digits) return 'cardMissing';
    if (digits.length < 13 || digits.length > 19) return 'cardShort';
    return hasValidCheckDigit(digits) ? undefined : 'cardTypo';
  },
  expiry(value, { now }) {
    if (!value) return 'expiryMissing';
    const read = readExpiry(value);
    if (!read) return 'expiryWrong';
    // A card is good until the end of the month printed on it.
    return read.year * 12 + read.month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1 ? 'expiryPast' : undefined;
  },
  credit: (value) => (!value || value.replace(/[\s-]/g, '').length >= 12 ? undefined : 'creditWrong'),
  cvc: (value) => (/^\d{3,4}$/.test(value) ? undefined : 'cvcWrong'),
};

/** What is wrong with one field, or undefined. */
export const checkField = (field: CheckoutField, value: string, asked: Asked): Fault | undefined =>
  checks[field](value.trim(), asked);

/** The fields that this order asks for, in the order they are seen. */
export function fieldsAsked(
  asked: Pick<Asked, 'delivers' | 'knownEmail' | 'isCovered'>,
  payment: string,
): CheckoutField[] {
  return [
    ...(asked.knownEmail ? [] : (['email'] as const)),
    'name',
    'phone',
    ...(asked.delivers ? (['street', 'postcode', 'city', 'note'] as const) : []),
    ...(asked.isCovered ? [] : (['payment'] as const)),
    ...(payment === 'card' && !asked.isCovered ? (['card', 'expiry', 'cvc'] as const) : []),
  ];
}

/** Everything that is wrong, by field, in the order of the page. */
export function checkCheckout(values: CheckoutValues, asked: Asked): Partial<Record<CheckoutField, Fault>> {
  const faults: Partial<Record<CheckoutField, Fault>> = {};
  for (const field of fieldsAsked(asked, values.payment)) {
    const fault = checkField(field, values[field], asked);
    if (fault) faults[field] = fault;
  }
  return faults;
}

/** The check digit of card numbers (ISO/IEC 7812-1, "Luhn"): catches a typo before anybody is asked for money. */
export function hasValidCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

/** `12 / 29`, `12/2029`, `1229`: as printed on the card. */
export function readExpiry(text: string): { month: number; year: number } | undefined {
  const match = /^(0?[1-9]|1[0-2])\s*[/.\- ]\s*(\d{2}|20\d{2})$|^(0[1-9]|1[0-2])(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[2] ?? match[4]);
  return { month: Number(match[1] ?? match[3]), year: year < 100 ? 2000 + year : year };
}
