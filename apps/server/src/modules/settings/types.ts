import type { Language, StaffRole } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';

/** Who sells: what invoices, mails and the footer say. A company's own data, nobody's personal data. */
export interface LegalFacts {
  companyName: string;
  address: string;
  taxId: string;
  registration: string;
  email: string;
  phone: string;
}

export interface Retailer {
  name: string;
  /** IANA zone of the retailer's calendar days: reports, 30-day windows. */
  zone: string;
  defaultMarket: string;
  defaultLanguage: Language;
  legal: LegalFacts;
  /** 0 until it was saved for the first time. */
  version: number;
}

export interface Market {
  code: string;
  /** ISO 3166-1 alpha-2 */
  country: string;
  /** ISO 4217; fixed once saved, because the market's prices are in it. */
  currency: string;
  languages: Language[];
  active: boolean;
  version: number;
}

/** One way to be delivered to in a zone: standard, express, to the room. */
export interface DeliveryMethod {
  id: string;
  name: LocalizedText;
  rate: Money;
  /** Goods worth at least this much are delivered free; null = never free. */
  freeFrom: Money | null;
  /** Working days from the day the parcel leaves. */
  daysMin: number;
  daysMax: number;
  /** Orders after this local time 'HH:MM' of the sender leave the next working day; null = the sender's own cut-off. */
  cutOff: string | null;
}

export interface DeliveryZone {
  id: string;
  market: string;
  name: LocalizedText;
  /** [] = the whole country. The longest prefix that fits a postcode wins. */
  postcodePrefixes: string[];
  /** In their order, the usual one first; [] = nothing is delivered here at present. */
  methods: DeliveryMethod[];
  /** Of the usual method, here and below. */
  rate: Money;
  freeFrom: Money | null;
  daysMin: number;
  daysMax: number;
}

export const policyKinds = ['delivery', 'returns', 'privacy', 'terms', 'contact'] as const;
export type PolicyKind = (typeof policyKinds)[number];

export interface Policy {
  kind: PolicyKind;
  text: LocalizedText;
  version: number;
}

export const holdPurposes = ['checkout', 'reserve_and_try', 'agent_hold', 'pickup'] as const;
export type HoldPurpose = (typeof holdPurposes)[number];
export const holdRoles = ['shopper', 'agent', 'associate', 'manager', 'admin'] as const;
export type HoldRole = (typeof holdRoles)[number];

/** Basis points (1 % = 100) of the price a role may give away by hand. */
export type DiscountLimits = Record<StaffRole, number>;
/** Opening days of the location a hold may last; 0 = until closing time of the day it is made. */
export type HoldLimits = Record<HoldPurpose, Record<HoldRole, number>>;

export interface Limits {
  discount: DiscountLimits;
  hold: HoldLimits;
  /** Goods worth more than this, in minor units of the home market, are handed over against a look at an ID; null = never. */
  idAbove: number | null;
  version: number;
}
