import { asSystem } from '../../kernel/context.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import { getOrder } from '../../modules/orders/index.ts';
import {
  type InboxTask,
  inboxJob,
  markProcessed,
  movementsByKeys,
  noteCard,
  settleMovement,
} from '../../modules/payments/index.ts';
import { settlePayment } from '../selling/finishPayment.ts';

/**
 * Does what a provider told us: the same as if we had asked. What is told twice, late or in another order changes nothing
 * the second time; what concerns nothing of ours is kept and left alone.
 */
export const readInbox: JobDefinition<InboxTask> = {
  name: inboxJob,
  async handle(job, { id, event }) {
    const [step] = event.key && event.outcome ? await movementsByKeys(job, [event.key]) : [];
    if (step && event.outcome) {
      // It happens in the channel it belongs to, not in that of whoever hears of it.
      const ctx = { ...asSystem(job, 'payments', id), channel: (await getOrder(job, step.payment.orderId)).channel };
      if (step.movement.kind === 'authorise') {
        const { payment } = await settlePayment(ctx, step.payment, event.outcome);
        await noteCard(ctx, payment);
      } else await settleMovement(ctx, { movementId: step.movement.id, outcome: event.outcome });
    }
    await markProcessed(job, id);
  },
};
