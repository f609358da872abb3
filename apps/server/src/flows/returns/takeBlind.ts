import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { type Credit, getCredits, issueCredit } from '../../modules/credits/index.ts';
import { lowestBetween, priceHistory, quotePrices } from '../../modules/pricing/index.ts';
import {
  type BlindLine,
  type BlindReturn,
  getBlindReturn,
  type ReturnPolicy,
  readPolicy,
  recordBlindReturn,
} from '../../modules/returns/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { creditEnds } from './payOut.ts';
import { putBack } from './putAway.ts';
import { atCounter } from './takesReturns.ts';

export interface BlindWorth {
  variantId: string;
  /** The most a piece is worth. */
  cap: Money;
  taxRateBp: number;
}

/**
 * What goods without a sale are worth at most: the lowest price of the last days of the policy, today's among them, so
 * that nobody buys cheap and brings it back dear. Goods that have no price now are not in the list.
 */
export async function blindWorth(
  ctx: Ctx,
  variantIds: readonly string[],
  policy: Pick<ReturnPolicy, 'blindDays'>,
): Promise<BlindWorth[]> {
  const market = await getHomeMarket(ctx);
  const quotes = await quotePrices(ctx, market.code, variantIds);
  const to = ctx.clock.now();
  const from = new Date(to.getTime() - policy.blindDays * 86_400_000);
  const worths: BlindWorth[] = [];
  for (const quote of quotes.values()) {
    const { applied } = await priceHistory(ctx, quote.variantId, market.code);
    const lowest = lowestBetween(applied, from, to)?.unit ?? quote.unit.amount;
    const amount = Math.min(lowest, quote.unit.amount);
    worths.push({
      variantId: quote.variantId,
      cap: { amount, currency: quote.unit.currency },
      taxRateBp: quote.taxRateBp,
    });
  }
  return worths;
}

export interface BlindGoods {
  locationId: string;
  contact: BlindReturn['contact'];
  lines: readonly (Omit<BlindLine, 'cap' | 'unit' | 'taxRateBp'> & {
    /** Minor units for a piece, where worn goods are worth less than the cap. */
    unit?: number | undefined;
  })[];
  note?: string | undefined;
}

export interface TakenBlind {
  return: BlindReturn;
  credit: Credit;
}

/**
 * Goods for which no sale is found: only where the policy allows it, only against a store credit code, for somebody who
 * says how to be reached, and for at most what such goods cost lately. They are put away where they came in.
 */
export async function takeBlind(ctx: Ctx, input: BlindGoods): Promise<Result<TakenBlind> | Refusal> {
  const atStore = await atCounter(ctx, input.locationId);
  if (atStore instanceof Refusal) return atStore;
  const policy = await readPolicy(ctx);
  if (!policy.blindReturns)
    return refuse('blind_return_not_offered', {
      detail: 'Without a sale nothing is taken back here. Look for the sale by card and day, phone, e-mail or goods.',
    });
  if (!input.contact.email && !input.contact.phone)
    throw new AppError('invalid_request', { detail: 'Ask for a phone number or an e-mail. Nothing was taken back.' });
  const worths = new Map(
    (
      await blindWorth(
        ctx,
        input.lines.map((line) => line.variantId),
        policy,
      )
    ).map((one) => [one.variantId, one]),
  );
  const lines: BlindLine[] = [];
  for (const { unit, ...line } of input.lines) {
    const worth = worths.get(line.variantId);
    if (!worth)
      return refuse('price_missing', { detail: 'This is not sold here now, so nobody knows what it is worth.' });
    if (unit !== undefined && unit > worth.cap.amount)
      return refuse('payout_not_offered', {
        detail: 'That is more than it cost lately. Nothing was taken back.',
        variantId: line.variantId,
        cap: worth.cap,
      });
    lines.push({ ...line, cap: worth.cap.amount, unit: unit ?? worth.cap.amount, taxRateBp: worth.taxRateBp });
  }
  const currency = [...worths.values()][0]?.cap.currency ?? '';
  const amount = lines.reduce((sum, line) => sum + line.unit * line.quantity, 0);
  const done = await once(atStore, 'returns.take_blind', async (tx) => {
    const id = tx.newId();
    await putBack(tx, id, input.locationId, lines);
    const credit = await issueCredit(tx, {
      amount: { amount, currency },
      cause: 'return',
      causeId: id,
      key: `blind:${id}`,
      locationId: input.locationId,
      expiresAt: creditEnds(tx.clock.now(), policy.creditMonths),
    });
    const it = await recordBlindReturn(tx, { ...input, id, currency, creditId: credit.id, lines });
    await audit(tx, {
      act: 'returns.taken_blind',
      target: 'blind_return',
      targetId: it.id,
      reason: input.note,
      after: {
        number: it.number,
        total: it.total.amount,
        lines: lines.map(({ variantId, quantity, condition, outcome, cap, unit }) => ({
          variantId,
          quantity,
          condition,
          outcome,
          cap,
          unit,
        })),
      },
    });
    return { id: it.id };
  });
  return ok(await readBlind(ctx, done.id));
}

export async function readBlind(ctx: Ctx, id: string): Promise<TakenBlind> {
  const it = await getBlindReturn(ctx, id);
  const credit = (await getCredits(ctx, [it.creditId])).get(it.creditId);
  if (!credit) throw new AppError('internal', { detail: 'a blind return without its credit' });
  return { return: it, credit };
}
