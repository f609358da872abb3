import type { Money } from '../../kernel/money.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';

/** A reduction that may be announced: only where this stands may a badge, a strike-through or a deal word be shown. */
export interface Reduction {
  promotionId: string;
  name: LocalizedText;
  /** The lowest price applied in the 30 days before the reduction began; shown wherever the reduction is. */
  lowest30: Money;
  /** Whole percent off `lowest30`, rounded down; 0 when it is less than one (show the 30-day low, no percentage). */
  percentOff: number;
}

export interface PriceQuote {
  variantId: string;
  market: string;
  /** The regular price. Never strike it through unless `reduction` stands; it is no base of a percentage. */
  list: Money;
  /** What a piece costs now, gross: promotions without a code are applied. */
  unit: Money;
  reduction: Reduction | null;
  taxClass: string;
  /** Basis points: 2300 = 23 %. */
  taxRateBp: number;
  /** Since when `unit` is what it is. */
  validFrom: Date;
}

/** One line of the append-only history of regular prices. */
export interface PriceRow {
  /** Minor units */
  gross: number;
  validFrom: Date;
  /** null = still valid. Equals the next row's validFrom. */
  validTo: Date | null;
}

/** When a promotion lowered prices. */
export interface PromotionSpan {
  promotionId: string;
  basisPoints: number;
  startsAt: Date;
  endsAt: Date | null;
}

/** A price that was really asked, from one instant to another. */
export interface AppliedPrice {
  /** Minor units */
  unit: number;
  from: Date;
  to: Date | null;
  /** What lowered it, if anything did. */
  promotionId: string | null;
}

export type PromotionState = 'scheduled' | 'active' | 'ended' | 'archived';

export interface Promotion {
  id: string;
  market: string;
  name: LocalizedText;
  basisPoints: number;
  /** The variants it is for; a list may be cut to those that were asked about. */
  variantIds: 'all' | string[];
  /** Upper case; null = applies by itself. */
  code: string | null;
  startsAt: Date;
  endsAt: Date | null;
  archivedAt: Date | null;
  state: PromotionState;
  version: number;
}

/** As much of a promotion as pricing lines by its code needs. */
export type CodePromotion = Pick<Promotion, 'id' | 'name' | 'basisPoints' | 'variantIds'> & { code: string };

/** A price agreed by hand for one line, per piece. */
export interface ManualDiscount {
  id: string;
  /** The agreed gross price of a piece, minor units. */
  unit: number;
  currency: string;
  /** How far below the price it is, rounded up. */
  basisPoints: number;
  reason: string;
  /** Staff id */
  grantedBy: string;
}
