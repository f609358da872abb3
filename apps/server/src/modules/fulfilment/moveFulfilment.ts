import { type RawBuilder, sql } from 'kysely';
import { actorKey, type Ctx, mayActAt, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Fulfilment, type FulfilmentLine, toFulfilment } from './fulfilment.ts';
import { fulfilmentEvent, type Happened } from './fulfilmentEvent.ts';
import { getFulfilment } from './readFulfilments.ts';
import { type FulfilmentState, fulfilmentTransitions, statesBefore } from './states.ts';
import type { FulfilmentRow } from './tables.ts';

export interface Move {
  id: string;
  to: FulfilmentState;
  happened: Happened;
  /** null: it lies nowhere any more. */
  place?: string | null | undefined;
  reason?: string | undefined;
  /** More columns: `, picked_by = …`. */
  set?: RawBuilder<unknown>;
  /** The caller has asked already whether the actor may act there. */
  anywhere?: boolean;
  /** More conditions: `and picked_by is null`. */
  only?: RawBuilder<unknown>;
}

export type MoveRefusal = 'illegal_transition' | 'already_handed_over' | 'already_taken';

/**
 * One step of a piece of work, with its trail and event, in one statement: of two who take the same step one does it,
 * the other is told who was first. Staff act only where they work.
 *
 * @throws AppError not_found, wrong_location
 */
export async function moveFulfilment(tx: Ctx, move: Move): Promise<Result<Fulfilment, MoveRefusal>> {
  const now = tx.clock.now();
  const { rows } = await sql<FulfilmentRow & { from_state: FulfilmentState; lines: FulfilmentLine[] }>`
    with was as (
      select id, state from fulfilment.fulfilment where id = ${move.id} for update
    ), work as (
      update fulfilment.fulfilment f set state = ${move.to}, place = ${move.place === undefined ? sql`f.place` : sql`${move.place}`}, reason = ${move.reason ?? null},
        version = f.version + 1, updated_at = ${now} ${move.set ?? sql``}
      from was where f.id = was.id and was.state = any (${statesBefore(move.to)}) ${move.anywhere ? sql`` : atOwnLocation(tx)} ${move.only ?? sql``}
      returning f.*, was.state as from_state
    ), step as (
      insert into fulfilment.step (id, fulfilment_id, from_state, to_state, actor, place, reason, at)
      select ${tx.newId()}, work.id, work.from_state, work.state, ${actorKey(tx.actor)}, ${move.place ?? null}, ${move.reason ?? null}, ${now} from work
    )
    select work.*, (select coalesce(jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'orderLineId', l.order_line_id, 'picked', l.picked)
      order by l.position), '[]') from fulfilment.line l where l.fulfilment_id = work.id) as lines from work`.execute(
    tx.db,
  );
  const row = rows[0];
  if (!row) return explain(tx, move);
  const fulfilment = toFulfilment(row, row.lines);
  await emit(tx, fulfilmentEvent(move.happened, fulfilment));
  return ok(fulfilment);
}

function atOwnLocation(tx: Ctx): RawBuilder<unknown> {
  if (tx.actor.kind !== 'staff' || tx.actor.locationIds === 'all') return sql``;
  return sql`and f.location_id = any (${tx.actor.locationIds}::uuid[])`;
}

async function explain(tx: Ctx, move: Move): Promise<Result<Fulfilment, MoveRefusal>> {
  const work = await getFulfilment(tx, move.id);
  if (!mayActAt(tx.actor, work.locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  if (work.state === 'handed_over' && move.to === 'handed_over') {
    return refuse('already_handed_over', {
      detail: 'A colleague has handed it over already.',
      by: work.doneBy,
      at: work.doneAt,
    });
  }
  if (work.state === move.to || fulfilmentTransitions[work.state].includes(move.to)) {
    return refuse('already_taken', {
      detail: 'A colleague is at it. Take it over, or leave it.',
      by: work.pickedBy,
      state: work.state,
    });
  }
  return refuse('illegal_transition', {
    detail: `It is ${work.state}; from there it can become ${fulfilmentTransitions[work.state].join(', ') || 'nothing else'}.`,
    state: work.state,
    legal: fulfilmentTransitions[work.state],
  });
}

export const byActor = (tx: Ctx): string | null => staffIdOf(tx.actor) ?? null;
