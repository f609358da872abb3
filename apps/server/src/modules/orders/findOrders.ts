import { type RawBuilder, sql } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { atLocations, visibleTo } from './access.ts';
import type { Way } from './order.ts';
import type { OrderState } from './states.ts';

export interface OrderFilter {
  /** `V-100234` or `100234`. */
  number?: string | undefined;
  /** Part of a number, or of the name, e-mail or phone given with the order. */
  text?: string | undefined;
  channels?: readonly Channel[] | undefined;
  states?: readonly OrderState[] | undefined;
  /** Made there, or to be had from there. */
  locationId?: string | undefined;
  /** RFC 3339, of the placing; from inclusive, to exclusive. */
  from?: string | undefined;
  to?: string | undefined;
  subjectIds?: readonly string[] | undefined;
  ids?: readonly string[] | undefined;
  /** That has these goods. */
  variantId?: string | undefined;
  /** Minor units, all of it. */
  total?: number | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface OrderSummary {
  id: string;
  number: string;
  version: number;
  state: OrderState;
  channel: Channel;
  market: string;
  subjectId: string | null;
  /** pii: as given with the order. */
  contactName: string | null;
  /** What it was placed at. */
  total: Money;
  /** What it is worth now. */
  worth: Money;
  placedAt: string;
  paidAt: string | null;
  /** Of goods. */
  lines: { variantId: string | null; quantity: number; way: Way }[];
}

interface Row {
  id: string;
  number: string;
  version: number;
  state: OrderState;
  channel: Channel;
  market: string;
  currency: string;
  subject_id: string | null;
  contact_name: string | null;
  gross: number;
  worth: number;
  placed_at: Date;
  paid_at: Date | null;
  lines: { variantId: string | null; quantity: number; method: Way['method']; locationId: string | null }[];
}

/** Orders that the actor may see, newest first, in pages; one statement for any number. */
export async function findOrders(
  ctx: Ctx,
  filter: OrderFilter,
): Promise<{ items: OrderSummary[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const { rows } = await sql<Row>`
    select "order".id, "order".number, "order".version, "order".state, "order".channel, "order".market, "order".currency, "order".subject_id,
      "order".contact->>'name' as contact_name, "order".gross,
      (select coalesce(sum(l.gross), 0)::bigint from orders.line l where l.order_id = "order".id and l.state <> 'cancelled') as worth, "order".placed_at, "order".paid_at,
      (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity, 'method', l.method, 'locationId', l.location_id) order by l.position)
        from orders.line l where l.order_id = "order".id and l.kind = 'goods') as lines
    from orders.order where ${matching(ctx, filter)}
      ${after ? sql`and ("order".placed_at, "order".id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by "order".placed_at desc, "order".id desc limit ${filter.limit + 1}`.execute(ctx.db);
  const page = toPage(rows, filter.limit, (row) => [row.placed_at.toISOString(), row.id]);
  return { items: page.items.map(toSummary), nextCursor: page.nextCursor };
}

function toSummary(row: Row): OrderSummary {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    channel: row.channel,
    market: row.market,
    subjectId: row.subject_id,
    contactName: row.contact_name,
    total: { amount: row.gross, currency: row.currency },
    worth: { amount: row.worth, currency: row.currency },
    placedAt: row.placed_at.toISOString(),
    paidAt: row.paid_at?.toISOString() ?? null,
    lines: row.lines.map(({ variantId, quantity, method, locationId }) => ({
      variantId,
      quantity,
      way: method === 'delivery' || locationId === null ? { method: 'delivery' } : { method, locationId },
    })),
  };
}

/** How many orders there are that the actor may see; one statement. */
export async function countOrders(ctx: Ctx, filter: Omit<OrderFilter, 'limit' | 'cursor'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from orders.order where ${matching(ctx, filter)}`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}

function matching(ctx: Ctx, filter: Omit<OrderFilter, 'limit' | 'cursor'>): RawBuilder<unknown> {
  const number =
    filter.number === undefined ? undefined : `V-${filter.number.trim().toUpperCase().replace(/^V-?/, '')}`;
  const pattern =
    filter.text &&
    `%${filter.text
      .trim()
      .replaceAll('\u0000', '')
      .replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${visibleTo(ctx.actor)}
    ${number === undefined ? sql`` : sql`and "order".number = ${number}`}
    ${
      pattern
        ? sql`and ("order".number ilike ${pattern} or "order".contact->>'name' ilike ${pattern}
            or "order".contact->>'email' ilike ${pattern} or "order".contact->>'phone' ilike ${pattern})`
        : sql``
    }
    ${filter.channels?.length ? sql`and "order".channel = any (${[...filter.channels]})` : sql``}
    ${filter.states ? sql`and "order".state = any (${[...filter.states]})` : sql``}
    ${filter.locationId ? sql`and ${atLocations([filter.locationId])}` : sql``}
    ${filter.from ? sql`and "order".placed_at >= ${filter.from}::timestamptz` : sql``}
    ${filter.to ? sql`and "order".placed_at < ${filter.to}::timestamptz` : sql``}
    ${filter.subjectIds ? sql`and "order".subject_id = any (${[...filter.subjectIds]}::uuid[])` : sql``}
    ${filter.ids ? sql`and "order".id = any (${[...filter.ids]}::uuid[])` : sql``}
    ${filter.total === undefined ? sql`` : sql`and "order".gross = ${filter.total}`}
    ${
      filter.variantId
        ? sql`and exists (select 1 from orders.line l where l.order_id = "order".id and l.variant_id = ${filter.variantId})`
        : sql``
    }`;
}
