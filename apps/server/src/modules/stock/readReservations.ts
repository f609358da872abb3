import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Reservation, ReservationLine } from './reservation.ts';
import { tables } from './tables.ts';

/** Holds by id; a hold whose time is up reads as `expired` at once, whoever has or has not written it off. */
export async function getReservations(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Reservation>> {
  if (ids.length === 0) return new Map();
  const now = ctx.clock.now();
  const rows = await tables(ctx)
    .selectFrom('stock.reservation as r')
    .selectAll('r')
    .select(
      sql<
        ReservationLine[]
      >`(select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'locationId', l.location_id, 'quantity', l.quantity)
        order by l.variant_id, l.location_id) from stock.reservation_line l where l.reservation_id = r.id)`.as('lines'),
    )
    .where('r.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => {
      const over =
        (row.state === 'held' || row.state === 'committed') && row.expires_at !== null && row.expires_at <= now;
      return [
        row.id,
        {
          id: row.id,
          owner: { kind: 'cart_line', id: row.owner_id },
          subjectId: row.subject_id ?? undefined,
          purpose: row.purpose,
          state: over ? 'expired' : row.state,
          expiresAt: row.expires_at ?? undefined,
          atRisk: row.at_risk,
          context: row.context,
          createdAt: row.created_at,
          version: row.version,
          lines: row.lines,
        },
      ];
    }),
  );
}
