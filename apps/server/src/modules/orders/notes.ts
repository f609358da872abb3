import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { getOrder } from './readOrders.ts';
import { tables } from './tables.ts';

export interface Note {
  id: string;
  staffId: string;
  /** pii: may name people. */
  text: string;
  mentions: string[];
  at: string;
}

/** @throws AppError not_found, not_allowed */
export async function addNote(
  ctx: Ctx,
  input: { orderId: string; text: string; mentions?: readonly string[] | undefined },
): Promise<Note> {
  const staffId = staffIdOf(ctx.actor);
  if (!staffId) throw new AppError('not_allowed');
  return once(ctx, 'orders.note', async (tx) => {
    const order = await getOrder(tx, input.orderId);
    const note = {
      id: tx.newId(),
      staff_id: staffId,
      text: input.text.trim(),
      mentions: [...(input.mentions ?? [])],
      at: tx.clock.now(),
    };
    await tables(tx)
      .insertInto('orders.note')
      .values({ ...note, order_id: order.id })
      .execute();
    return toNote(note);
  });
}

/** Oldest first. */
export async function notesOf(ctx: Ctx, orderId: string): Promise<Note[]> {
  const rows = await tables(ctx)
    .selectFrom('orders.note')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toNote);
}

export interface Mention {
  id: string;
  orderId: string;
  staffId: string;
  /** pii: may name people. */
  text: string;
  at: string;
  seen: boolean;
}

/** The notes that call a colleague: those they have not looked at first, then the newest. */
export async function mentionsOf(ctx: Ctx, staffId: string, limit: number): Promise<Mention[]> {
  const { rows } = await sql<{ id: string; order_id: string; staff_id: string; text: string; at: Date; seen: boolean }>`
    select id, order_id, staff_id, text, at, ${staffId}::uuid = any (seen) as seen from orders.note
    where mentions @> array[${staffId}::uuid] order by seen, at desc, id limit ${limit}`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    staffId: row.staff_id,
    text: row.text,
    at: row.at.toISOString(),
    seen: row.seen,
  }));
}

/** They have looked. Twice is once, and a note that does not call them is left as it is. */
export async function seeMention(ctx: Ctx, noteId: string): Promise<void> {
  const staffId = staffIdOf(ctx.actor) ?? null;
  await sql`update orders.note set seen = array_append(seen, ${staffId}::uuid)
    where id = ${noteId} and mentions @> array[${staffId}::uuid] and not ${staffId}::uuid = any (seen)`.execute(ctx.db);
}

const toNote = (row: { id: string; staff_id: string; text: string; mentions: string[]; at: Date }): Note => ({
  id: row.id,
  staffId: row.staff_id,
  text: row.text,
  mentions: row.mentions,
  at: row.at.toISOString(),
});
