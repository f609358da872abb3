import { sql } from 'kysely';
import { actorKey, type Ctx, type Language, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import type { ReturnReason, ReturnRule } from './policy.ts';
import { getReturn } from './readReturns.ts';
import type { Return } from './return.ts';
import { returnEvent } from './returnEvent.ts';

export interface NewReturnLine {
  orderLineId: string;
  variantId: string;
  quantity: number;
  reason: ReturnReason;
  rule: ReturnRule;
  /** Of the bought line: how many there are, and what they cost together. */
  bought: number;
  gross: number;
}

export interface NewReturn {
  way: 'desk' | 'post';
  orderId: string;
  orderNumber: string;
  subjectId?: string | null | undefined;
  language: Language;
  currency: string;
  /** Where the goods are expected. */
  locationId?: string | undefined;
  note?: string | undefined;
  refundDueAt?: Date | undefined;
  answerDueAt?: Date | undefined;
  lines: readonly NewReturnLine[];
}

/**
 * Claims the pieces and writes the return, in the caller's transaction. The claim is one statement over a counter per
 * bought line: of two tills that take the same piece at once, the second waits and is refused.
 *
 * @throws AppError already_returned; thrown, so that nothing of the claim stays
 */
export async function announceReturn(ctx: Ctx, input: NewReturn): Promise<Return> {
  return inTransaction(ctx, async (tx) => {
    await claimUnits(tx, input);
    const [id, now] = [tx.newId(), tx.clock.now()];
    const lines = input.lines.map((line, position) => ({ ...line, id: tx.newId(), position }));
    await sql`
      with announced as (
        insert into returns.return (id, state, way, order_id, order_number, subject_id, language, currency, location_id, note,
          refund_due_at, answer_due_at, announced_at, taken_by)
        values (${id}, 'announced', ${input.way}, ${input.orderId}, ${input.orderNumber}, ${input.subjectId ?? null}, ${input.language},
          ${input.currency}, ${input.locationId ?? null}, ${input.note ?? null}, ${input.refundDueAt ?? null}, ${input.answerDueAt ?? null},
          ${now}, ${staffIdOf(tx.actor) ?? null})
        returning id
      ), step as (
        insert into returns.step (id, return_id, from_state, to_state, actor, location_id, at)
        select ${tx.newId()}, announced.id, null, 'announced', ${actorKey(tx.actor)}, ${tx.locationId ?? null}, ${now} from announced
      )
      insert into returns.line (id, return_id, position, order_line_id, variant_id, quantity, reason, rule)
      select v.id, announced.id, v.position, v."orderLineId", v."variantId", v.quantity, v.reason, v.rule
      from announced, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as v(id uuid, position int, "orderLineId" uuid, "variantId" uuid, quantity int, reason text, rule text)`.execute(
      tx.db,
    );
    const announced = await getReturn(tx, id);
    await emit(tx, returnEvent('announced', announced));
    return announced;
  });
}

/** All pieces or none. Lines of one bought line are summed first, or each would be looked at alone. */
async function claimUnits(tx: Ctx, input: NewReturn): Promise<void> {
  const wanted = new Map<string, { bought: number; gross: number; units: number }>();
  for (const line of input.lines) {
    const units = (wanted.get(line.orderLineId)?.units ?? 0) + line.quantity;
    wanted.set(line.orderLineId, { bought: line.bought, gross: line.gross, units });
  }
  const asked = [...wanted].map(([order_line_id, one]) => ({ order_line_id, ...one }));
  const { rows } = await sql<{ order_line_id: string }>`
    insert into returns.unit as u (order_line_id, order_id, bought, gross, claimed)
    select a.order_line_id, ${input.orderId}, a.bought, a.gross, a.units
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(order_line_id uuid, bought int, gross bigint, units int)
    where a.units <= a.bought order by a.order_line_id
    on conflict (order_line_id) do update set claimed = u.claimed + excluded.claimed
      where u.claimed + excluded.claimed <= u.bought
    returning order_line_id`.execute(tx.db);
  if (rows.length === asked.length) return;
  const { rows: left } = await sql<{ order_line_id: string; left: number }>`
    select order_line_id, bought - claimed as left from returns.unit where order_id = ${input.orderId}`.execute(tx.db);
  throw new AppError('already_returned', {
    detail: 'Some of it has come back already, or is on its way. Nothing was taken back and no money was given.',
    // What was claimed just now is rolled back; what is told is what can still come back.
    lines: asked.map(({ order_line_id, bought, units }) => {
      const mine = rows.some((row) => row.order_line_id === order_line_id) ? units : 0;
      const now = left.find((row) => row.order_line_id === order_line_id);
      return { orderLineId: order_line_id, returnable: (now?.left ?? bought) + mine };
    }),
  });
}
