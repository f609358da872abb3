import type { Language } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import type { WeeklyHours } from './format.ts';

/** One kind of thing a mail speaks of; texts are already in the customer's language. */
export interface Goods {
  title: string;
  /** "green, velvet"; empty when there is nothing to choose. */
  options: string;
  quantity: number;
  /** Gross for the whole line; null where the mail does not speak of money. */
  price: Money | null;
}

export interface Place {
  name: string;
  line1: string;
  postcode: string;
  city: string;
  phone: string | null;
  hours: WeeklyHours;
}

/** Another way to get what was not found. */
export interface Offer {
  kind: 'other_store' | 'delivery' | 'alternative';
  title: string;
  /** Where it is, for `other_store`. */
  placeName: string | null;
  /** ISO day or instant from which it can be had. */
  from: string | null;
  price: Money | null;
  url: string;
}

export interface SellerLegal {
  name: string;
  address: string;
  taxId: string;
  register: string | null;
  email: string;
  phone: string | null;
}

export interface OrderLine extends Goods {
  price: Money;
  way:
    | { method: 'delivery'; from: string | null; to: string | null }
    | { method: 'pickup'; placeName: string; from: string | null }
    | { method: 'in_store'; placeName: string };
}

/** What each template needs. Instants are ISO texts, shown in `zone`. */
export interface MailData {
  sign_in_code: { code: string; minutes: number };
  confirm_consent: { url: string };
  hold_confirmed: {
    zone: string;
    name: string | null;
    goods: Goods[];
    place: Place;
    until: string;
    code: string;
    /** Opens the hold; also what the QR picture says. */
    url: string;
  };
  /** The same in another store now. */
  hold_moved: MailData['hold_confirmed'];
  hold_ready: {
    zone: string;
    name: string | null;
    goods: Goods[];
    place: Place;
    until: string;
    code: string;
    url: string;
  };
  hold_released: {
    goods: Goods[];
    place: Place;
    reason: 'expired' | 'by_customer' | 'by_store';
    url: string;
  };
  hold_not_found: {
    zone: string;
    goods: Goods[];
    place: Place;
    /** Best first; may be empty. */
    offers: Offer[];
    url: string;
  };
  /** A count found fewer than are held; the store is looking. */
  hold_at_risk: {
    zone: string;
    goods: Goods[];
    place: Place;
    /** Best first; may be empty. */
    offers: Offer[];
    url: string;
  };
  /** What was at risk is there after all. */
  hold_safe: { zone: string; goods: Goods[]; place: Place; until: string; url: string };
  order_confirmed: {
    zone: string;
    number: string;
    placedAt: string;
    lines: OrderLine[];
    totals: { gross: Money; net: Money; tax: Money; discount: Money };
    taxes: { rateBp: number; net: Money; tax: Money }[];
    deliveryAddress: string | null;
    /** Its name; left out by mails queued by the version before. */
    deliveryMethod?: string | null;
    payment: 'paid' | 'pay_in_store' | 'pending';
    seller: SellerLegal;
    /** Days of withdrawal; null where the law gives none (contract made in the store). */
    withdrawalDays: number | null;
    termsUrl: string;
    url: string;
  };
  /** Of a sale in a store, to an address nobody has proven. */
  receipt: Pick<MailData['order_confirmed'], 'zone' | 'number' | 'lines' | 'totals' | 'taxes' | 'seller' | 'url'> & {
    soldAt: string;
    placeName: string;
  };
  pickup_ready: {
    zone: string;
    number: string;
    goods: Goods[];
    place: Place;
    until: string;
    code: string;
    url: string;
    /** null = nothing left to pay. */
    toPay: Money | null;
  };
  order_cancelled: {
    number: string;
    isWhole: boolean;
    why: 'by_customer' | 'by_store' | 'not_collected';
    goods: Goods[];
    /** null = nothing was paid. */
    refund: Money | null;
    /** What is left of the order. */
    worth: Money;
    url: string;
  };
  pickup_changed: {
    zone: string;
    number: string;
    what: 'store' | 'date' | 'collector';
    goods: Goods[];
    place: Place;
    readyBy: string | null;
    until: string | null;
    collector: string | null;
    url: string;
  };
  pickup_reminder: {
    zone: string;
    number: string;
    goods: Goods[];
    place: Place;
    until: string;
    isLastDay: boolean;
    code: string;
    url: string;
    toPay: Money | null;
  };
  order_to_pay: { zone: string; number: string; goods: Goods[]; total: Money; until: string; url: string };
  pickup_short: { number: string; goods: Goods[]; place: Place; url: string };
  pickup_collected: {
    zone: string;
    number: string;
    goods: Goods[];
    placeName: string;
    at: string;
    /** pii: who came, when it was not the customer. */
    collectedBy: string | null;
    url: string;
  };
  delivery_instead: {
    zone: string;
    number: string;
    goods: Goods[];
    /** pii */
    address: string;
    /** The promised day, 'YYYY-MM-DD'. */
    by: string | null;
    url: string;
  };
  parcel_sent: {
    zone: string;
    number: string;
    /** What was said before was wrong. */
    isCorrection: boolean;
    goods: Goods[];
    carrier: string | null;
    trackingNumber: string | null;
    /** https, checked when it was written down. */
    trackingUrl: string | null;
    /** The promised day, 'YYYY-MM-DD'. */
    by: string | null;
    url: string;
  };
  chat_answer: {
    agentName: string | null;
    /** Empty when only a product was sent. */
    answer: string;
    product?: { title: string; url: string } | null;
    question: string | null;
    /** Where the conversation goes on. */
    url: string;
  };
  withdrawal_received: {
    zone: string;
    number: string;
    declaredAt: string;
    name: string;
    contract: string;
    email: string;
    /** In the customer's words; null = all of it. */
    goods: string | null;
    returnNumber: string | null;
    /** What had not left the house: taken off the order at once. */
    cancelled: Goods[];
    /** What goes back for it, without waiting for anything. */
    refund: Money | null;
    /** A person has to look at it, or at a part of it, first. */
    needsPerson: boolean;
    url: string | null;
  };
  return_announced: {
    number: string;
    orderNumber: string;
    goods: Goods[];
    /** Where the parcel goes. */
    address: string | null;
    url: string;
  };
  /** What worn goods are worth less, before it is final. */
  return_deducted: {
    number: string;
    orderNumber: string;
    deductions: { title: string; percent: number; reason: string }[];
    url: string;
  };
  return_refused: { number: string; orderNumber: string; goods: Goods[]; reason: string; url: string };
  complaint_answered: {
    number: string;
    orderNumber: string;
    goods: Goods[];
    /** `silence`: nobody answered in time, so it counts as accepted. */
    answer: 'accepted' | 'refused' | 'silence';
    text: string | null;
    url: string;
  };
  return_settled: {
    number: string;
    orderNumber: string;
    goods: Goods[];
    total: Money;
    delivery: Money | null;
    payouts: { to: 'original' | 'cash' | 'store_credit' | 'exchange'; amount: Money }[];
    creditCode: string | null;
  };
  /** More was paid than the order cost, and went onto a code. */
  credit_issued: { zone: string; number: string; amount: Money; code: string; until: string; url: string };
}

export type TemplateName = keyof MailData;
export type Copy = Record<Language, string>;
