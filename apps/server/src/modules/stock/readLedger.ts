import { sql } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';

/** One immutable line of a level's ledger, with what the level was after it. */
export interface LedgerLine {
  seq: number;
  kind: string;
  onHandDelta: number;
  reservedDelta: number;
  onHandAfter: number;
  reservedAfter: number;
  reservationId: string | null;
  /** kind:id */
  actor: string;
  channel: Channel;
  reason: string | null;
  at: Date;
}

/**
 * The movements of one level, newest first, with the running balance: why the number is what it is. `asOf` looks back:
 * later movements are left out, so the first line's balance is what the level was then. One statement.
 */
export async function readLedger(
  ctx: Ctx,
  query: {
    variantId: string;
    locationId: string;
    asOf?: Date | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: LedgerLine[]; nextCursor: string | null }> {
  const before = decodeCursor(query.cursor, ['integer']);
  // The balance of a line is the sum of all movements up to it: of those before the page once, within the page by the window.
  const { rows } = await sql<LedgerLine>`
    with page as (
      select * from stock.movement where variant_id = ${query.variantId} and location_id = ${query.locationId}
        ${before ? sql`and seq < ${before[0]}` : sql``} ${query.asOf ? sql`and at <= ${query.asOf}` : sql``}
      order by seq desc limit ${query.limit + 1}),
    earlier as (
      select coalesce(sum(on_hand_delta), 0)::int as on_hand, coalesce(sum(reserved_delta), 0)::int as reserved from stock.movement
      where variant_id = ${query.variantId} and location_id = ${query.locationId} and seq < (select min(seq) from page))
    select p.seq, p.kind, p.on_hand_delta as "onHandDelta", p.reserved_delta as "reservedDelta",
      (e.on_hand + sum(p.on_hand_delta) over (order by p.seq))::int as "onHandAfter",
      (e.reserved + sum(p.reserved_delta) over (order by p.seq))::int as "reservedAfter",
      p.reservation_id as "reservationId", p.actor, p.channel, p.reason, p.at
    from page p, earlier e order by p.seq desc`.execute(ctx.db);
  return toPage(rows, query.limit, (row) => [row.seq]);
}
