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
  | { kind: 'none' };

/** The answer of a provider; `unknown` is an answer too: it may or may not have happened, and must be asked about. */
export type Outcome =
  | { result: 'approved'; providerRef: string }
  | { result: 'declined'; reason: string; providerRef?: string | undefined }
  | { result: 'unknown'; reason: string };

/** `key` is the idempotency key at the provider: the same key never moves money twice. */
export interface AuthoriseRequest {
  key: string;
  orderId: string;
  amount: Money;
  /** Take the money in the same step. */
  capture: boolean;
  instrument: Instrument;
}

export interface FollowUpRequest {
  key: string;
  /** What the provider called the authorisation. */
  providerRef: string;
  amount: Money;
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
  /** What became of `key`; undefined: it never arrived. Asked before anything is tried again. */
  lookUp(ctx: Ctx, key: string): Promise<Outcome | undefined>;
}
