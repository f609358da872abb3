import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Credit, issueCredit } from '../../modules/credits/index.ts';
import { localDate } from '../../modules/locations/index.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { settleExcess } from '../../modules/payments/index.ts';
import { readPolicy } from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { creditEnds } from '../returns/payOut.ts';

/**
 * The customer wants what they paid too much on a code to spend later, and a person says so: it leaves the list of money to
 * send and is a store credit in the same transaction, of whoever ordered. Once: of two who say so, or one who sends it and
 * one who does this, the second is refused.
 *
 * @throws AppError not_found
 */
export async function excessAsCredit(
  ctx: Ctx,
  id: string,
): Promise<Result<{ credit: Credit; isMailed: boolean }, 'illegal_transition'>> {
  return once(ctx, 'money.excessAsCredit', async (tx) => {
    const { zone } = await getRetailer(tx);
    const now = tx.clock.now();
    const key = `excess:${id}`;
    const settled = await settleExcess(tx, { id, reference: `credit:${key}`, sentOn: localDate({ zone }, now) });
    if (!settled.ok) return settled;
    const { orderId, amount } = settled.value;
    const order = orderId ? await getOrder(tx, orderId) : undefined;
    const credit = await issueCredit(tx, {
      amount,
      cause: 'excess',
      causeId: id,
      key,
      subjectId: order?.subjectId ?? null,
      orderId: order?.id,
      expiresAt: creditEnds(now, (await readPolicy(tx)).creditMonths),
    });
    await audit(tx, {
      act: 'payments.excessAsCredit',
      target: 'statement_line',
      targetId: id,
      after: { orderId, creditId: credit.id, amount: amount.amount, currency: amount.currency },
    });
    // Who gave no address is told the code by whoever gives it.
    return ok({ credit, isMailed: Boolean(order?.contact.email) });
  });
}
