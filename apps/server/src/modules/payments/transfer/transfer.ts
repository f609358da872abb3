import type { PaymentProvider } from '../provider.ts';

/** How long an order waits for its money; the goods are kept so long. */
export const transferDays = 5;
const day = 86_400_000;

/**
 * A bank transfer: the customer sends the money with the order's number as its title, and it is found among the lines of
 * the bank's statement. Nobody can be asked, so time alone says that it did not come. Money is given back by a person,
 * from the bank's own screen, who then says that it is done.
 */
export const transfer: PaymentProvider = {
  name: 'bank_transfer',
  async authorise(_ctx, request) {
    const until = new Date(Date.parse(request.startedAt) + transferDays * day).toISOString();
    return { result: 'action', url: null, providerRef: request.key, until, askAgainAt: until };
  },
  capture: async () => ({ result: 'declined', reason: 'nothing_authorised' }),
  void: async () => ({ result: 'declined', reason: 'nothing_authorised' }),
  refund: async () => ({ result: 'unknown', reason: 'sent_by_hand' }),
  async lookUp(ctx, question) {
    if (question.kind !== 'authorise') return { result: 'unknown', reason: 'sent_by_hand' };
    if (!question.until) return undefined;
    const isOver = Date.parse(question.until) <= ctx.clock.now().getTime();
    return isOver
      ? { result: 'expired', reason: 'not_paid_in_time' }
      : { result: 'action', url: null, providerRef: question.key, until: question.until, askAgainAt: question.until };
  },
};
