import type { JobDefinition } from '../../kernel/jobs.ts';
import { askAgain, findUnresolved, performMovement, settleMovement } from '../../modules/payments/index.ts';
import { abandonPayment, settlePayment } from './finishPayment.ts';

/**
 * Payments that nobody answered: a server died, or the provider was slow. The provider is asked what became of them, and
 * the order ends in exactly one of "placed and paid" or "nothing held, nothing charged".
 */
export const settlePayments: JobDefinition = {
  name: 'selling.settle-payments',
  cron: '* * * * *',
  async handle(ctx) {
    for (const unresolved of await findUnresolved(ctx, { olderThanSeconds: 60 })) {
      const { movement, payment } = unresolved;
      const outcome = await askAgain(ctx, unresolved);
      if (movement.kind === 'authorise') {
        if (outcome) await settlePayment(ctx, payment, outcome);
        else await abandonPayment(ctx, payment, 'the provider never heard of it');
      } else if (outcome) await settleMovement(ctx, { movementId: movement.id, outcome });
      else await performMovement(ctx, unresolved);
    }
  },
};
