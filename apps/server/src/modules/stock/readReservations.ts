import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Reservation, ReservationLine } from './reservation.ts';
import { type ReservationPurpose, type ReservationState, tables } from './tables.ts';

const linesOf = sql<
  ReservationLine[]
>`(select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'locationId', l.location_id, 'quantity', l.quantity)
  order by l.variant_id, l.location_id) from stock.reservation_line l where l.reservation_id = r.id)`.as('lines');

const select = (ctx: Ctx) => tables(ctx).selectFrom('stock.reservation as r').selectAll('r').select(linesOf);
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

/** A hold whose time is up reads as `expired` at once, whoever has or has not written it off. */
function toReservation(row: Row, now: Date): Reservation {
  const over = (row.state === 'held' || row.state === 'committed') && row.expires_at !== null && row.expires_at <= now;
  return {
    id: row.id,
    owner: { kind: row.owner_kind as Reservation['owner']['kind'], id: row.owner_id },
    subjectId: row.subject_id ?? undefined,
    purpose: row.purpose,
    state: over ? 'expired' : row.state,
    expiresAt: row.expires_at ?? undefined,
    atRisk: row.at_risk,
    context: row.context,
    createdAt: row.created_at,
    version: row.version,
    lines: row.lines,
  };
}

/** Holds by id, one statement for any number. */
export async function getReservations(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Reservation>> {
  if (ids.length === 0) return new Map();
  const rows = await select(ctx)
    .where('r.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, toReservation(row, ctx.clock.now())]));
}

/** The newest holds made for a person under any of their subjects, for the purposes asked. */
export async function reservationsOf(
  ctx: Ctx,
  query: { subjectIds: readonly string[]; purposes: readonly ReservationPurpose[]; limit: number },
): Promise<Reservation[]> {
  if (query.subjectIds.length === 0) return [];
  const rows = await select(ctx)
    .where('r.subject_id', 'in', [...query.subjectIds])
    .where('r.purpose', 'in', [...query.purposes])
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(query.limit)
    .execute();
  return rows.map((row) => toReservation(row, ctx.clock.now()));
}

/** Live holds that claim goods on a level: why something on the shelf is not free. */
export async function holdsOnLevel(ctx: Ctx, level: { variantId: string; locationId: string }): Promise<Reservation[]> {
  const rows = await select(ctx)
    .where('r.state', 'in', ['held', 'committed'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('stock.reservation_line as l')
          .select('l.reservation_id')
          .whereRef('l.reservation_id', '=', 'r.id')
          .where('l.variant_id', '=', level.variantId)
          .where('l.location_id', '=', level.locationId),
      ),
    )
    .orderBy('r.created_at')
    .limit(20)
    .execute();
  return rows
    .map((row) => toReservation(row, ctx.clock.now()))
    .filter((reservation) => reservation.state !== 'expired');
}

/**
 * How a hold stands, after waiting for whoever is changing it, with its levels locked first like everybody's: what is
 * decided by it stays true to the end of the caller's transaction.
 */
export async function lockReservation(tx: Ctx, id: string): Promise<ReservationState | undefined> {
  await sql`select 1 from stock.level l where (l.variant_id, l.location_id) in (
      select e.variant_id, e.location_id from stock.reservation_line e where e.reservation_id = ${id})
    order by l.variant_id, l.location_id for update`.execute(tx.db);
  const { rows } = await sql<{ state: ReservationState }>`
    select state from stock.reservation where id = ${id} for update`.execute(tx.db);
  return rows[0]?.state;
}
