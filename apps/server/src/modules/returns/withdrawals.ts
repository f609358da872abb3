import { type Selectable, sql } from 'kysely';
import { actorKey, type Ctx, type Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type CancelledPieces, tables, type WithdrawalRow } from './tables.ts';

export interface Declaration {
  /** pii */
  name: string;
  /** The number of the order, or whatever the customer calls it. */
  contract: string;
  /** pii: where the acknowledgement goes. */
  email: string;
  /** What it concerns, where it is not all of it. */
  goods?: string | undefined;
  language: Language;
  orderId?: string | undefined;
  returnId?: string | undefined;
  /** What was taken off the order for it. */
  cancelled: readonly CancelledPieces[];
  /** Not all of it could be done at once. */
  needsPerson: boolean;
  subjectId?: string | undefined;
}

export interface Withdrawal {
  id: string;
  number: string;
  version: number;
  declaredAt: string;
  name: string;
  contract: string;
  email: string;
  goods: string | null;
  language: Language;
  channel: string;
  recordedBy: string;
  orderId: string | null;
  returnId: string | null;
  cancelled: CancelledPieces[];
  state: WithdrawalRow['state'];
  closeReason: string | null;
}

const toWithdrawal = (row: Selectable<WithdrawalRow>): Withdrawal => ({
  id: row.id,
  number: row.number,
  version: row.version,
  declaredAt: row.declared_at.toISOString(),
  name: row.name,
  contract: row.contract,
  email: row.email,
  goods: row.goods,
  language: row.language,
  channel: row.channel,
  recordedBy: row.recorded_by,
  orderId: row.order_id,
  returnId: row.return_id,
  cancelled: row.cancelled,
  state: row.state,
  closeReason: row.close_reason,
});

/**
 * Keeps a declaration of withdrawal as it was sent, in the caller's transaction. It holds from the moment it was sent, so
 * it is kept whatever it can be matched with; one that fits no order waits for a person.
 */
export async function recordWithdrawal(tx: Ctx, input: Declaration): Promise<Withdrawal> {
  const row = await tables(tx)
    .insertInto('returns.withdrawal')
    .values({
      id: tx.newId(),
      declared_at: tx.clock.now(),
      name: input.name,
      contract: input.contract,
      email: input.email,
      goods: input.goods ?? null,
      language: input.language,
      channel: tx.channel,
      recorded_by: actorKey(tx.actor),
      order_id: input.orderId ?? null,
      return_id: input.returnId ?? null,
      cancelled: JSON.stringify(input.cancelled),
      // Not all of it came about by itself (no such order, too late, only words): a person looks.
      state: input.needsPerson ? 'open' : 'matched',
      close_reason: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const withdrawal = toWithdrawal(row);
  await emit(tx, withdrawalEvent('declared', withdrawal, input.subjectId));
  return withdrawal;
}

function withdrawalEvent(happened: 'declared' | 'matched' | 'closed', it: Withdrawal, subjectId?: string) {
  return {
    type: `returns.withdrawal.${happened}` as const,
    subjectId,
    aggregate: 'withdrawal',
    aggregateId: it.id,
    aggregateVersion: it.version,
    data: {
      withdrawalId: it.id,
      number: it.number,
      orderId: it.orderId,
      returnId: it.returnId,
      cancelled: it.cancelled,
    },
  };
}

/** A person found what it is about, or that it is about nothing. */
export async function answerWithdrawal(
  ctx: Ctx,
  input: {
    id: string;
    orderId?: string | undefined;
    returnId?: string | undefined;
    cancelled?: readonly CancelledPieces[] | undefined;
    closeReason?: string | undefined;
  },
): Promise<Result<Withdrawal, 'illegal_transition'>> {
  return inTransaction(ctx, async (tx) => {
    const state = input.orderId ? 'matched' : 'closed';
    const row = await tables(tx)
      .updateTable('returns.withdrawal')
      .set({
        state,
        order_id: sql`coalesce(${input.orderId ?? null}::uuid, order_id)`,
        // A part may have been announced or cancelled when it was declared.
        return_id: sql`coalesce(${input.returnId ?? null}::uuid, return_id)`,
        cancelled: sql`cancelled || ${JSON.stringify(input.cancelled ?? [])}::jsonb`,
        close_reason: input.closeReason ?? null,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', input.id)
      .where('state', '=', 'open')
      .returningAll()
      .executeTakeFirst();
    if (!row) {
      const was = await getWithdrawal(tx, input.id);
      return refuse('illegal_transition', {
        detail: `This declaration is ${was.state} already. Nothing was changed.`,
        state: was.state,
        legal: [],
      });
    }
    const withdrawal = toWithdrawal(row);
    await emit(tx, withdrawalEvent(state, withdrawal));
    return ok(withdrawal);
  });
}

/** @throws AppError not_found */
export async function getWithdrawal(ctx: Ctx, id: string): Promise<Withdrawal> {
  const row = await tables(ctx).selectFrom('returns.withdrawal').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'There is no such declaration.' });
  return toWithdrawal(row);
}

/** Newest first; those that wait for a person, or all. */
export async function listWithdrawals(
  ctx: Ctx,
  filter: { state?: WithdrawalRow['state'] | undefined; limit: number },
): Promise<Withdrawal[]> {
  let rows = tables(ctx).selectFrom('returns.withdrawal').selectAll();
  if (filter.state) rows = rows.where('state', '=', filter.state);
  return (await rows.orderBy('declared_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute()).map(
    toWithdrawal,
  );
}

/** Declarations that concern orders, oldest first. */
export async function withdrawalsOfOrders(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, Withdrawal[]>> {
  const found = new Map<string, Withdrawal[]>();
  if (orderIds.length === 0) return found;
  const rows = await tables(ctx)
    .selectFrom('returns.withdrawal')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('declared_at')
    .execute();
  for (const row of rows)
    if (row.order_id) found.set(row.order_id, [...(found.get(row.order_id) ?? []), toWithdrawal(row)]);
  return found;
}
