import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Order } from './order.ts';
import { raiseVersion, readOrders } from './readOrders.ts';
import { type LineState, lineTransitions, orderTransitions, stateOfLines } from './states.ts';
import { refusalOf, type TransitionRefusal, transitionOrder } from './transitionOrder.ts';

export interface SettledLines {
  orderId: string;
  lineIds: readonly string[];
  /** `fulfilled`: handed over or sent; `open`: that was taken back; `cancelled`: will not be had. */
  to: LineState;
  handedOverBy?: string | null | undefined;
  fulfilledBy?: string | null | undefined;
  reason?: string | undefined;
}

/**
 * Says what became of some lines and moves the order to where its lines put it: completed when all goods are there,
 * partly fulfilled before, one step back when a hand-over is taken back, cancelled when nothing is left. Two stores that
 * hand over two parts at once take turns on the order's lock, so that the last of them completes it.
 *
 * @throws AppError not_found
 */
export async function settleLines(ctx: Ctx, input: SettledLines): Promise<Result<Order, TransitionRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await sql`select id from orders.order where id = ${input.orderId} for update`.execute(tx.db);
    const [before] = await readOrders(tx, sql`"order".id = ${input.orderId}`);
    if (!before) throw new AppError('not_found', { detail: 'There is no such order.' });
    const wanted = new Set(input.lineIds);
    const lines = before.lines.filter((line) => wanted.has(line.id));
    if (lines.length < wanted.size) throw new AppError('not_found', { detail: 'A line is not of this order.' });
    const stuck = lines.find((line) => line.state !== input.to && !lineTransitions[line.state].includes(input.to));
    if (stuck) {
      return refuse('illegal_transition', {
        detail: `A line that is ${stuck.state} cannot become ${input.to}.`,
        state: stuck.state,
        legal: lineTransitions[stuck.state],
      });
    }
    const after = before.lines
      .filter((line) => line.kind === 'goods')
      .map((line) => (wanted.has(line.id) ? input.to : line.state));
    const to = stateOfLines(after, before.paidAt !== null);
    if (
      to !== before.state &&
      (!orderTransitions[before.state].includes(to) || (to === 'completed' && before.paidAt === null))
    ) {
      return refusalOf(before, to);
    }
    await writeLines(tx, input);
    if (to === before.state) return ok(await raiseVersion(tx, input.orderId));
    return transitionOrder(tx, { orderId: input.orderId, to, reason: input.reason, isBack: input.to === 'open' });
  });
}

/** Who hands over and who fulfils is the last who did; taken back, nobody did. */
async function writeLines(tx: Ctx, input: SettledLines): Promise<void> {
  const takenBack = input.to === 'open';
  await sql`update orders.line set state = ${input.to},
      handed_over_by = case when ${takenBack} then null else coalesce(${input.handedOverBy ?? null}::uuid, handed_over_by) end,
      fulfilled_by = case when ${takenBack} then null else coalesce(${input.fulfilledBy ?? null}::uuid, fulfilled_by) end
    where order_id = ${input.orderId} and id = any (${[...input.lineIds]}::uuid[])`.execute(tx.db);
}
