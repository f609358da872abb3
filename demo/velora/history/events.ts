import type { DeliveryService } from '../delivery-rates.ts';
import type { Address, Language, LocationCode } from '../types.ts';

interface Happened {
  /** Stable within one generated history. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Code of a shopper; null for people nobody recognised. */
  readonly shopper: string | null;
}

export interface Utm {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly term?: string;
}

export interface Source {
  readonly kind: 'direct' | 'organic' | 'paid_search' | 'paid_social' | 'email' | 'social' | 'referral';
  readonly referrer: string | null;
  readonly utm: Utm | null;
  readonly clickId: { readonly name: 'gclid' | 'fbclid' | 'msclkid'; readonly value: string } | null;
}

export type PageView = { readonly at: string } & (
  | { readonly page: 'home' | 'cart' | 'checkout' | 'order_placed' | 'stores' }
  | { readonly page: 'category'; readonly category: string }
  | { readonly page: 'search'; readonly query: string }
  | { readonly page: 'product'; readonly sku: string; readonly addedToCart: boolean }
  | { readonly page: 'policy'; readonly policy: string }
);

export interface SessionEvent extends Happened {
  readonly kind: 'session';
  /** The browser; the same person may have several, and one browser may serve two people. */
  readonly anonymousId: string;
  readonly device: 'mobile' | 'desktop' | 'tablet';
  readonly language: Language;
  /** Consent to analytics. Without it nothing of this session may be tracked. */
  readonly consent: boolean;
  /** Whether the shopper signed in or left a verified address during the session. */
  readonly identified: boolean;
  readonly source: Source;
  readonly pages: readonly PageView[];
}

export interface ChatMessage {
  readonly at: string;
  readonly from: 'shopper' | 'agent';
  readonly text: string;
}

export interface ChatEvent extends Happened {
  readonly kind: 'chat';
  readonly channel: 'chat' | 'whatsapp' | 'email' | 'messenger';
  readonly anonymousId: string | null;
  readonly agent: string;
  readonly language: Language;
  readonly topic: string;
  readonly sku: string | null;
  readonly messages: readonly ChatMessage[];
}

export interface StoreVisitEvent extends Happened {
  readonly kind: 'store_visit';
  readonly location: LocationCode;
  /** Who spoke with them. */
  readonly associate: string | null;
  readonly skus: readonly string[];
  readonly recognisedBy: 'loyalty' | 'phone' | null;
}

export interface ReservationEvent extends Happened {
  readonly kind: 'reservation';
  readonly channel: 'web' | 'contact_centre' | 'store';
  readonly location: LocationCode;
  readonly sku: string;
  readonly quantity: number;
  /** The agent or associate who held it; null when the shopper did. */
  readonly heldBy: string | null;
  readonly outcome: 'collected' | 'expired' | 'released';
  readonly outcomeAt: string;
}

export interface OrderLine {
  readonly sku: string;
  readonly quantity: number;
}

export type Fulfilment =
  | {
      readonly method: 'ship' | 'ship_from_store';
      readonly from: LocationCode;
      readonly service: DeliveryService;
      readonly address: Address;
    }
  | { readonly method: 'pickup' | 'hand_over'; readonly from: LocationCode };

export interface OrderEvent extends Happened {
  readonly kind: 'order';
  readonly number: string;
  readonly channel: 'web' | 'store' | 'contact_centre';
  /** The store of the sale; null online. */
  readonly location: LocationCode | null;
  readonly anonymousId: string | null;
  readonly lines: readonly OrderLine[];
  readonly fulfilment: Fulfilment;
  readonly payment: 'card' | 'blik' | 'transfer' | 'cash' | 'terminal';
  readonly promotionCode: 'WELCOME5' | null;
  /** Id of the reservation it came from. */
  readonly reservation: string | null;
  readonly advisedBy: string | null;
  readonly heldBy: string | null;
  readonly handedOverBy: string | null;
  /** `open`: paid and not yet handed over when the history ends. */
  readonly state: 'completed' | 'open' | 'cancelled';
  /** When it was delivered, collected or cancelled; null while open. */
  readonly settledAt: string | null;
}

export interface ReturnEvent extends Happened {
  readonly kind: 'return';
  /** Number of the order. */
  readonly order: string;
  readonly lines: readonly OrderLine[];
  readonly reason: 'changed_mind' | 'colour' | 'too_large' | 'damaged';
  readonly location: LocationCode;
  readonly receivedBy: string;
  /** Whether the goods went back on the shelf there. */
  readonly restocked: boolean;
}

export interface SurveyEvent extends Happened {
  readonly kind: 'survey';
  readonly order: string;
  readonly channel: OrderEvent['channel'];
  /** 0 to 10. */
  readonly score: number;
  readonly comment: string | null;
}

export type HistoryEvent =
  | SessionEvent
  | ChatEvent
  | StoreVisitEvent
  | ReservationEvent
  | OrderEvent
  | ReturnEvent
  | SurveyEvent;
