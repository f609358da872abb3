import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Fulfilment, type FulfilmentLine, toFulfilment } from './fulfilment.ts';
import { fulfilmentEvent } from './fulfilmentEvent.ts';
import { fulfilmentsOfReservations } from './readFulfilments.ts';
import type { FulfilmentState } from './states.ts';
import type { FulfilmentKind, FulfilmentRow } from './tables.ts';

export interface NewFulfilment {
  kind: FulfilmentKind;
  locationId: string;
  code: string;
  orderId?: string | undefined;
  reservationId?: string | undefined;
  subjectId?: string | undefined;
  promisedAt?: Date | undefined;
  keepUntil?: Date | undefined;
  /** `handed_over` for goods that leave the shop with the buyer at once. */
  state?: Extract<FulfilmentState, 'to_pick' | 'handed_over'>;
  lines: FulfilmentLine[];
}

/**
 * Opens a piece of work, in the caller's transaction, with its first step and event. One hold has one piece of work: a
 * second call gives the first one back, `fresh: false`, which then belongs to the order that the second call names.
 */
export async function createFulfilment(
  ctx: Ctx,
  input: NewFulfilment,
): Promise<{ fulfilment: Fulfilment; fresh: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const state = input.state ?? 'to_pick';
    const doneBy = state === 'handed_over' && tx.actor.kind === 'staff' ? tx.actor.staffId : null;
    const { rows } = await sql<FulfilmentRow>`
      with work as (
        insert into fulfilment.fulfilment (id, kind, location_id, order_id, reservation_id, subject_id, code, state, promised_at, keep_until,
          done_by, done_at, created_at, updated_at)
        values (${tx.newId()}, ${input.kind}, ${input.locationId}, ${input.orderId ?? null}, ${input.reservationId ?? null}, ${input.subjectId ?? null},
          ${input.code}, ${state}, ${input.promisedAt ?? null}, ${input.keepUntil ?? null}, ${doneBy}, ${state === 'handed_over' ? now : null}, ${now}, ${now})
        -- A hold that is ordered now: the work that was begun for it becomes the order's.
        on conflict (reservation_id) where reservation_id is not null do update set kind = excluded.kind, order_id = excluded.order_id,
          version = fulfilment.version + 1, updated_at = excluded.updated_at
          where fulfilment.order_id is null and excluded.order_id is not null
        returning *
      ), lines as (
        insert into fulfilment.line (fulfilment_id, position, variant_id, quantity, order_line_id)
        select work.id, l.n, (l.line->>'variantId')::uuid, (l.line->>'quantity')::bigint, (l.line->>'orderLineId')::uuid
        from work, jsonb_array_elements(${JSON.stringify(input.lines)}::jsonb) with ordinality as l(line, n)
        on conflict (fulfilment_id, position) do update set order_line_id = excluded.order_line_id
      ), step as (
        insert into fulfilment.step (id, fulfilment_id, to_state, actor, at)
        select ${tx.newId()}, work.id, work.state, ${actorKey(tx.actor)}, ${now} from work where work.version = 1
      )
      select * from work`.execute(tx.db);
    const row = rows[0];
    if (!row) {
      const known = input.reservationId
        ? (await fulfilmentsOfReservations(tx, [input.reservationId])).get(input.reservationId)
        : undefined;
      if (!known) throw new Error('a fulfilment was neither made nor known');
      return { fulfilment: known, fresh: false };
    }
    const fulfilment = toFulfilment(row, input.lines);
    const isFresh = fulfilment.version === 1;
    await emit(
      tx,
      fulfilmentEvent(!isFresh ? 'ordered' : state === 'handed_over' ? 'handed_over' : 'created', fulfilment),
    );
    return { fulfilment, fresh: isFresh };
  });
}
