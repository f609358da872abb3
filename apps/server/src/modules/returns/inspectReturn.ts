import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type MoveRefusal, moveReturn } from './moveReturn.ts';
import type { Condition, Deduction, Outcome } from './policy.ts';
import { getReturn } from './readReturns.ts';
import type { Return } from './return.ts';
import { returnEvent } from './returnEvent.ts';

/** A part of a line as it was found; of one line there may be several: two good, one broken. */
export interface Inspected {
  lineId: string;
  quantity: number;
  condition: Condition;
  outcome: Exclude<Outcome, 'not_received'>;
  /** Taken off for use beyond trying; the caller has asked the policy. */
  deduction?: Deduction | undefined;
}

/**
 * Says of every piece what it is and what becomes of it, in the caller's transaction. Announced pieces that are in none of
 * the parts did not come: they stay the customer's, and may come another time.
 *
 * @throws AppError not_found, invalid_request
 */
export async function markInspected(
  tx: Ctx,
  input: { id: string; version?: number | undefined; parts: readonly Inspected[] },
): Promise<Result<Return, MoveRefusal>> {
  const moved = await moveReturn(tx, {
    id: input.id,
    version: input.version,
    to: 'inspected',
    set: sql`, inspected_at = ${tx.clock.now()}`,
  });
  if (!moved.ok) return moved;
  const rows = moved.value.lines.flatMap((line) => partsOf(tx, line, input.parts));
  const known = new Set(moved.value.lines.map((line) => line.id));
  if (input.parts.some((part) => !known.has(part.lineId)))
    throw new AppError('not_found', { detail: 'A line is not of this return. Nothing was changed.' });
  await sql`delete from returns.line where return_id = ${input.id}`.execute(tx.db);
  await sql`
    insert into returns.line (id, return_id, position, order_line_id, variant_id, quantity, reason, rule, condition, outcome, location_id, deduction_bp, deduction_reason)
    select v.id, ${input.id}, v.position, v."orderLineId", v."variantId", v.quantity, v.reason, v.rule, v.condition, v.outcome,
      ${moved.value.locationId}, v.deduction_bp, v.deduction_reason
    from jsonb_to_recordset(${JSON.stringify(rows.map((row, position) => ({ ...row, position })))}::jsonb)
      as v(id uuid, position int, "orderLineId" uuid, "variantId" uuid, quantity int, reason text, rule text, condition text, outcome text, deduction_bp int, deduction_reason text)`.execute(
    tx.db,
  );
  await sql`
    update returns.unit u set claimed = u.claimed - l.units
    from (select order_line_id, sum(quantity)::int as units from returns.line
      where return_id = ${input.id} and outcome = 'not_received' group by order_line_id) l
    where u.order_line_id = l.order_line_id`.execute(tx.db);
  const inspected = await getReturn(tx, input.id);
  await emit(tx, returnEvent('inspected', inspected));
  return ok(inspected);
}

function partsOf(tx: Ctx, line: Return['lines'][number], parts: readonly Inspected[]) {
  const own = parts.filter((part) => part.lineId === line.id);
  const found = own.reduce((sum, part) => sum + part.quantity, 0);
  if (found > line.quantity)
    throw new AppError('invalid_request', {
      detail: 'More pieces were inspected than announced. Nothing was changed.',
    });
  const { orderLineId, variantId, reason, rule } = line;
  const rows = own.map((part, index) => ({
    // The first part keeps the line's id.
    id: index === 0 ? line.id : tx.newId(),
    orderLineId,
    variantId,
    reason,
    rule,
    quantity: part.quantity,
    condition: part.condition,
    outcome: part.outcome as Outcome,
    deduction_bp: (part.deduction?.percent ?? 0) * 100,
    deduction_reason: part.deduction?.reason ?? null,
  }));
  const missing = line.quantity - found;
  if (missing > 0)
    rows.push({
      id: own.length === 0 ? line.id : tx.newId(),
      orderLineId,
      variantId,
      reason,
      rule,
      quantity: missing,
      condition: 'unopened',
      outcome: 'not_received',
      deduction_bp: 0,
      deduction_reason: null,
    });
  return rows;
}
