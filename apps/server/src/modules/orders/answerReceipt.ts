import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { raiseVersion } from './readOrders.ts';
import type { Receipt } from './readReceipt.ts';
import { recordChange } from './recordChange.ts';

/**
 * Writes down what was answered, once, in the transaction that locked the receipt. Denied, the address leaves the order as
 * well, so that no mail about it goes there any more.
 */
export async function answerReceipt(
  tx: Ctx,
  receipt: Receipt,
  answer: 'kept' | 'kept_elsewhere' | 'denied',
): Promise<void> {
  const { rows } = await sql`update orders.receipt
    set state = ${answer}, answered_at = ${tx.clock.now()}, email = case when ${answer} = 'denied' then null else email end
    where order_id = ${receipt.orderId} and state = 'open' returning order_id`.execute(tx.db);
  if (rows.length === 0) throw new AppError('internal', { detail: 'a receipt that was answered before' });
  if (answer === 'denied')
    await sql`update orders.order set contact = contact - 'email'
      where id = ${receipt.orderId} and contact->>'email' = ${receipt.email}`.execute(tx.db);
  await recordChange(tx, { orderId: receipt.orderId, kind: `receipt_${answer}` });
  const order = await raiseVersion(tx, receipt.orderId);
  await emit(tx, {
    type: answer === 'denied' ? 'orders.receipt.denied' : 'orders.receipt.kept',
    subjectId: order.subjectId ?? undefined,
    aggregate: 'order',
    aggregateId: order.id,
    aggregateVersion: order.version,
    locationId: order.contractMadeAt.locationId ?? undefined,
    data: {
      orderId: order.id,
      number: order.number,
      ...(answer === 'denied' ? {} : { withBuyer: answer === 'kept' }),
    },
  });
}
