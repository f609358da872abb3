import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { Strict } from '../../kernel/schemas.ts';

/** What the customer pays with. Passed through to the provider, never stored, never logged. */
export const CardSchema = Strict({
  number: Type.String({ pattern: '^[0-9 ]{12,23}$', description: 'Spaces are allowed' }),
  expiryMonth: Type.Integer({ minimum: 1, maximum: 12 }),
  expiryYear: Type.Integer({ minimum: 2000, maximum: 2100 }),
  cvc: Type.String({ pattern: '^[0-9]{3,4}$' }),
});
export type Instrument =
  | { kind: 'card'; number: string; expiryMonth: number; expiryYear: number; cvc: string }
  /** The customer pays on a page of the provider and comes back. */
  | { kind: 'redirect'; by: string; returnUrl: string; cancelUrl: string; language: string; title: string }
  | { kind: 'none' };

/**
 * The customer has to do something first: pay on the provider's page, or send the money. Until then the payment is
 * pending, and nobody asks about it before `askAgainAt`.
 */
export interface Action {
  result: 'action';
  /** Where to send the customer; null where there is no page (a bank transfer). */
  url: string | null;
  providerRef: string;
  /** What is not paid by then will not be paid. RFC 3339. */
  until: string;
  askAgainAt: string;
}

/**
 * The answer of a provider. `unknown` is an answer too: it may or may not have happened, and must be asked about.
 * `expired`: the customer never paid, and cannot any more; unlike `declined` it is not the provider's last word, so money
 * that comes after all is noticed.
 */
export type Outcome =
  /** `cardLast4`: where the provider tells; a customer without a receipt is found by it. */
  | { result: 'approved'; providerRef: string; cardLast4?: string | undefined }
  | { result: 'declined'; reason: string; providerRef?: string | undefined }
  | { result: 'expired'; reason: string }
  | Action
  | { result: 'unknown'; reason: string };

/** `key` is the idempotency key at the provider: the same key never moves money twice. */
export interface AuthoriseRequest {
  key: string;
  orderId: string;
  amount: Money;
  /** Take the money in the same step. */
  capture: boolean;
  instrument: Instrument;
  /** When the payment was begun: the same for every try of it. RFC 3339. */
  startedAt: string;
}

export interface FollowUpRequest {
  key: string;
  /** What the provider called the authorisation. */
  providerRef: string;
  amount: Money;
}

/** What became of the step with this key? */
export interface Question {
  key: string;
  kind: 'authorise' | 'capture' | 'void' | 'refund';
  amount: Money;
  /** What the provider called the payment, if it ever said. */
  providerRef: string | null;
  /** Until when the customer may act, where an action was asked for. */
  until: string | null;
}

/** What a provider tells by itself. */
export interface ProviderEvent {
  /** The provider's id of it: the same event is told more than once. */
  id: string;
  type: string;
  /** The step it is about, by the key we gave it; null: it concerns nothing of ours. */
  key: string | null;
  /** What it says about that step; undefined: nothing that changes anything. */
  outcome: Outcome | undefined;
}

/**
 * Somebody who moves money. Every method is a call over a network (or a person at a till) and is made outside any
 * transaction; all are safe to repeat under the same key.
 */
export interface PaymentProvider {
  name: string;
  authorise(ctx: Ctx, request: AuthoriseRequest): Promise<Outcome>;
  capture(ctx: Ctx, request: FollowUpRequest): Promise<Outcome>;
  void(ctx: Ctx, request: FollowUpRequest): Promise<Outcome>;
  refund(ctx: Ctx, request: FollowUpRequest): Promise<Outcome>;
  /** What became of a step; undefined: it never arrived. Asked before anything is tried again. */
  lookUp(ctx: Ctx, question: Question): Promise<Outcome | undefined>;
  /** Takes an action back that the customer has not finished; answers as lookUp. Only where there are actions. */
  stop?(ctx: Ctx, question: Question): Promise<Outcome | undefined>;
  /** The last four digits of the card that paid, for an answer that came without them. Only where there are cards. */
  cardOf?(ctx: Ctx, providerRef: string): Promise<string | undefined>;
  /**
   * Reads what the provider tells, after checking that it is the provider: the bytes as they came.
   *
   * @throws AppError webhook_not_genuine
   */
  readWebhook?(ctx: Ctx, body: Uint8Array, headers: Record<string, string | undefined>): ProviderEvent;
}
