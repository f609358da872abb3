import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Claimed, claimAgain, recordSending, type Sending } from '../../modules/payments/index.ts';
import { performRefunds } from './refundOrder.ts';

/**
 * A person sent money back from the bank's own screen and says so, with the bank's reference and the day.
 *
 * @throws AppError not_found
 */
export async function sendByHand(ctx: Ctx, input: Sending): Promise<Result<{ id: string }, 'illegal_transition'>> {
  return once(ctx, 'money.sendByHand', async (tx) => {
    const sent = await recordSending(tx, input);
    if (!sent.ok) return sent;
    await audit(tx, {
      act: 'payments.sentByHand',
      target: sent.value.kind === 'excess' ? 'statement_line' : 'refund',
      targetId: input.id,
      after: {
        orderId: sent.value.orderId,
        amount: sent.value.amount.amount,
        currency: sent.value.amount.currency,
        reference: input.reference,
        sentOn: input.sentOn,
      },
    });
    return ok({ id: input.id });
  });
}

/** A refund that was refused, or came back, is given back anew by the same way; the first is done with. */
export async function giveBackAgain(ctx: Ctx, id: string): Promise<Result<Claimed, 'illegal_transition'>> {
  const claimed = await once(ctx, 'money.giveBackAgain', async (tx) => {
    const again = await claimAgain(tx, id);
    if (!again) {
      return refuse('illegal_transition', {
        detail: 'This was given back meanwhile, or did not fail. Nothing was given back now; look at the order.',
        legal: [],
      });
    }
    await audit(tx, {
      act: 'payments.gaveBackAgain',
      target: 'refund',
      targetId: id,
      after: { paymentId: again.payment.id, amount: again.movement.amount.amount },
    });
    return ok(again);
  });
  if (!claimed.ok) return claimed;
  const [done] = await performRefunds(ctx, [claimed.value]);
  return ok(done ?? claimed.value);
}
