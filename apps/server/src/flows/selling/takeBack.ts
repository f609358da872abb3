import { audit } from '../../kernel/audit.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { type Fulfilment, getFulfilment, reverseFulfilment, undoHandOver } from '../../modules/fulfilment/index.ts';
import { getOrder, settleLines } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { reopenReservations } from '../../modules/stock/index.ts';

/** After this long the goods are gone, and what comes back is a return. */
const handOverMinutes = 30;

/**
 * Takes a mistaken step back, with a reason and a trail: "picking", "ready" and "not found" to the beginning; "handed
 * over" to "ready", for half an hour.
 */
export async function takeBack(
  ctx: Ctx,
  input: { fulfilmentId: string; version?: number | undefined; reason: string },
): Promise<Result<Fulfilment>> {
  const work = await getFulfilment(ctx, input.fulfilmentId);
  if (!mayActAt(ctx.actor, work.locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  // A second click must not take back a second step.
  if (input.version !== undefined && input.version !== work.version) {
    return refuse('version_conflict', {
      detail: 'It was changed meanwhile; look at it again. Nothing was taken back.',
      version: work.version,
      state: work.state,
    });
  }
  if (work.state === 'handed_over') return takeBackHandOver(ctx, work, input.reason);
  return reverseFulfilment(ctx, { id: work.id, reason: input.reason, version: work.version });
}

/**
 * In one transaction: the goods are in the books again and promised to the same person, the order is as far as it was
 * before, the credits of the hand-over are gone, the work is ready again. Only where the act was nothing but a hand-over:
 * money that was taken in it, or a contract that was made by it, goes back through a return.
 */
async function takeBackHandOver(ctx: Ctx, work: Fulfilment, reason: string): Promise<Result<Fulfilment>> {
  return once({ ...ctx, channel: 'store', locationId: work.locationId }, 'selling.takeBack', async (tx) => {
    const impossible = await whyNot(tx, work);
    if (impossible) return impossible;
    const { orderId } = work;
    if (!orderId) throw new AppError('internal', { detail: 'a pickup without an order' });
    // Stock, then work, then order: the order in which a hand-over takes them.
    if (work.reservationId)
      unless(await reopenReservations(tx, [work.reservationId], `hand-over taken back: ${reason}`));
    const place = work.place ?? 'counter';
    const back = unless(await undoHandOver(tx, { id: work.id, version: work.version, reason, place }));
    const order = await getOrder(tx, orderId);
    const lineIds = order.lines
      .filter(
        (line) => line.kind === 'goods' && line.state === 'fulfilled' && line.reservationId === work.reservationId,
      )
      .map((line) => line.id);
    unless(await settleLines(tx, { orderId, lineIds, to: 'open', reason }));
    await audit(tx, {
      act: 'fulfilment.handOverTakenBack',
      target: 'fulfilment',
      targetId: work.id,
      before: { doneBy: work.doneBy, doneAt: work.doneAt, orderId },
      reason,
    });
    return ok(back);
  });
}

async function whyNot(tx: Ctx, work: Fulfilment): Promise<Refusal | undefined> {
  const toReturns = (detail: string) =>
    refuse('needs_return', { detail: `${detail} Nothing was changed; use a return.` });
  if (work.kind !== 'pickup') return toReturns('The contract was made by this very hand-over.');
  const since = tx.clock.now().getTime() - Date.parse(work.doneAt ?? work.updatedAt);
  if (since > handOverMinutes * 60_000)
    return toReturns(`It was handed over more than ${handOverMinutes} minutes ago.`);
  const payments = work.orderId ? ((await paymentsOf(tx, [work.orderId])).get(work.orderId) ?? []) : [];
  // The key of the payment that handOver records.
  const taken = payments.find((payment) => payment.key === `handover:${work.id}`);
  return taken ? toReturns('Money was taken when it was handed over.') : undefined;
}

/** Throws what is refused in here, so that nothing of it stays. */
function unless<T>(result: Result<T>): T {
  if (result instanceof Refusal) throw new AppError(result.reason, result.details);
  return result.value;
}
