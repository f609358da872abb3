import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { customersOf } from '../customers/index.ts';
import { tables } from './tables.ts';
import type { ThreadRow } from './types.ts';

/** Held while a thread is opened or joined: a row that does not exist yet cannot be locked. */
export async function lockCustomerThreads(tx: Ctx, customerIds: readonly string[]): Promise<void> {
  for (const customerId of [...new Set(customerIds)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`conversations.thread:${customerId}`}, 0))`.execute(
      tx.db,
    );
  }
}

/** The thread of a customer, locked, or undefined. */
export async function lockThreadOfCustomer(tx: Ctx, customerId: string): Promise<ThreadRow | undefined> {
  return tables(tx)
    .selectFrom('conversations.thread')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('joined_into', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * The thread of the person behind a subject, locked, and opened if there is none. Two first messages on two servers open
 * one thread; one that comes while a sign-in joins two customers lands in the joined thread.
 */
export async function lockThreadOfSubject(tx: Ctx, subjectId: string): Promise<ThreadRow> {
  for (let round = 0; round < 5; round += 1) {
    const customerId = await customerOf(tx, subjectId);
    const found = await lockThreadOfCustomer(tx, customerId);
    if (found) return found;
    await lockCustomerThreads(tx, [customerId]);
    // Whoever joins this customer's thread into another holds the same lock, so from here on the answer stays true.
    if ((await customerOf(tx, subjectId)) === customerId) {
      const opened = await openThreadRow(tx, customerId, subjectId);
      if (opened) return opened;
    }
  }
  throw new AppError('version_conflict', {
    detail: 'This conversation is being joined with another one; nothing was changed. Try again.',
  });
}

/** A thread by its id, locked; one that was joined into another leads there. Throws not_found. */
export async function lockThread(tx: Ctx, threadId: string): Promise<ThreadRow> {
  let id = threadId;
  for (let round = 0; round < 10; round += 1) {
    const row = await tables(tx)
      .selectFrom('conversations.thread')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) break;
    if (row.joined_into === null) return row;
    id = row.joined_into;
  }
  throw new AppError('not_found', { detail: 'There is no such conversation.' });
}

/** Writes the row of a new thread and tells of it; undefined when another transaction was first. Needs the customer's advisory lock. */
export async function openThreadRow(tx: Ctx, customerId: string, subjectId: string): Promise<ThreadRow | undefined> {
  const now = tx.clock.now();
  const row = await tables(tx)
    .insertInto('conversations.thread')
    .values({
      id: tx.newId(),
      customer_id: customerId,
      subject_id: subjectId,
      reply_subject_id: subjectId,
      state: 'open',
      assignee_id: null,
      last_message_at: now,
      last_inbound_at: null,
      last_chat_at: null,
      unanswered_since: null,
      opened_at: now,
      closed_at: null,
      joined_into: null,
    })
    .onConflict((conflict) => conflict.column('customer_id').where('joined_into', 'is', null).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) {
    await emit(tx, {
      type: 'conversations.thread.opened',
      subjectId,
      aggregate: 'thread',
      aggregateId: row.id,
      aggregateVersion: row.version,
      data: { threadId: row.id },
    });
  }
  return row;
}

async function customerOf(ctx: Ctx, subjectId: string): Promise<string> {
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId) throw new AppError('not_found', { detail: 'This person is not known here.' });
  return customerId;
}
