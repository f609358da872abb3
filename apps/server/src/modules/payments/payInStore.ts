import type { FollowUpRequest, Outcome, PaymentProvider } from './provider.ts';

const done = async (request: FollowUpRequest): Promise<Outcome> => ({ result: 'approved', providerRef: request.key });

/**
 * Money at the counter: cash, or a card on the store's own terminal. A person did it and says so, so there is nobody to
 * call; the record is ours (recordStorePayment). Giving back works the same way.
 */
export const payInStore: PaymentProvider = {
  name: 'pay_in_store',
  authorise: async () => ({ result: 'declined', reason: 'recorded_by_staff' }),
  capture: (_ctx, request) => done(request),
  void: (_ctx, request) => done(request),
  refund: (_ctx, request) => done(request),
  lookUp: async () => undefined,
};
