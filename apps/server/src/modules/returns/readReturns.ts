import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import type { ReturnRule } from './policy.ts';
import { type LineRecord, type Return, type ReturnRecord, toReturn } from './return.ts';
import type { ReturnState } from './states.ts';
import { tables, type UnitRow } from './tables.ts';

/** Whole returns where `condition` holds over "return", one statement. */
async function read(ctx: Ctx, condition: RawBuilder<unknown>, tail: RawBuilder<unknown> = sql``): Promise<Return[]> {
  const { rows } = await sql<{ return: ReturnRecord; lines: LineRecord[] }>`
    select to_jsonb("return") as return,
      (select jsonb_agg(to_jsonb(l) order by l.position) from returns.line l where l.return_id = "return".id) as lines
    from returns.return where ${condition} ${tail}`.execute(ctx.db);
  return rows.map((row) => toReturn(row.return, row.lines ?? []));
}

/** @throws AppError not_found */
export async function getReturn(ctx: Ctx, id: string): Promise<Return> {
  const [found] = await read(ctx, sql`"return".id = ${id}`);
  if (!found) throw new AppError('not_found', { detail: 'There is no such return.' });
  return found;
}

/** Returns of orders, oldest first: one statement for any number of orders. */
export async function returnsOfOrders(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, Return[]>> {
  const found = new Map<string, Return[]>();
  if (orderIds.length === 0) return found;
  const all = await read(
    ctx,
    sql`"return".order_id = any (${[...orderIds]}::uuid[])`,
    sql`order by "return".announced_at, "return".id`,
  );
  for (const one of all) found.set(one.orderId, [...(found.get(one.orderId) ?? []), one]);
  return found;
}

/** How much of the bought lines of orders is on its way back or back, by order line. */
export async function unitsOf(ctx: Ctx, orderIds: readonly string[]): Promise<Map<string, UnitRow>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('returns.unit')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .execute();
  return new Map(rows.map((row) => [row.order_line_id, row]));
}

/** The return a parcel, a protocol or a link names: by its number or its id; undefined where the text names none. */
export async function findByCode(ctx: Ctx, code: string): Promise<Return | undefined> {
  const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(code)?.[0];
  const number = /\bR-?(\d{6,10})\b/i.exec(code)?.[1];
  if (!id && !number) return undefined;
  const [found] = await read(ctx, id ? sql`"return".id = ${id}` : sql`"return".number = ${`R-${number}`}`);
  return found;
}

/** Returns that were settled within a time, oldest first: the separate record of what came back. */
export async function settledBetween(ctx: Ctx, from: Date, to: Date, limit: number): Promise<Return[]> {
  return read(
    ctx,
    sql`${visible(ctx)} and "return".state = 'settled' and "return".settled_at >= ${from} and "return".settled_at < ${to}`,
    sql`order by "return".settled_at, "return".id limit ${limit}`,
  );
}

export interface ReturnFilter {
  states?: readonly ReturnState[] | undefined;
  rule?: ReturnRule | undefined;
  way?: 'desk' | 'post' | undefined;
  locationId?: string | undefined;
  /** Number of the return or of the order, or its beginning. */
  text?: string | undefined;
  /** Complaints: not answered yet, or accepted because nobody answered. */
  answer?: 'waiting' | 'silence' | undefined;
  /** Whose clock (money or answer) has run out at this instant. */
  dueBefore?: Date | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first; staff of single locations see what is theirs to receive or came in there. */
export async function findReturns(
  ctx: Ctx,
  filter: ReturnFilter,
): Promise<{ items: Return[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const text =
    filter.text &&
    `${filter.text
      .trim()
      .toUpperCase()
      .replaceAll('\u0000', '')
      .replace(/[\\%_]/g, '\\$&')}%`;
  const found = await read(
    ctx,
    sql`${visible(ctx)}
      ${filter.states ? sql`and "return".state = any (${[...filter.states]})` : sql``}
      ${filter.way ? sql`and "return".way = ${filter.way}` : sql``}
      ${filter.locationId ? sql`and "return".location_id = ${filter.locationId}` : sql``}
      ${filter.rule ? sql`and exists (select 1 from returns.line l where l.return_id = "return".id and l.rule = ${filter.rule})` : sql``}
      ${filter.answer === 'silence' ? sql`and "return".answer = 'silence'` : sql``}
      ${
        filter.answer === 'waiting'
          ? sql`and "return".answer is null and "return".answer_due_at is not null
              and "return".state in ('announced', 'received', 'inspected')`
          : sql``
      }
      ${text ? sql`and ("return".number like ${text} or "return".order_number like ${text})` : sql``}
      ${
        filter.dueBefore
          ? sql`and "return".state in ('announced', 'received', 'inspected')
              and least("return".refund_due_at, case when "return".answer is null then "return".answer_due_at end) < ${filter.dueBefore}`
          : sql``
      }
      ${after ? sql`and ("return".announced_at, "return".id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}`,
    sql`order by "return".announced_at desc, "return".id desc limit ${filter.limit + 1}`,
  );
  return toPage(found, filter.limit, (one) => [one.announcedAt, one.id]);
}

const visible = (ctx: Ctx) => visibleAt(ctx, sql`"return".location_id`);

/** Whether the actor sees what comes back at a place. */
export function visibleAt({ actor }: Ctx, place: RawBuilder<unknown>): RawBuilder<unknown> {
  if (actor.kind !== 'staff' || actor.role === 'agent' || actor.role === 'admin' || actor.locationIds === 'all')
    return sql`true`;
  return sql`${place} = any (${[...actor.locationIds]}::uuid[])`;
}

/** Every step of a return, oldest first. */
export async function stepsOf(ctx: Ctx, returnId: string) {
  const rows = await tables(ctx)
    .selectFrom('returns.step')
    .selectAll()
    .where('return_id', '=', returnId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    actor: row.actor,
    locationId: row.location_id,
    reason: row.reason,
    at: row.at.toISOString(),
  }));
}
