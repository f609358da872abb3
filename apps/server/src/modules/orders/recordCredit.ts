import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';

export interface NewCredit {
  orderId: string;
  /** All lines of goods unless said. */
  lineIds?: readonly string[] | undefined;
  role: 'advised' | 'held' | 'handed_over' | 'fulfilled';
  staffId: string;
}

const column = {
  advised: sql`advised_by`,
  held: sql`held_by`,
  handed_over: sql`handed_over_by`,
  fulfilled: sql`fulfilled_by`,
};

/**
 * Notes on the lines who of the staff had which part. Advice and holds stay with the first; handing over and fulfilling
 * with the last who did it.
 *
 * @throws AppError not_found
 */
export async function recordCredit(ctx: Ctx, input: NewCredit): Promise<void> {
  const name = column[input.role];
  const staysWithFirst = input.role === 'advised' || input.role === 'held';
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql`
      with raised as (
        update orders.order set version = version + 1 where id = ${input.orderId} returning id
      )
      update orders.line l set ${name} = case when ${staysWithFirst} then coalesce(l.${name}, ${input.staffId}::uuid) else ${input.staffId}::uuid end
      from raised where l.order_id = raised.id and l.kind = 'goods'
        ${input.lineIds ? sql`and l.id = any (${[...input.lineIds]}::uuid[])` : sql``}
      returning l.id`.execute(tx.db);
    if (rows.length === 0)
      throw new AppError('not_found', { detail: 'There is no such order, or the lines are not of it.' });
  });
}
