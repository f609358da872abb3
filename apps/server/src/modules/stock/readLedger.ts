import { sql } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';

export const ledgerKinds = [
  'receive',
  'count',
  'adjust',
  'damage',
  'repair',
  'write_off',
  'sale',
  'return',
  'import',
  'reserve',
  'consume',
  'release',
  'expire',
  'supersede',
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** One immutable line of a level's ledger, with what the level was after it. */
export interface LedgerLine {
  seq: number;
  kind: string;
  onHandDelta: number;
  reservedDelta: number;
  onHandAfter: number;
  reservedAfter: number;
  damagedDelta: number;
  damagedAfter: number;
  reservationId: string | null;
  /** The thing behind it, where it has a number of its own: a sale or a figure of another system, an order, a return. */
  documentKind: string | null;
  documentId: string | null;
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
    /** Only these; the balances are those of the whole ledger. */
    kinds?: readonly LedgerKind[] | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: LedgerLine[]; nextCursor: string | null }> {
  const before = decodeCursor(query.cursor, ['integer']);
  const level = sql`variant_id = ${query.variantId} and location_id = ${query.locationId}`;
  const limits = sql`${query.asOf ? sql`and at <= ${query.asOf}` : sql``}
    ${query.kinds?.length ? sql`and kind = any (${[...query.kinds]}::text[])` : sql``}`;
  // The balance of a line is the sum of all movements up to it: of those before the page once, from its first on by the window.
  const { rows } = await sql<LedgerLine>`
    with page as materialized (
      select * from stock.movement where ${level} ${before ? sql`and seq < ${before[0]}` : sql``} ${limits}
      order by seq desc limit ${query.limit + 1}),
    bounds as materialized (select min(seq) as first, max(seq) as last from page),
    earlier as (
      select coalesce(sum(on_hand_delta), 0)::int as on_hand, coalesce(sum(reserved_delta), 0)::int as reserved,
        coalesce(sum(damaged_delta), 0)::int as damaged
      from stock.movement where ${level} and seq < (select first from bounds)),
    balance as (
      select m.seq, sum(m.on_hand_delta) over w as on_hand, sum(m.reserved_delta) over w as reserved, sum(m.damaged_delta) over w as damaged
      from stock.movement m, bounds b where ${level} and m.seq between b.first and b.last window w as (order by m.seq))
    select p.seq, p.kind, p.on_hand_delta as "onHandDelta", p.reserved_delta as "reservedDelta", p.damaged_delta as "damagedDelta",
      (e.on_hand + l.on_hand)::int as "onHandAfter", (e.reserved + l.reserved)::int as "reservedAfter",
      (e.damaged + l.damaged)::int as "damagedAfter",
      p.reservation_id as "reservationId", p.document_kind as "documentKind", p.document_id as "documentId",
      p.actor, p.channel, p.reason, p.at
    from page p join balance l on l.seq = p.seq, earlier e order by p.seq desc`.execute(ctx.db);
  return toPage(rows, query.limit, (row) => [row.seq]);
}
