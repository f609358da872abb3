import type { Ctx } from '../../kernel/context.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import { getOrder } from '../../modules/orders/index.ts';
import {
  askAgain,
  findUnresolved,
  performMovement,
  settleMovement,
  type Unresolved,
  waitingForUnknown,
} from '../../modules/payments/index.ts';
import { abandonPayment, settlePayment } from './finishPayment.ts';

const patience = { olderThanSeconds: 60 };

/**
 * Payments that nobody answered: a server died, or the provider was slow. The provider is asked what became of them, and
 * the order ends in exactly one of "placed and paid" or "nothing held, nothing charged". One that cannot be settled does
 * not stop those behind it: it is tried again in a minute, and what no provider of this server knows is left alone.
 */
export const settlePayments: JobDefinition = {
  name: 'selling.settle-payments',
  cron: '* * * * *',
  async handle(job) {
    for (const waiting of await waitingForUnknown(job, patience))
      job.log.warn(waiting, 'steps with money wait for a provider that this server does not know');
    const failures: unknown[] = [];
    for (const unresolved of await findUnresolved(job, patience)) {
      try {
        await settleOne(job, unresolved);
      } catch (error) {
        const { movement, payment } = unresolved;
        job.log.error(
          { err: error, movementId: movement.id, paymentId: payment.id },
          'a step with money was not settled',
        );
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  },
};

async function settleOne(job: Ctx, unresolved: Unresolved): Promise<void> {
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
