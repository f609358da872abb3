import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { shareOf } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type MoveRefusal, moveReturn } from './moveReturn.ts';
import { getReturn } from './readReturns.ts';
import { deliveryRefund, shareOfUnits } from './refundShares.ts';
import type { Return } from './return.ts';
import { returnEvent } from './returnEvent.ts';
import type { Payout, UnitRow } from './tables.ts';

/** What the order says of itself, for the arithmetic of what goes back. */
export interface BoughtGoods {
  lines: readonly { orderLineId: string; quantity: number; gross: number }[];
  delivery: { orderLineId: string; paid: number; standard: number | null } | undefined;
}

/**
 * What is given back for every piece, from the line as it was stored, under the locks of its counters: partial returns of
 * a line take turns here and sum to the line. Pieces that go back to the customer, or never came, are worth nothing.
 *
 * In the caller's transaction, after the stock and before the money; the return is settled by recordPayouts.
 *
 * What was taken off in percent is taken off here, of what the piece cost.
 */
export async function valueReturn(tx: Ctx, it: Return, bought: BoughtGoods): Promise<Return> {
  const { rows: units } = await sql<UnitRow>`
    select * from returns.unit where order_id = ${it.orderId} order by order_line_id for update`.execute(tx.db);
  const unitOf = new Map(units.map((unit) => [unit.order_line_id, { ...unit }]));
  const valued: { id: string; share: number; deduction: number }[] = [];
  const before = new Map(units.map((unit) => [unit.order_line_id, unit.withdrawn]));
  for (const line of it.lines) {
    const unit = unitOf.get(line.orderLineId);
    const goods = bought.lines.find((one) => one.orderLineId === line.orderLineId);
    if (!unit || !goods) throw new AppError('internal', { detail: 'a return of a line that was not bought' });
    const comes = line.outcome !== 'send_back' && line.outcome !== 'not_received';
    const share = comes ? shareOfUnits(unit.gross, unit.bought, unit.settled, line.quantity) : 0;
    valued.push({ id: line.id, share, deduction: shareOf(share, line.deductionPercent * 100) });
    if (comes) {
      unit.settled += line.quantity;
      unit.refunded += share;
      if (line.rule === 'withdrawal') unit.withdrawn += line.quantity;
    } else if (line.outcome === 'send_back') unit.claimed -= line.quantity;
  }
  const delivery = bought.delivery
    ? deliveryRefund({
        ...bought.delivery,
        goods: bought.lines.map((goods) => {
          const now = unitOf.get(goods.orderLineId)?.withdrawn ?? 0;
          const withdrawnBefore = before.get(goods.orderLineId) ?? 0;
          return { bought: goods.quantity, withdrawnBefore, withdrawnNow: now - withdrawnBefore };
        }),
      })
    : 0;
  await writeUnits(tx, [...unitOf.values()]);
  await sql`update returns.line l set share = v.share, deduction = v.deduction, amount = v.share - v.deduction
    from jsonb_to_recordset(${JSON.stringify(valued)}::jsonb) as v(id uuid, share bigint, deduction bigint) where l.id = v.id`.execute(
    tx.db,
  );
  await sql`update returns.return set delivery_amount = ${delivery},
      goods_amount = (select coalesce(sum(amount), 0) from returns.line where return_id = ${it.id})
    where id = ${it.id}`.execute(tx.db);
  return getReturn(tx, it.id);
}

async function writeUnits(tx: Ctx, units: readonly UnitRow[]): Promise<void> {
  await sql`
    update returns.unit u set claimed = v.claimed, settled = v.settled, withdrawn = v.withdrawn, refunded = v.refunded
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
      as v(order_line_id uuid, claimed int, settled int, withdrawn int, refunded bigint)
    where u.order_line_id = v.order_line_id`.execute(tx.db);
}

/** The end: the money was set aside, the pieces are where they belong. */
export async function markSettled(
  tx: Ctx,
  input: {
    id: string;
    payouts: readonly Payout[];
    exchangeOrderId?: string | undefined;
  },
): Promise<Result<Return, MoveRefusal>> {
  const moved = await moveReturn(tx, {
    id: input.id,
    to: 'settled',
    set: sql`, settled_at = ${tx.clock.now()}, payouts = ${JSON.stringify(input.payouts)}::jsonb,
      exchange_order_id = ${input.exchangeOrderId ?? null},
      -- Who gets the money for a complaint has their answer.
      answered_at = case when answer_due_at is null then null else coalesce(answered_at, ${tx.clock.now()}) end,
      answer = case when answer_due_at is null then null else coalesce(answer, 'accepted') end`,
  });
  if (!moved.ok) return moved;
  await emit(tx, returnEvent('settled', moved.value));
  return ok(moved.value);
}
