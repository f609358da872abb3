import { type RawBuilder, sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit, writeAtEnd } from '../../kernel/outbox.ts';
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
  /** pii: who will come, when it is not the customer. */
  collector?: string | null | undefined;
  /** A store of ours that the parcel goes to, to be collected there. */
  toLocationId?: string | undefined;
  /** Between which days it comes, where the order does not say so already. */
  arrives?: { earliest: string; latest: string } | undefined;
  /** `handed_over` for goods that leave the shop with the buyer at once. */
  state?: Exclude<FulfilmentState, 'shipped' | 'not_found' | 'cancelled'>;
  /** Where it lies and who has picked it, of work that is a part of other work. */
  place?: string | null | undefined;
  pickedBy?: string | null | undefined;
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
    const { rows } = await sql<FulfilmentRow>`
      with ${insertWork(tx, [input].map(toNewWork(tx)), sql.ref)}
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
      fulfilmentEvent(
        !isFresh ? 'ordered' : fulfilment.state === 'handed_over' ? 'handed_over' : 'created',
        fulfilment,
      ),
    );
    return { fulfilment, fresh: isFresh };
  });
}

/**
 * Opens work for holds that were made for this very order, so that none of it can have been begun: any number of pieces
 * beside the transaction's events, in their one statement. A hold that has its work already undoes everything.
 */
export async function createFirstFulfilments(ctx: Ctx, inputs: readonly NewFulfilment[]): Promise<void> {
  if (inputs.length === 0) return;
  await inTransaction(ctx, async (tx) => {
    const works = inputs.map(toNewWork(tx));
    await writeAtEnd(tx, (name) => insertWork(tx, works, name, { isFirst: true }));
    for (const { work, lines } of works)
      await emit(
        tx,
        fulfilmentEvent(work.state === 'handed_over' ? 'handed_over' : 'created', toFulfilment(work, lines)),
      );
  });
}

interface NewWork {
  work: FulfilmentRow;
  lines: FulfilmentLine[];
}

const toNewWork =
  (tx: Ctx) =>
  (input: NewFulfilment): NewWork => {
    const now = tx.clock.now();
    const state = input.state ?? 'to_pick';
    const isDone = state === 'handed_over';
    return {
      work: {
        id: tx.newId(),
        kind: input.kind,
        location_id: input.locationId,
        order_id: input.orderId ?? null,
        reservation_id: input.reservationId ?? null,
        subject_id: input.subjectId ?? null,
        code: input.code,
        state,
        place: input.place ?? null,
        picked_by: input.pickedBy ?? null,
        reason: null,
        promised_at: input.promisedAt ?? null,
        keep_until: input.keepUntil ?? null,
        done_by: isDone && tx.actor.kind === 'staff' ? tx.actor.staffId : null,
        done_at: isDone ? now : null,
        collected_by: null,
        id_seen: false,
        collector: input.collector ?? null,
        to_location_id: input.toLocationId ?? null,
        arrived_at: null,
        carrier: null,
        tracking_number: null,
        tracking_url: null,
        arrives_earliest: input.arrives?.earliest ?? null,
        arrives_latest: input.arrives?.latest ?? null,
        serving_by: null,
        serving_since: null,
        version: 1,
        created_at: now,
        updated_at: now,
      },
      lines: input.lines,
    };
  };

/** The common table expressions that write work with its lines and first step; `work` gives the rows as they are then. */
function insertWork(
  tx: Ctx,
  works: readonly NewWork[],
  name: (of: string) => RawBuilder<unknown>,
  { isFirst = false } = {},
): RawBuilder<unknown> {
  const values = works.map(({ work, lines }) => ({ ...work, lines, step_id: tx.newId() }));
  const [given, work] = [name('given'), name('work')];
  return sql`${given} as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as g(id uuid, kind text, location_id uuid, order_id uuid,
        reservation_id uuid, subject_id uuid, code text, state text, place text, picked_by uuid, promised_at timestamptz, keep_until timestamptz,
        done_by uuid, done_at timestamptz, collector text, to_location_id uuid, arrives_earliest date, arrives_latest date,
        created_at timestamptz, updated_at timestamptz, step_id uuid, lines jsonb)
    ), ${work} as (
      insert into fulfilment.fulfilment (id, kind, location_id, order_id, reservation_id, subject_id, code, state, place, picked_by, promised_at, keep_until,
        done_by, done_at, collector, to_location_id, arrives_earliest, arrives_latest, created_at, updated_at)
      select id, kind, location_id, order_id, reservation_id, subject_id, code, state, place, picked_by, promised_at, keep_until, done_by, done_at,
        collector, to_location_id, arrives_earliest, arrives_latest, created_at, updated_at from ${given}
      ${isFirst ? sql`` : becomesTheOrders}
      returning *
    ), ${name('lines')} as (
      insert into fulfilment.line (fulfilment_id, position, variant_id, quantity, order_line_id, picked)
      select w.id, l.n, (l.line->>'variantId')::uuid, (l.line->>'quantity')::bigint, (l.line->>'orderLineId')::uuid,
        coalesce((l.line->>'picked')::bigint, 0)
      from ${work} w join ${given} g on g.id = w.id or g.reservation_id = w.reservation_id,
        jsonb_array_elements(g.lines) with ordinality as l(line, n)
      on conflict (fulfilment_id, position) do update set order_line_id = excluded.order_line_id
    ), ${name('step')} as (
      insert into fulfilment.step (id, fulfilment_id, to_state, actor, at)
      select g.step_id, w.id, w.state, ${actorKey(tx.actor)}, w.created_at from ${work} w join ${given} g on g.id = w.id where w.version = 1
    )`;
}

/** A hold that is ordered now: the work that was begun for it becomes the order's. */
const becomesTheOrders = sql`
  on conflict (reservation_id) where reservation_id is not null do update set kind = excluded.kind, order_id = excluded.order_id,
    version = fulfilment.version + 1, updated_at = excluded.updated_at
    where fulfilment.order_id is null and excluded.order_id is not null`;
