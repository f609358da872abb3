import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { queueMail } from '../../modules/engagement/index.ts';
import { findOrders, getOrder, issueAccessToken } from '../../modules/orders/index.ts';
import type { Claimed } from '../../modules/payments/index.ts';
import {
  announceReturn,
  answerWithdrawal,
  getWithdrawal,
  recordWithdrawal,
  refundDays,
  termAfter,
  type Withdrawal,
} from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import { describeGoods } from '../describe.ts';
import { performRefunds } from '../money/refundOrder.ts';
import { cancelParts } from '../orders/cancelParts.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';
import { postPlace } from './announceByPost.ts';
import { type AskedPieces, planWithdrawal, type WithdrawalPlan } from './planWithdrawal.ts';
import { readSale, type Sale } from './readSale.ts';
import { clocks, factsOf, goodsOf } from './takeReturn.ts';

export interface WithdrawalStatement {
  name: string;
  /** The number of the order, or whatever the customer calls it. */
  contract: string;
  email: string;
  /** In the customer's words, where it is not all of it. */
  goods?: string | undefined;
  /** Where the page knows the order: by its link, by the account, or by staff. */
  orderId?: string | undefined;
  token?: string | undefined;
  /** Pieces it concerns; everything unless said. */
  lines?: readonly { orderLineId: string; quantity: number }[] | undefined;
}

export interface Declared {
  withdrawal: Withdrawal;
  returnNumber: string | null;
  returnId: string | null;
  /** What goes back for goods that had not left the house. */
  refund: Money | null;
}

/** Somebody did something with the same goods this very moment: it is looked at anew. */
const overtaken = ['already_returned', 'version_conflict', 'reservation_not_held', 'illegal_transition'];

/**
 * The online withdrawal function (directive 2011/83, article 11a): the declaration is kept whole with its time, and its
 * acknowledgement leaves in the same transaction. What is with the customer becomes a return at once, what has not left
 * the house is taken off the order and paid back; what fits no order, or comes too late, is kept and acknowledged all the
 * same and waits for a person. The answer never says whether an order of that number exists.
 */
export async function withdraw(ctx: Ctx, parts: FlowParts, input: WithdrawalStatement): Promise<Result<Declared>> {
  const orderId = await findOrder(ctx, input);
  // Words alone do not say which pieces: nothing is cancelled on a guess.
  const isExact = input.lines !== undefined || !input.goods;
  const done = await whilePossible(async (isLast) => {
    const sale = orderId ? await readSale(ctx, orderId) : undefined;
    const mayCancel = isExact && !sale?.payments.some((payment) => payment.state === 'pending');
    const plan = sale && !isLast ? planWithdrawal(sale.lines, input.lines, mayCancel) : nothingPlanned;
    return declare(ctx, parts, input, sale, plan);
  });
  await performRefunds(ctx, done.refunds);
  const { refunds, ...declared } = done;
  return ok(declared);
}

const nothingPlanned: WithdrawalPlan = { back: [], cancel: [], needsPerson: true };

/** Thrice, each time as things are then; the last time only what can always be done. */
async function whilePossible<T>(act: (isLast: boolean) => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      return await act(false);
    } catch (error) {
      if (!(error instanceof AppError && overtaken.includes(error.code))) throw error;
    }
  }
  return act(true);
}

/** @throws AppError not_found, where the page said which order it is and it is not the caller's */
async function findOrder(ctx: Ctx, input: WithdrawalStatement): Promise<string | undefined> {
  if (input.orderId) return (await getOrder(ctx, input.orderId, input.token)).id;
  const number = /\d{5,10}/.exec(input.contract)?.[0];
  if (!number) return undefined;
  const system = asSystem(ctx, 'returns');
  const [found] = (await findOrders(system, { number, limit: 1 })).items;
  if (!found) return undefined;
  // The number alone is on every parcel label; with the e-mail of the order it is the customer's word.
  const order = await getOrder(system, found.id);
  const isTheirs = order.contact.email?.trim().toLowerCase() === input.email.trim().toLowerCase();
  return isTheirs ? order.id : undefined;
}

const asReturnLines = (sale: Sale, back: readonly AskedPieces[]) =>
  back.map(({ orderLineId, quantity }) => ({
    orderLineId,
    quantity,
    reason: 'changed_mind' as const,
    rule: 'withdrawal' as const,
    ...goodsOf(sale, orderLineId),
  }));

async function declare(
  ctx: Ctx,
  parts: FlowParts,
  input: WithdrawalStatement,
  sale: Sale | undefined,
  plan: WithdrawalPlan,
): Promise<Declared & { refunds: Claimed[] }> {
  const locationId = sale && plan.back.length > 0 ? await postPlace(ctx, sale) : undefined;
  const { zone } = await getRetailer(ctx);
  return once(ctx, 'returns.withdraw', async (tx) => {
    const lines = sale ? asReturnLines(sale, plan.back) : [];
    const announced =
      sale && lines.length > 0
        ? await announceReturn(tx, { way: 'post', ...factsOf(sale), locationId, ...clocks(tx, sale, lines), lines })
        : undefined;
    const cancelled = await cancelPieces(tx, parts, sale, plan.cancel);
    const withdrawal = await recordWithdrawal(tx, {
      name: input.name,
      contract: sale?.order.number ?? input.contract,
      email: input.email,
      goods: input.goods,
      language: tx.language,
      orderId: sale?.order.id,
      returnId: announced?.id,
      cancelled: plan.cancel,
      needsPerson: plan.needsPerson,
      subjectId: sale?.order.subjectId ?? undefined,
    });
    await queueMail(tx, {
      template: 'withdrawal_received',
      to: { email: input.email },
      language: tx.language,
      subjectId: sale?.order.subjectId ?? undefined,
      uniqueKey: `withdrawal:${withdrawal.id}`,
      data: {
        zone,
        number: withdrawal.number,
        declaredAt: withdrawal.declaredAt,
        name: input.name,
        contract: withdrawal.contract,
        email: input.email,
        goods: input.goods ?? null,
        returnNumber: announced?.number ?? null,
        cancelled: cancelled.goods,
        refund: cancelled.refund,
        needsPerson: plan.needsPerson,
        url: announced
          ? shopAddress(
              parts,
              tx.language,
              `/returns/${announced.id}?token=${await issueAccessToken(tx, announced.orderId)}`,
            )
          : null,
      },
    });
    return {
      withdrawal,
      returnNumber: announced?.number ?? null,
      returnId: announced?.id ?? null,
      refund: cancelled.refund,
      refunds: cancelled.refunds,
    };
  });
}

/** After the return, whose counters are locked first; stock, work, order and money follow in there. */
async function cancelPieces(tx: Ctx, parts: FlowParts, sale: Sale | undefined, pieces: readonly AskedPieces[]) {
  if (!sale || pieces.length === 0) return { goods: [], refund: null, refunds: [] as Claimed[] };
  const order = await getOrder(asSystem(tx, 'returns'), sale.order.id);
  const done = await cancelParts(tx, parts, {
    order,
    lines: pieces.map(({ orderLineId, quantity }) => ({ lineId: orderLineId, quantity })),
    why: 'withdrawn',
    reason: 'withdrawal from the contract',
  });
  const named = pieces.map(({ orderLineId, quantity }) => ({ ...goodsOf(sale, orderLineId), quantity }));
  return { goods: await describeGoods(tx, named, tx.language), refund: done.refund, refunds: done.refunds };
}

/**
 * A person found the order, or the pieces, a declaration is about: what can still come back is announced and what has not
 * left the house is cancelled, under the rules and with the clock of the moment it was declared.
 */
export async function matchWithdrawal(
  ctx: Ctx,
  parts: FlowParts,
  input: { id: string; orderId: string; lines?: readonly AskedPieces[] | undefined },
): Promise<Result<Withdrawal, 'illegal_transition'>> {
  const declaration = await getWithdrawal(ctx, input.id);
  const declaredAt = new Date(declaration.declaredAt);
  if (declaration.goods !== null && !input.lines)
    throw new AppError('invalid_request', {
      detail: 'The customer named only some of the goods: say which pieces are meant. Nothing was changed.',
    });
  const sale = await readSale(ctx, input.orderId, declaredAt);
  if (sale.payments.some((payment) => payment.state === 'pending'))
    throw new AppError('payment_pending', {
      detail: 'A payment for this order is being checked. Wait a minute and try again; nothing was changed.',
    });
  const plan = planWithdrawal(sale.lines, input.lines);
  const locationId = plan.back.length > 0 ? await postPlace(ctx, sale) : undefined;
  const done = await once(ctx, 'returns.match_withdrawal', async (tx) => {
    const announced =
      plan.back.length > 0
        ? await announceReturn(tx, {
            way: 'post',
            ...factsOf(sale),
            locationId,
            refundDueAt: termAfter(sale.zone, declaredAt, refundDays),
            lines: asReturnLines(sale, plan.back),
          })
        : undefined;
    const cancelled = await cancelPieces(tx, parts, sale, plan.cancel);
    const matched = await answerWithdrawal(tx, {
      id: input.id,
      orderId: input.orderId,
      returnId: announced?.id,
      cancelled: plan.cancel,
    });
    // Thrown, so that nothing is announced for a declaration that was answered already.
    if (!matched.ok) throw new AppError(matched.reason, matched.details);
    return { withdrawal: matched.value, refunds: cancelled.refunds };
  });
  await performRefunds(ctx, done.refunds);
  return ok(done.withdrawal);
}
