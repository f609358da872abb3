import { audit } from '../../kernel/audit.ts';
import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { findOrders, getOrder } from '../../modules/orders/index.ts';
import {
  getStatementLine,
  keepStatementLine,
  markStatementLine,
  type Payment,
  partsOfTransfer,
  paymentsOf,
  type StatementLine,
} from '../../modules/payments/index.ts';
import { settlePayment } from '../selling/finishPayment.ts';
import { type Awaited, judgeTransfer, orderNumbersIn, type TransferVerdict } from './matchTransfer.ts';

export interface TransferLine {
  externalId: string;
  bookedOn: string;
  amount: Money;
  title: string;
  payer?: string | undefined;
  payerAccount?: string | undefined;
}

/**
 * Takes lines of a bank statement: each is kept first, then matched to the order its title names. What is exactly what is
 * awaited pays the order; everything else waits for a person. Imported again, in whole or in part, it changes nothing; a
 * crash in between is made up for by the next import.
 *
 * @throws AppError invalid_amount
 */
export async function importTransfers(ctx: Ctx, lines: readonly TransferLine[]): Promise<StatementLine[]> {
  if (lines.some((line) => line.amount.amount <= 0))
    throw new AppError('invalid_amount', { detail: 'Only money that came in is imported. Nothing was imported.' });
  const imported: StatementLine[] = [];
  for (const line of lines) {
    const kept = await keepStatementLine(ctx, line);
    imported.push(kept.state === 'new' ? await match(ctx, kept) : kept);
  }
  return imported;
}

async function match(ctx: Ctx, line: StatementLine): Promise<StatementLine> {
  const payment = await namedPayment(ctx, line.title);
  const parts = payment ? await partsOfTransfer(ctx, payment.orderId) : [];
  const verdict = judgeTransfer(line.amount, payment && awaitedOf(payment, parts, line));
  if (payment && (verdict === 'matched' || verdict === 'late')) await take(ctx, payment, line);
  for (const part of verdict === 'matched' ? parts : [])
    await markStatementLine(ctx, { id: part.id, from: ['less'], to: 'matched' });
  const marked = await markStatementLine(ctx, { id: line.id, from: ['new'], to: verdict, orderId: payment?.orderId });
  return marked ?? getStatementLine(ctx, line.id);
}

function awaitedOf(payment: Payment, parts: readonly StatementLine[], line: StatementLine): Awaited {
  // Its own money was taken before a crash, and only the line was not marked.
  const isOwn = payment.providerRef === line.externalId;
  return {
    state: isOwn ? 'pending' : payment.state === 'pending' || payment.state === 'failed' ? payment.state : 'other',
    amount: payment.amount.amount,
    currency: payment.amount.currency,
    already: parts.reduce((sum, part) => sum + part.amount.amount, 0),
  };
}

async function namedPayment(ctx: Ctx, title: string): Promise<Payment | undefined> {
  const numbers = orderNumbersIn(title);
  // Two numbers are a question for a person.
  if (numbers.length !== 1) return undefined;
  const system = asSystem(ctx, 'payments');
  const [order] = (await findOrders(system, { number: numbers[0], limit: 1 })).items;
  if (!order) return undefined;
  return (await paymentsOf(system, [order.id])).get(order.id)?.findLast((one) => one.provider === 'bank_transfer');
}

async function take(ctx: Ctx, payment: Payment, line: StatementLine): Promise<void> {
  const system = asSystem(ctx, 'payments');
  const order = await getOrder(system, payment.orderId);
  await settlePayment({ ...system, channel: order.channel }, payment, {
    result: 'approved',
    providerRef: line.externalId,
  });
}

const undecided = ['less', 'more', 'unknown', 'not_awaited'] as const satisfies readonly TransferVerdict[];

/**
 * A person decides about money that did not fit: `accept` pays the order that is named with it, and what is more waits to
 * be sent back; `sent_back` says that it went back from the bank's own screen. What is less than awaited is never taken for the whole.
 *
 * @throws AppError not_found
 */
export async function decideTransfer(
  ctx: Ctx,
  input: { id: string; decision: 'accept' | 'sent_back'; orderNumber?: string | undefined; reason: string },
): Promise<Result<StatementLine>> {
  const line = await getStatementLine(ctx, input.id);
  const payment = input.decision === 'accept' ? await namedPayment(ctx, input.orderNumber ?? line.title) : undefined;
  if (!undecided.some((state) => state === line.state)) {
    return refuse('illegal_transition', {
      detail: `This line is ${line.state} already.`,
      state: line.state,
      legal: [],
    });
  }
  if (input.decision === 'accept') {
    const isEnough =
      payment?.state === 'pending' &&
      payment.amount.currency === line.amount.currency &&
      line.amount.amount >= payment.amount.amount;
    if (!payment || !isEnough) {
      return refuse('payment_incomplete', {
        detail: 'No order waits for a transfer of this much under that number. Nothing was changed.',
        awaited: payment?.state === 'pending' ? payment.amount : null,
      });
    }
    await take(ctx, payment, line);
  }
  return inTransaction(ctx, async (tx) => {
    const to = input.decision === 'accept' ? 'accepted' : 'sent_back';
    const decided = await markStatementLine(tx, {
      id: line.id,
      from: undecided,
      to,
      // What is more than the order costs is not ours: it waits to be sent back.
      excess: payment && line.amount.amount - payment.amount.amount,
      orderId: payment?.orderId,
      reason: input.reason,
    });
    if (!decided) return refuse('version_conflict', { detail: 'A colleague decided on it meanwhile; look again.' });
    await audit(tx, {
      act: `payments.transfer.${to}`,
      target: 'statement_line',
      targetId: line.id,
      after: { orderId: payment?.orderId ?? null, amount: line.amount.amount },
      reason: input.reason,
    });
    return ok(decided);
  });
}
