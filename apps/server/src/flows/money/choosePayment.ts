import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Order } from '../../modules/orders/index.ts';
import { type Instrument, providersOf, transferDays } from '../../modules/payments/index.ts';

/** How a customer at a distance wants to pay. */
export type Means =
  | { method: 'pay_in_store' }
  /** All of it from a store credit. */
  | { method: 'store_credit' }
  | { method: 'card'; instrument: Instrument }
  /** On the provider's page; `returnTo` is the shop's address for whoever comes back from there. */
  | { method: 'online'; by: 'card' | 'blik'; returnTo: string }
  | { method: 'transfer' };

export interface PaymentPlan {
  provider: string;
  method: string;
  /** So long the goods are kept for the money: longer than the provider lets the customer pay. */
  deadlineMinutes: number;
  /** The order stands and only its money is awaited: the cart is not kept for another try. */
  isAwaited: boolean;
  instrumentFor(order: Order): Instrument;
}

/** Longer than any provider takes to answer: until then nobody else gets goods that are being paid for. */
const cardMinutes = 30;
/** A page at the provider lives for 31 minutes; what is paid in its last second arrives within the rest. */
const pageMinutes = 45;
/** Money sent on the last day is on the statement of the next one. */
const transferMinutes = (transferDays + 2) * 24 * 60;

/** Which provider takes the money, and how; undefined: nobody now, it is paid in the store. */
export function choosePayment(
  ctx: Ctx,
  means: Means,
  currency: string,
): Result<PaymentPlan | undefined, 'not_offered'> {
  if (means.method === 'pay_in_store' || means.method === 'store_credit') return ok(undefined);
  const offered = paymentMethods(ctx, currency);
  const by = means.method === 'online' ? means.by : undefined;
  const isOffered = offered.some((one) => one.method === means.method && (by === undefined || one.by === by));
  if (!isOffered) {
    return refuse('not_offered', {
      detail: 'This means of payment is not offered here. Nothing was ordered; choose another one.',
      methods: offered,
    });
  }
  switch (means.method) {
    case 'card':
      return ok({
        provider: 'test_card',
        method: 'card',
        deadlineMinutes: cardMinutes,
        isAwaited: false,
        instrumentFor: () => means.instrument,
      });
    case 'online':
      return ok({
        provider: 'stripe',
        method: means.by,
        deadlineMinutes: pageMinutes,
        isAwaited: false,
        instrumentFor: (order) => ({
          kind: 'redirect',
          by: means.by,
          returnUrl: means.returnTo,
          cancelUrl: `${means.returnTo}?cancelled=1`,
          language: order.language,
          title: order.number,
        }),
      });
    case 'transfer':
      return ok({
        provider: 'bank_transfer',
        method: 'transfer',
        deadlineMinutes: transferMinutes,
        isAwaited: true,
        instrumentFor: () => ({ kind: 'none' }),
      });
  }
}

export interface PaymentMethod {
  method: 'card' | 'online' | 'transfer';
  by: 'card' | 'blik' | null;
}

/** What this server can take at a distance. BLIK is Polish money only. */
export function paymentMethods(ctx: Ctx, currency: string): PaymentMethod[] {
  const providers = providersOf(ctx);
  return [
    ...(providers.has('test_card') ? [{ method: 'card' as const, by: null }] : []),
    ...(providers.has('stripe') ? [{ method: 'online' as const, by: 'card' as const }] : []),
    ...(providers.has('stripe') && currency === 'PLN' ? [{ method: 'online' as const, by: 'blik' as const }] : []),
    ...(providers.has('bank_transfer') && currency === 'PLN' ? [{ method: 'transfer' as const, by: null }] : []),
  ];
}
