import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { customersOf } from '../customers/index.ts';
import { shopperOf } from './actors.ts';
import { lockThreadOfCustomer } from './lockThread.ts';
import { tables } from './tables.ts';

/** The shopper has seen the messages up to a number: those meant for them are read. Only ever moves forward. */
export async function markRead(ctx: Ctx, seq: number): Promise<void> {
  const shopper = shopperOf(ctx);
  await inTransaction(ctx, async (tx) => {
    const customerId = (await customersOf(tx, [shopper.subjectId])).get(shopper.subjectId);
    const thread = customerId ? await lockThreadOfCustomer(tx, customerId) : undefined;
    if (!thread) return;
    const upTo = Math.min(seq, thread.last_seq);
    const { rows } = await sql<{ seq: number }>`
      update conversations.message set delivery = 'read'
      where thread_id = ${thread.id} and seq <= ${upTo} and subject_id = any(${shopper.subjectIds}::uuid[])
        and delivery in ('pending', 'sent', 'delivered') and channel = 'chat'
      returning seq`.execute(tx.db);
    if (rows.length === 0) return;
    const raised = await tables(tx)
      .updateTable('conversations.thread')
      .set((eb) => ({
        shopper_read_seq: eb.fn<number>('greatest', ['shopper_read_seq', eb.val(upTo)]),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', thread.id)
      .returning('version')
      .executeTakeFirstOrThrow();
    await emit(tx, {
      type: 'conversations.message.read',
      subjectId: shopper.subjectId,
      aggregate: 'thread',
      aggregateId: thread.id,
      aggregateVersion: raised.version,
      channel: 'chat',
      data: { threadId: thread.id, upToSeq: upTo },
    });
  });
}
