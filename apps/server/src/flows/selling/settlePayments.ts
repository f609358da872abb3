import type { JobDefinition } from '../../kernel/jobs.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { askAgain, findUnresolved, performMovement, settleMovement } from '../../modules/payments/index.ts';
import { abandonPayment, settlePayment } from './finishPayment.ts';

/**
 * Payments that nobody answered: a server died, or the provider was slow. The provider is asked what became of them, and
 * the order ends in exactly one of "placed and paid" or "nothing held, nothing charged".
 */
export const settlePayments: JobDefinition = {
  name: 'selling.settle-payments',
  cron: '* * * * *',
  async handle(job) {
    for (const unresolved of await findUnresolved(job, { olderThanSeconds: 60 })) {
      const { movement, payment } = unresolved;
      // What is made up for happens in the channel it belongs to, not in that of whoever makes up for it.
      const ctx = { ...job, channel: (await getOrder(job, payment.orderId)).channel };
      const outcome = await askAgain(ctx, unresolved);
      if (movement.kind === 'authorise') {
        if (outcome) await settlePayment(ctx, payment, outcome);
        // Who never learned where to pay cannot have paid; a job that waited so long finds nobody in between.
        else await abandonPayment(ctx, payment, 'the provider never heard of it');
      } else if (outcome) await settleMovement(ctx, { movementId: movement.id, outcome });
      else await performMovement(ctx, unresolved);
    }
  },
};
