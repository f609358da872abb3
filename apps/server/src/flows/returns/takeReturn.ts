import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import type { Credit } from '../../modules/credits/index.ts';
import type { Claimed } from '../../modules/payments/index.ts';
import {
  announceReturn,
  answerDays,
  checkDeduction,
  type Deduction,
  getReturn,
  type Inspected,
  markInspected,
  markReceived,
  markSettled,
  type Return,
  type ReturnPolicy,
  type ReturnReason,
  type ReturnRule,
  refundDays,
  termAfter,
  valueReturn,
  whyNot,
} from '../../modules/returns/index.ts';
import { releaseReservations } from '../../modules/stock/index.ts';
import { performRefunds } from '../money/refundOrder.ts';
import { readBasket, type SaleOnTheSpot, takeFromShelf, writeSale } from '../selling/sellOnTheSpot.ts';
import { boughtGoods } from './boughtGoods.ts';
import { type PayoutWay, payOut } from './payOut.ts';
import { putAway } from './putAway.ts';
import { readSale, type Sale } from './readSale.ts';
import { atCounter } from './takesReturns.ts';

export type DeskLine = Omit<Inspected, 'lineId'> & {
  orderLineId: string;
  reason: ReturnReason;
  rule: ReturnRule;
};

export interface DeskReturn {
  orderId: string;
  /** Where the goods lie now; not where they were sold. */
  locationId: string;
  lines: readonly DeskLine[];
  payout: PayoutWay;
  note?: string | undefined;
}

export interface TakenReturn {
  return: Return;
  /** The code the customer takes along, where the money went onto one. */
  credit: Credit | undefined;
  /** Whether money is still on its way back with a provider. */
  refundPending: boolean;
}

/**
 * The customer stands at a counter with goods of any order, from any channel: claimed, looked at, put away here, and the
 * money set aside, in one transaction; then the provider is asked. Of two counters the first wins.
 */
export async function takeReturn(ctx: Ctx, input: DeskReturn): Promise<Result<TakenReturn> | Refusal> {
  const atStore = await atCounter(ctx, input.locationId);
  if (atStore instanceof Refusal) return atStore;
  const sale = await readSale(ctx, input.orderId);
  const impossible = checkLines(sale, input.lines) ?? checkDeductions(sale.policy, input.lines);
  if (impossible) return impossible;
  const done = await once(atStore, 'returns.take', async (tx) => {
    const valued = await bringIn(tx, sale, input);
    const paid = await payOut(tx, {
      it: valued,
      amount: valued.total,
      way: input.payout,
      policy: sale.policy,
      locationId: input.locationId,
    });
    unless(await markSettled(tx, { id: valued.id, payouts: paid.payouts }));
    await record(tx, valued, input);
    return { returnId: valued.id, claims: paid.claims, credit: paid.credit ?? null };
  });
  return ok(await finish(ctx, done));
}

export interface DeskExchange extends DeskReturn {
  /** What the customer takes instead. */
  goods: { lines: { variantId: string; quantity: number }[] };
  /** The difference, where the new goods cost more. */
  payment?: SaleOnTheSpot['payment'];
  receiptTo?: string | undefined;
}

/**
 * Old goods in, new goods out, one difference. The new goods are taken from the shelf first, because that can be refused;
 * then both halves are written together, and what the old goods are worth pays for the new ones through a credit that is
 * issued and spent in the same transaction. A rest goes back as chosen.
 */
export async function exchangeGoods(ctx: Ctx, input: DeskExchange): Promise<Result<TakenReturn> | Refusal> {
  const atStore = await atCounter(ctx, input.locationId);
  if (atStore instanceof Refusal) return atStore;
  const sale = await readSale(ctx, input.orderId);
  const impossible = checkLines(sale, input.lines) ?? checkDeductions(sale.policy, input.lines);
  if (impossible) return impossible;
  const basket = await readBasket(atStore, { locationId: input.locationId, goods: input.goods });
  if (basket instanceof Refusal) return basket;
  const buyer = { ...basket, subjectId: sale.order.subjectId ?? undefined };
  const taken = await takeFromShelf(atStore, input.locationId, buyer.lines);
  if (taken instanceof Refusal) return taken;
  const done = await once(atStore, 'returns.exchange', async (tx) => {
    const valued = await bringIn(tx, sale, input);
    const paidOut = { payouts: [] as Parameters<typeof markSettled>[1]['payouts'][number][], claims: [] as Claimed[] };
    let restCredit: Credit | undefined;
    const sold = await writeSale(tx, input, buyer, taken, async (inside, total) => {
      if (total.currency !== valued.currency) throw new AppError('mixed_currencies');
      const covered = Math.min(total.amount, valued.total.amount);
      const money = (amount: number) => ({ amount, currency: total.currency });
      const common = { it: valued, policy: sale.policy, locationId: input.locationId };
      const through = await payOut(inside, { ...common, amount: money(covered), way: 'exchange' });
      const rest = await payOut(inside, {
        ...common,
        amount: money(valued.total.amount - covered),
        way: input.payout,
      });
      restCredit = rest.credit;
      paidOut.payouts = [...through.payouts, ...rest.payouts];
      paidOut.claims = rest.claims;
      return {
        ...(through.credit ? { storeCredit: { code: through.credit.code, amount: money(covered) } } : {}),
        payment: input.payment,
      };
    });
    if (sold instanceof Refusal) throw new AppError(sold.reason, sold.details);
    unless(await markSettled(tx, { id: valued.id, payouts: paidOut.payouts, exchangeOrderId: sold }));
    await record(tx, valued, input);
    return { returnId: valued.id, claims: paidOut.claims, credit: restCredit ?? null };
  }).catch(async (error: unknown) => {
    // Nothing was exchanged: what was taken from the shelf is free again at once.
    if (taken) await inTransaction(atStore, (tx) => releaseReservations(tx, [taken], 'superseded'));
    throw error;
  });
  return ok(await finish(ctx, done));
}

/** Claim, receive, inspect, put away, value: the half that a return and an exchange share. */
async function bringIn(tx: Ctx, sale: Sale, input: DeskReturn): Promise<Return> {
  const announced = await announceReturn(tx, {
    way: 'desk',
    ...factsOf(sale),
    locationId: input.locationId,
    note: input.note,
    ...clocks(tx, sale, input.lines),
    lines: input.lines.map((line) => ({ ...line, ...goodsOf(sale, line.orderLineId) })),
  });
  unless(await markReceived(tx, { id: announced.id, locationId: input.locationId }));
  const parts = announced.lines.map((line, index) => ({ ...(input.lines[index] as DeskLine), lineId: line.id }));
  const inspected = unless(await markInspected(tx, { id: announced.id, parts }));
  await putAway(tx, inspected);
  return valueReturn(tx, inspected, boughtGoods(sale));
}

export const factsOf = ({ order }: Sale) => ({
  orderId: order.id,
  orderNumber: order.number,
  subjectId: order.subjectId,
  language: order.language,
  currency: order.currency,
});

export function goodsOf(sale: Sale, orderLineId: string) {
  const found = sale.lines.find((one) => one.line.id === orderLineId);
  if (!found) throw new AppError('not_found', { detail: 'A line is not of this order. Nothing was taken back.' });
  const { variantId, quantity, gross } = found.line;
  return { variantId, bought: quantity, gross: gross.amount };
}

/** By when the money, or an answer, is owed: days of the retailer's calendar. */
export function clocks(ctx: Ctx, sale: Sale, lines: readonly { rule: ReturnRule }[]) {
  const now = ctx.clock.now();
  const has = (rule: ReturnRule) => lines.some((line) => line.rule === rule);
  return {
    refundDueAt: has('withdrawal') ? termAfter(sale.zone, now, refundDays) : undefined,
    answerDueAt: has('complaint') ? termAfter(sale.zone, now, answerDays) : undefined,
  };
}

function checkLines(sale: Sale, lines: readonly DeskLine[]): Refusal | undefined {
  const faults = lines.flatMap((line) => {
    const found = sale.lines.find((one) => one.line.id === line.orderLineId);
    if (!found) throw new AppError('not_found', { detail: 'A line is not of this order. Nothing was taken back.' });
    if (!found.hadAt) return [{ orderLineId: line.orderLineId, why: 'not_had_yet' }];
    const why = whyNot(found.rules, line.rule, line.condition);
    return why ? [{ orderLineId: line.orderLineId, why }] : [];
  });
  if (faults.length === 0) return undefined;
  return refuse('not_returnable', {
    detail:
      'The rule that was chosen does not cover this. Nothing was taken back; choose another rule, or send it back.',
    lines: faults,
  });
}

/** Less than was paid is given back for worn goods only, and never less than the policy says. */
export function checkDeductions(
  policy: ReturnPolicy,
  lines: readonly { rule: ReturnRule; deduction?: Deduction | undefined }[],
): Refusal | undefined {
  const why = lines.map((line) => checkDeduction(line.rule, line.deduction, policy)).find((one) => one !== undefined);
  if (!why) return undefined;
  return refuse('deduction_not_allowed', {
    detail:
      why === 'above_limit'
        ? `At most ${policy.deductionPercent} % is taken off worn goods. Nothing was changed.`
        : 'From a complaint nothing is taken off. Nothing was changed.',
    why,
    limitPercent: policy.deductionPercent,
  });
}

async function record(tx: Ctx, it: Return, input: DeskReturn): Promise<void> {
  await audit(tx, {
    act: 'returns.taken',
    target: 'return',
    targetId: it.id,
    reason: input.note,
    after: {
      orderId: it.orderId,
      total: it.total.amount,
      payout: input.payout,
      lines: input.lines.map(({ orderLineId, quantity, rule, outcome, deduction }) => ({
        orderLineId,
        quantity,
        rule,
        outcome,
        deductionPercent: deduction?.percent ?? 0,
        deductionReason: deduction?.reason ?? null,
      })),
    },
  });
}

/** After the transaction: the providers are asked, and the return is read back. */
export async function finish(
  ctx: Ctx,
  done: { returnId: string; claims: Claimed[]; credit: Credit | null },
): Promise<TakenReturn> {
  const refunds = await performRefunds(ctx, done.claims);
  return {
    return: await getReturn(ctx, done.returnId),
    credit: done.credit ?? undefined,
    refundPending: refunds.some(({ movement }) => movement.state !== 'done'),
  };
}

/** Throws what is refused in here, so that nothing of it stays. */
export function unless<T>(result: Result<T>): T {
  if (result instanceof Refusal) throw new AppError(result.reason, result.details);
  return result.value;
}
