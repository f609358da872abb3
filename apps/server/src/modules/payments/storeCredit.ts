import { giveBackCredit, wasGivenBack } from '../credits/index.ts';
import type { PaymentProvider } from './provider.ts';

/**
 * Store credit as a means of payment. It is taken in the transaction of the sale (credits.spendCredit, then
 * recordStorePayment), so there is nothing to authorise; what is refunded goes back to the credit it came from.
 */
export const storeCredit: PaymentProvider = {
  name: 'store_credit',
  authorise: async () => ({ result: 'declined', reason: 'taken_with_the_sale' }),
  capture: async (_ctx, request) => ({ result: 'approved', providerRef: request.key }),
  void: async (_ctx, request) => ({ result: 'approved', providerRef: request.key }),
  async refund(ctx, request) {
    await giveBackCredit(ctx, { creditId: request.providerRef, amount: request.amount, key: request.key });
    return { result: 'approved', providerRef: request.key };
  },
  lookUp: async (ctx, { key }) =>
    (await wasGivenBack(ctx, key)) ? { result: 'approved', providerRef: key } : undefined,
};
