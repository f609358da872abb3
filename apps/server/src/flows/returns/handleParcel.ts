import { audit } from '../../kernel/audit.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result } from '../../kernel/result.ts';
import {
  acceptedAlready,
  answerComplaint,
  closeReturn,
  findByCode,
  getReturn,
  type Inspected,
  lockReturn,
  markInspected,
  markReceived,
  markSettled,
  type Return,
  readPolicy,
  valueReturn,
} from '../../modules/returns/index.ts';
import { boughtGoods } from './boughtGoods.ts';
import { type PayoutWay, payOut } from './payOut.ts';
import { putAway } from './putAway.ts';
import { readSale } from './readSale.ts';
import { checkDeductions, finish, type TakenReturn, unless } from './takeReturn.ts';

interface Step {
  returnId: string;
  /** Of the return as it was shown. */
  version?: number | undefined;
}

/** A parcel with announced goods is here, in whatever place it was sent to. */
export async function receiveParcel(ctx: Ctx, input: Step & { locationId: string }): Promise<Result<Return>> {
  if (!mayActAt(ctx.actor, input.locationId))
    throw new AppError('wrong_location', { detail: 'Goods come in where you work.' });
  return once({ ...ctx, locationId: input.locationId }, 'returns.receive', (tx) =>
    markReceived(tx, { id: input.returnId, version: input.version, locationId: input.locationId }),
  );
}

/**
 * A parcel is scanned: what was announced is here from this moment on, wherever it was meant to go. Scanned again, it is
 * only shown.
 *
 * @throws AppError not_found
 */
export async function scanParcel(
  ctx: Ctx,
  input: { code: string; locationId: string },
): Promise<Result<{ return: Return; isNew: boolean }>> {
  if (!mayActAt(ctx.actor, input.locationId))
    throw new AppError('wrong_location', { detail: 'Goods come in where you work.' });
  const it = await findByCode(ctx, input.code);
  if (!it) throw new AppError('not_found', { detail: 'No return has this number.' });
  if (it.state !== 'announced' || it.way !== 'post') return ok({ return: it, isNew: false });
  const received = await receiveParcel(ctx, { returnId: it.id, locationId: input.locationId });
  if (received.ok) return ok({ return: received.value, isNew: true });
  // A colleague scanned it this very moment.
  return ok({ return: await getReturn(ctx, it.id), isNew: false });
}

/** Every piece is looked at and put where it belongs; the money follows in its own step. */
export async function inspectParcel(
  ctx: Ctx,
  input: Step & { parts: readonly Inspected[] },
): Promise<Result<Return> | Refusal> {
  const it = await checkPlace(ctx, input.returnId);
  const parts = input.parts.map((part) => ({
    ...part,
    rule: it.lines.find((line) => line.id === part.lineId)?.rule ?? 'shop_policy',
  }));
  const tooMuch = checkDeductions(await readPolicy(ctx), parts);
  if (tooMuch) return tooMuch;
  return once(ctx, 'returns.inspect', async (tx) => {
    const inspected = await markInspected(tx, { id: input.returnId, version: input.version, parts: input.parts });
    if (!inspected.ok) return inspected;
    await putAway(tx, inspected.value);
    return inspected;
  });
}

/** The money goes back, as far as the pieces that came are worth. */
export async function settleParcel(ctx: Ctx, input: Step & { payout: PayoutWay }): Promise<Result<TakenReturn>> {
  const it = await checkPlace(ctx, input.returnId);
  const sale = await readSale(ctx, it.orderId);
  const done = await once(ctx, 'returns.settle', async (tx) => {
    const now = await lockReturn(tx, { id: it.id, version: input.version, to: 'settled' });
    if (!now.ok) throw new AppError(now.reason, now.details);
    const valued = await valueReturn(tx, now.value, boughtGoods(sale));
    const paid = await payOut(tx, {
      it: valued,
      amount: valued.total,
      way: input.payout,
      policy: sale.policy,
      locationId: valued.locationId ?? undefined,
    });
    unless(await markSettled(tx, { id: it.id, payouts: paid.payouts }));
    await audit(tx, {
      act: 'returns.settled',
      target: 'return',
      targetId: it.id,
      after: { total: valued.total.amount, payout: input.payout },
    });
    return { returnId: it.id, claims: paid.claims, credit: paid.credit ?? null };
  });
  return ok(await finish(ctx, done));
}

/** What the shop says to a complaint, with words for the customer, who is told at once. */
export async function answerByStaff(
  ctx: Ctx,
  input: Step & { answer: 'accepted' | 'refused'; text: string },
): Promise<Result<Return> | Refusal> {
  await checkPlace(ctx, input.returnId);
  return once(ctx, 'returns.answer', async (tx) => {
    const answered = await answerComplaint(tx, { ...input, id: input.returnId });
    if (answered.ok)
      await audit(tx, {
        act: `returns.complaint.${input.answer}`,
        target: 'return',
        targetId: input.returnId,
        reason: input.text,
      });
    return answered;
  });
}

/** Staff say no, with a reason; or the customer keeps the goods. */
export async function closeByStaff(
  ctx: Ctx,
  input: Step & { as: 'refused' | 'cancelled'; reason: string },
): Promise<Result<Return> | Refusal> {
  await checkPlace(ctx, input.returnId);
  return once(ctx, 'returns.close', async (tx) => {
    const now = await getReturn(tx, input.returnId);
    if (input.as === 'refused' && now.complaint && now.complaint.answer !== 'refused') return acceptedAlready();
    const closed = await closeReturn(tx, { ...input, id: input.returnId });
    if (closed.ok)
      await audit(tx, {
        act: `returns.${input.as}`,
        target: 'return',
        targetId: input.returnId,
        reason: input.reason,
      });
    return closed;
  });
}

/** What is expected at, or came in at, another location is its work; agents may act on all. */
async function checkPlace(ctx: Ctx, returnId: string): Promise<Return> {
  const it = await getReturn(ctx, returnId);
  const { actor } = ctx;
  if (it.locationId && !mayActAt(actor, it.locationId) && !(actor.kind === 'staff' && actor.role === 'agent'))
    throw new AppError('wrong_location', { detail: 'This return comes in at another location.' });
  return it;
}
