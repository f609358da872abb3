/** Under which rule goods come back; the words of the law and of the shop, not of a department. */
export const returnRules = ['withdrawal', 'shop_policy', 'complaint'] as const;
export type ReturnRule = (typeof returnRules)[number];

/** As the goods are found on the counter. */
export const conditions = ['unopened', 'opened', 'used', 'damaged', 'faulty'] as const;
export type Condition = (typeof conditions)[number];

/** What becomes of a piece. Every piece that was taken back ends in exactly one of these. */
export const outcomes = ['restock', 'damaged', 'write_off', 'send_back', 'not_received'] as const;
export type Outcome = (typeof outcomes)[number];

export const reasons = [
  'changed_mind',
  'does_not_fit',
  'not_as_described',
  'damaged_in_transit',
  'faulty',
  'wrong_item',
  'other',
] as const;
export type ReturnReason = (typeof reasons)[number];

export const complaintAnswers = ['accepted', 'refused', 'silence'] as const;
export type ComplaintAnswer = (typeof complaintAnswers)[number];

/** What is taken off worn goods, and why: it stands on the protocol. */
export interface Deduction {
  percent: number;
  reason: string;
}

export interface CategoryException {
  categoryId: string;
  /** `unless_opened`: sealed for health or hygiene; `never`: made to measure. What the law does not except stays. */
  withdrawal: 'always' | 'unless_opened' | 'never';
  /** Days of the shop's own promise; null = as for everything else, 0 = none. */
  shopDays: number | null;
}

/** What the shop promises, the same in every channel. What the law gives is at least this much and cannot be set lower. */
export interface ReturnPolicy {
  /** Days of the shop's own promise, counted from the day the goods were had; 0 = none. */
  shopDays: number;
  shopConditions: Condition[];
  /** At least 14, the law's. */
  withdrawalDays: number;
  /** Since when every order tells of the right of withdrawal; contracts from before have twelve months more. null = always told. */
  informedSince: string | null;
  /** How many days a parcel is under way when nobody told of its arrival. */
  parcelDays: number;
  /** Minor units of the home market: up to this much is given back in cash whatever it was paid with; 0 = never. */
  cashUpTo: number;
  /** The cheapest delivery on offer, minor units: more is not given back for delivery. null = what was paid. */
  standardDelivery: number | null;
  creditMonths: number;
  /** Where parcels with returns go; null = the place that sent the goods. */
  postLocationId: string | null;
  /** At most so much of the worth of worn goods is taken off; 0 = nothing ever. A complaint is never cut. */
  deductionPercent: number;
  /** Whether goods are taken back for which no sale is found, against a store credit code. */
  blindReturns: boolean;
  /** The lowest price of so many days, and of today, is the most such goods are worth. */
  blindDays: number;
  exceptions: CategoryException[];
  /** 0 until it was saved for the first time. */
  version: number;
}

export const defaultPolicy: ReturnPolicy = {
  shopDays: 30,
  shopConditions: ['unopened', 'opened'],
  withdrawalDays: 14,
  informedSince: null,
  parcelDays: 3,
  cashUpTo: 0,
  standardDelivery: null,
  creditMonths: 24,
  postLocationId: null,
  deductionPercent: 50,
  blindReturns: false,
  blindDays: 30,
  exceptions: [],
  version: 0,
};

/** Complaints under the law on consumer sales: two years, and silence for fourteen days accepts them. */
export const complaintYears = 2;
export const answerDays = 14;
/** After a withdrawal the money is back within this. */
export const refundDays = 14;
