import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export interface OrderOwner {
  orderId: string;
  /** null: nobody is known to have ordered it. */
  subjectId: string | null;
}

/** Whose these orders are, by number (`V-100234`); what is no order of ours is left out. One statement. */
export async function subjectsOfOrders(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, OrderOwner>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; id: string; subject_id: string | null }>`
    select number, id, subject_id from orders.order where number = any(${[...new Set(numbers)]}::text[])`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.number, { orderId: row.id, subjectId: row.subject_id }]));
}
