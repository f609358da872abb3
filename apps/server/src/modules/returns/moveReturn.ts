import { type RawBuilder, sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { getReturn } from './readReturns.ts';
import type { Return } from './return.ts';
import { returnEvent } from './returnEvent.ts';
import { type ReturnState, returnTransitions, statesBefore } from './states.ts';

export type MoveRefusal = 'illegal_transition' | 'version_conflict';

interface Move {
  id: string;
  to: ReturnState;
  /** When given, the return must still be the one that was looked at. */
  version?: number | undefined;
  reason?: string | undefined;
  locationId?: string | undefined;
  /** More columns: `, received_at = …`. */
  set?: RawBuilder<unknown>;
}

/**
 * One step of a return with its trail, in the caller's transaction: of two who take the same step one does it. The row is
 * locked by it, before stock, which comes before order and payment; what else happens to the return happens after it.
 *
 * @throws AppError not_found
 */
export async function moveReturn(tx: Ctx, move: Move): Promise<Result<Return, MoveRefusal>> {
  const now = tx.clock.now();
  // Locked by a statement of its own: the one that moves it then sees what the other left.
  await sql`select id from returns.return where id = ${move.id} for update`.execute(tx.db);
  const { rows } = await sql`
    with was as (
      select id, state from returns.return where id = ${move.id} and state = any (${statesBefore(move.to)})
        ${move.version === undefined ? sql`` : sql`and version = ${move.version}`}
    ), moved as (
      update returns.return r set state = ${move.to}, version = r.version + 1 ${move.set ?? sql``}
      from was where r.id = was.id returning r.id
    )
    insert into returns.step (id, return_id, from_state, to_state, actor, location_id, reason, at)
    select ${tx.newId()}, was.id, was.state, ${move.to}, ${actorKey(tx.actor)}, ${move.locationId ?? tx.locationId ?? null}, ${move.reason ?? null}, ${now}
    from was join moved on moved.id = was.id returning id`.execute(tx.db);
  const found = await getReturn(tx, move.id);
  return rows.length > 0 ? ok(found) : refusalOf(found, move.version);
}

/**
 * The return as it stands, locked until the caller's transaction ends, where it may go to `to`: for acts that have more to
 * write before they take the step.
 */
export async function lockReturn(
  tx: Ctx,
  /** `to` undefined: it only has to be open. */
  input: { id: string; version?: number | undefined; to: ReturnState | undefined },
): Promise<Result<Return, MoveRefusal>> {
  await sql`select id from returns.return where id = ${input.id} for update`.execute(tx.db);
  const found = await getReturn(tx, input.id);
  const legal = returnTransitions[found.state];
  const isLegal = input.to ? legal.includes(input.to) : legal.length > 0;
  return isLegal && (input.version ?? found.version) === found.version ? ok(found) : refusalOf(found, input.version);
}

function refusalOf(found: Return, version: number | undefined) {
  if (version !== undefined && found.version !== version) {
    return refuse('version_conflict', {
      detail: 'A colleague changed this return meanwhile; look at it again. Nothing was changed.',
      version: found.version,
      state: found.state,
    });
  }
  return refuse('illegal_transition', {
    detail: `The return is ${found.state}; from there it can become ${returnTransitions[found.state].join(', ') || 'nothing else'}.`,
    state: found.state,
    legal: returnTransitions[found.state],
  });
}

/** The goods are here, wherever they were bought. */
export async function markReceived(
  tx: Ctx,
  input: { id: string; version?: number | undefined; locationId: string },
): Promise<Result<Return, MoveRefusal>> {
  const moved = await moveReturn(tx, {
    ...input,
    to: 'received',
    set: sql`, location_id = ${input.locationId}, received_at = ${tx.clock.now()}`,
  });
  if (moved.ok) await emit(tx, returnEvent('received', moved.value));
  return moved;
}

/**
 * Nothing comes of it: the customer keeps the goods (cancelled) or gets them back (refused). Its pieces may be returned
 * again, because they are still the customer's.
 */
export async function closeReturn(
  tx: Ctx,
  input: { id: string; version?: number | undefined; as: 'refused' | 'cancelled'; reason: string },
): Promise<Result<Return, MoveRefusal>> {
  const { as, ...move } = input;
  const moved = await moveReturn(tx, {
    ...move,
    to: as,
    set: sql`, closed_at = ${tx.clock.now()}, close_reason = ${input.reason}`,
  });
  if (!moved.ok) return moved;
  await sql`
    update returns.unit u set claimed = u.claimed - l.units
    from (select order_line_id, sum(quantity)::int as units from returns.line
      where return_id = ${input.id} and outcome is distinct from 'not_received' group by order_line_id) l
    where u.order_line_id = l.order_line_id`.execute(tx.db);
  await emit(tx, returnEvent(as, moved.value));
  return moved;
}
