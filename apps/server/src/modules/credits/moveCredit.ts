import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Credit, type CreditRow, toCredit } from './credit.ts';
import { makeCreditCode, readCreditCode } from './creditCode.ts';
import { readRow } from './readCredits.ts';

export interface NewCredit {
  amount: Money;
  cause: Credit['cause'];
  causeId: string;
  /** Unique for ever: the same key is the same credit. */
  key: string;
  subjectId?: string | null | undefined;
  locationId?: string | undefined;
  /** The order that the money was paid for; its customer is told by it. */
  orderId?: string | undefined;
  expiresAt: Date;
}

/** Puts money behind a new code, in the caller's transaction. @throws AppError invalid_amount */
export async function issueCredit(tx: Ctx, input: NewCredit): Promise<Credit> {
  const { amount, currency } = input.amount;
  if (amount <= 0) throw new AppError('invalid_amount', { detail: 'A credit is more than nothing.' });
  const now = tx.clock.now();
  const { rows } = await sql<CreditRow>`
    with credit as (
      insert into credits.credit (id, code, currency, issued, balance, cause, cause_id, subject_id, location_id, created_at, expires_at)
      select ${tx.newId()}, ${makeCreditCode()}, ${currency}, ${amount}::bigint, ${amount}::bigint, ${input.cause}, ${input.causeId},
        ${input.subjectId ?? null}, ${input.locationId ?? null}, ${now}, ${input.expiresAt}
      where not exists (select 1 from credits.entry where key = ${input.key})
      returning *
    ), entry as (
      insert into credits.entry (id, credit_id, kind, delta, balance, key, location_id, actor, at)
      select ${tx.newId()}, credit.id, 'issue', credit.issued, credit.balance, ${input.key}, credit.location_id, ${actorKey(tx.actor)}, ${now} from credit
    )
    select * from credit`.execute(tx.db);
  const row = rows[0];
  if (!row)
    return toCredit(await readRow(tx, sql`id = (select credit_id from credits.entry where key = ${input.key})`));
  const credit = toCredit(row);
  await emit(tx, creditEvent('issued', credit, amount, input.orderId));
  return credit;
}

export interface Spending {
  code: string;
  amount: Money;
  key: string;
  orderId: string;
  locationId?: string | undefined;
}

/**
 * Takes money from a credit, in the caller's transaction, in one statement that can refuse: of two tills that spend the
 * same code at once, together they never get more than it holds.
 */
export async function spendCredit(
  tx: Ctx,
  input: Spending,
): Promise<Result<Credit, 'credit_invalid' | 'credit_insufficient'>> {
  const code = readCreditCode(input.code);
  const now = tx.clock.now();
  const { rows } = await sql<CreditRow>`
    with credit as (
      update credits.credit set balance = balance - ${input.amount.amount}::bigint, version = version + 1
      where code = ${code ?? ''} and currency = ${input.amount.currency} and expires_at > ${now}
        and balance >= ${input.amount.amount}::bigint and ${input.amount.amount}::bigint > 0
      returning *
    ), entry as (
      insert into credits.entry (id, credit_id, kind, delta, balance, key, order_id, location_id, actor, at)
      select ${tx.newId()}, credit.id, 'spend', -${input.amount.amount}::bigint, credit.balance, ${input.key}, ${input.orderId},
        ${input.locationId ?? null}, ${actorKey(tx.actor)}, ${now} from credit
    )
    select * from credit`.execute(tx.db);
  if (rows[0]) {
    const credit = toCredit(rows[0]);
    await emit(tx, creditEvent('spent', credit, input.amount.amount, input.orderId));
    return ok(credit);
  }
  const found = code ? await findRow(tx, code) : undefined;
  if (!found || found.currency !== input.amount.currency || found.expires_at.getTime() <= now.getTime()) {
    return refuse('credit_invalid', {
      detail: 'There is no store credit under this code, or its time is over. Nothing was charged.',
      expiredAt: found?.expires_at.toISOString() ?? null,
    });
  }
  return refuse('credit_insufficient', {
    detail: 'There is less on this store credit. Nothing was charged; take the rest otherwise.',
    balance: { amount: found.balance, currency: found.currency },
  });
}

async function findRow(tx: Ctx, code: string): Promise<CreditRow | undefined> {
  return (await sql<CreditRow>`select * from credits.credit where code = ${code}`.execute(tx.db)).rows[0];
}

/** Who gets money back on a credit whose time is nearly over has at least this long to spend it. */
const daysAtLeast = 180;

/** Puts back what was paid with a credit; the same key puts it back once. @throws AppError not_found */
export async function giveBackCredit(
  ctx: Ctx,
  input: { creditId: string; amount: Money; key: string },
): Promise<Credit> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const atLeast = new Date(now.getTime() + daysAtLeast * 86_400_000);
    await sql`select id from credits.credit where id = ${input.creditId} for update`.execute(tx.db);
    const { rows } = await sql<CreditRow>`
      with credit as (
        update credits.credit set balance = balance + ${input.amount.amount}::bigint, version = version + 1,
          expires_at = greatest(expires_at, ${atLeast}::timestamptz)
        where id = ${input.creditId} and not exists (select 1 from credits.entry where key = ${input.key})
        returning *
      ), entry as (
        insert into credits.entry (id, credit_id, kind, delta, balance, key, actor, at)
        select ${tx.newId()}, credit.id, 'give_back', ${input.amount.amount}::bigint, credit.balance, ${input.key}, ${actorKey(tx.actor)}, ${now} from credit
      )
      select * from credit`.execute(tx.db);
    if (!rows[0]) return toCredit(await readRow(tx, sql`id = ${input.creditId}`));
    const credit = toCredit(rows[0]);
    await emit(tx, creditEvent('given_back', credit, input.amount.amount));
    return credit;
  });
}

function creditEvent(happened: 'issued' | 'spent' | 'given_back', it: Credit, amount: number, orderId?: string) {
  return {
    type: `credits.credit.${happened}` as const,
    subjectId: it.subjectId ?? undefined,
    aggregate: 'credit',
    aggregateId: it.id,
    aggregateVersion: it.version,
    data: {
      creditId: it.id,
      amount,
      balance: it.balance.amount,
      currency: it.balance.currency,
      cause: it.cause,
      causeId: it.causeId,
      orderId: orderId ?? null,
    },
  };
}
