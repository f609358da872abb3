import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { queueMail } from '../../modules/engagement/index.ts';
import { findOrders, getOrder, issueAccessToken } from '../../modules/orders/index.ts';
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
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';
import { postPlace } from './announceByPost.ts';
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
}

/**
 * The online withdrawal function (directive 2011/83, article 11a): the declaration is kept whole with its time, and its
 * acknowledgement leaves in the same transaction. What it can be matched with becomes a return at once; what fits no
 * order, or comes too late, is kept and acknowledged all the same and waits for a person. The answer never says whether an
 * order of that number exists.
 */
export async function withdraw(ctx: Ctx, parts: FlowParts, input: WithdrawalStatement): Promise<Result<Declared>> {
  const orderId = await findOrder(ctx, input);
  const sale = orderId ? await readSale(ctx, orderId) : undefined;
  const lines = sale ? linesToWithdraw(sale, input.lines) : [];
  try {
    return ok(await declare(ctx, parts, input, sale, lines));
  } catch (error) {
    // Somebody returned a piece of it this very moment: the declaration holds all the same, and a person looks.
    if (!(error instanceof AppError && error.code === 'already_returned')) throw error;
    return ok(await declare(ctx, parts, input, sale, []));
  }
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

function linesToWithdraw(sale: Sale, asked: WithdrawalStatement['lines']) {
  return sale.lines.flatMap((one) => {
    const wanted = asked ? (asked.find((line) => line.orderLineId === one.line.id)?.quantity ?? 0) : one.returnable;
    const quantity = Math.min(wanted, one.returnable);
    const applies = one.rules.some((rule) => rule.rule === 'withdrawal' && rule.applies);
    return quantity > 0 && applies
      ? [{ orderLineId: one.line.id, quantity, reason: 'changed_mind' as const, rule: 'withdrawal' as const }]
      : [];
  });
}

async function declare(
  ctx: Ctx,
  parts: FlowParts,
  input: WithdrawalStatement,
  sale: Sale | undefined,
  lines: ReturnType<typeof linesToWithdraw>,
): Promise<Declared> {
  const locationId = sale && lines.length > 0 ? await postPlace(ctx, sale) : undefined;
  const { zone } = await getRetailer(ctx);
  return once(ctx, 'returns.withdraw', async (tx): Promise<Declared> => {
    const announced =
      sale && lines.length > 0
        ? await announceReturn(tx, {
            way: 'post',
            ...factsOf(sale),
            locationId,
            ...clocks(tx, sale, lines),
            lines: lines.map((line) => ({ ...line, ...goodsOf(sale, line.orderLineId) })),
          })
        : undefined;
    const withdrawal = await recordWithdrawal(tx, {
      name: input.name,
      contract: sale?.order.number ?? input.contract,
      email: input.email,
      goods: input.goods,
      language: tx.language,
      orderId: sale?.order.id,
      returnId: announced?.id,
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
        url: announced
          ? shopAddress(
              parts,
              tx.language,
              `/returns/${announced.id}?token=${await issueAccessToken(tx, announced.orderId)}`,
            )
          : null,
      },
    });
    return { withdrawal, returnNumber: announced?.number ?? null, returnId: announced?.id ?? null };
  });
}

/**
 * A person found the order a declaration is about: what can still come back of it is announced, under the rules and with
 * the clock of the moment it was declared.
 */
export async function matchWithdrawal(
  ctx: Ctx,
  input: { id: string; orderId: string },
): Promise<Result<Withdrawal, 'illegal_transition'>> {
  const declaredAt = new Date((await getWithdrawal(ctx, input.id)).declaredAt);
  const sale = await readSale(ctx, input.orderId, declaredAt);
  const lines = linesToWithdraw(sale, undefined);
  const locationId = lines.length > 0 ? await postPlace(ctx, sale) : undefined;
  return once(ctx, 'returns.match_withdrawal', async (tx) => {
    const announced =
      lines.length > 0
        ? await announceReturn(tx, {
            way: 'post',
            ...factsOf(sale),
            locationId,
            refundDueAt: termAfter(sale.zone, declaredAt, refundDays),
            lines: lines.map((line) => ({ ...line, ...goodsOf(sale, line.orderLineId) })),
          })
        : undefined;
    const matched = await answerWithdrawal(tx, { id: input.id, orderId: input.orderId, returnId: announced?.id });
    // Thrown, so that nothing is announced for a declaration that was answered already.
    if (!matched.ok) throw new AppError(matched.reason, matched.details);
    return matched;
  });
}
