import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Moves messages (of some subjects, or all) from one locked thread to another, after what is there, in their order.
 * They get new numbers, so that everyone who follows the receiving thread hears of them by resuming. What its writer sent
 * again after the sign-in, before the threads were one, is there already and stays there once. Returns how many.
 */
export async function moveMessages(tx: Ctx, from: string, to: string, subjectIds?: readonly string[]): Promise<number> {
  const whose = subjectIds ? sql`and m.subject_id = any(${[...subjectIds]}::uuid[])` : sql``;
  await sql`
    delete from conversations.message m using conversations.message t
    where m.thread_id = ${from} ${whose} and m.direction = 'in' and t.thread_id = ${to} and t.direction = 'in'
      and t.client_key = m.client_key and t.text = m.text`.execute(tx.db);
  const { rows } = await sql<{ moved: number }>`
    with base as (
      select last_seq from conversations.thread where id = ${to}
    ), moving as (
      select m.id, row_number() over (order by m.seq) as place,
        -- The same key for other words: both messages are kept, the moved one can no longer be asked for by its key.
        exists (select 1 from conversations.message t where t.thread_id = ${to} and t.client_key = m.client_key) as key_taken
      from conversations.message m where m.thread_id = ${from} ${whose}
    ), moved as (
      update conversations.message m set
        thread_id = ${to},
        seq = base.last_seq + moving.place,
        client_key = case when moving.key_taken then null else m.client_key end
      from moving, base where m.id = moving.id
      returning m.id, m.seq
    ), raised as (
      update conversations.thread set last_seq = greatest(last_seq, (select coalesce(max(seq), 0) from moved)) where id = ${to}
      returning id
    )
    select (select count(*) from moved) as moved from raised`.execute(tx.db);
  const moved = rows[0]?.moved ?? 0;
  if (moved > 0) {
    await sql`update conversations.call c set thread_id = m.thread_id from conversations.message m
      where c.thread_id = ${from} and m.id = c.message_id and m.thread_id = ${to}`.execute(tx.db);
  }
  return moved;
}
