import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';

export interface DetachedHold {
  cartId: string;
  lineId: string;
  reservationId: string;
  subjectId: string;
  version: number;
}

/**
 * Holds that are over leave their lines, which remember why, so that the customer is told. Terms stay valid as quoted.
 * Carts that were ordered are left alone. Returns what was detached; doing it again changes nothing.
 */
export async function detachHolds(
  ctx: Ctx,
  holds: readonly { reservationId: string; reason: string }[],
): Promise<DetachedHold[]> {
  if (holds.length === 0) return [];
  return inTransaction(ctx, async (tx) => {
    // Carts in the order of their ids, then lines: the same order in which every other change takes them.
    const { rows } = await sql<DetachedHold>`
      with over as (
        select h."reservationId" as reservation_id, h.reason
        from jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) as h("reservationId" uuid, reason text)
      ), locked as (
        select c.id from carts.cart c where c.state = 'open'
          and c.id in (select l.cart_id from carts.line l join over using (reservation_id)) order by c.id for update
      ), cart as (
        update carts.cart c set version = version + 1, updated_at = ${tx.clock.now()} from locked where c.id = locked.id returning c.*
      ), line as (
        update carts.line l set reservation_id = null, held_until = null, held_by = null,
          hold_ended_at = ${tx.clock.now()}, hold_ended_reason = over.reason
        from cart, over where l.cart_id = cart.id and l.reservation_id = over.reservation_id
        returning l.cart_id as "cartId", l.id as "lineId", over.reservation_id as "reservationId", cart.subject_id as "subjectId", cart.version
      )
      select * from line`.execute(tx.db);
    await emit(
      tx,
      ...rows.map((row) => ({
        type: 'carts.line.hold_ended' as const,
        subjectId: row.subjectId,
        aggregate: 'cart',
        aggregateId: row.cartId,
        aggregateVersion: row.version,
        data: {
          cartId: row.cartId,
          lineId: row.lineId,
          reservationId: row.reservationId,
          reason: holds.find((hold) => hold.reservationId === row.reservationId)?.reason ?? null,
        },
      })),
    );
    return rows;
  });
}
