import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import type { ComplaintAnswer, ReturnRule } from './policy.ts';
import { visibleAt } from './readReturns.ts';
import type { ReturnState } from './states.ts';

/** How goods came back, and on what ground: one return may be of several kinds, as a withdrawal that came by post. */
export const returnKinds = ['receipt', 'no_receipt', 'post', 'withdrawal', 'complaint'] as const;
export type ReturnKind = (typeof returnKinds)[number];

export interface Returned {
  id: string;
  number: string;
  kinds: ReturnKind[];
  state: ReturnState;
  /** null: no sale was found. */
  order: { id: string; number: string } | null;
  locationId: string | null;
  pieces: number;
  total: Money;
  takenBy: string | null;
  /** Announced, or taken at a counter. */
  at: string;
  receivedAt: string | null;
  refundDueAt: string | null;
  answerDueAt: string | null;
  complaint: { answer: ComplaintAnswer } | null;
}

export interface ReturnedFilter {
  kind?: ReturnKind | undefined;
  states?: readonly ReturnState[] | undefined;
  locationId?: string | undefined;
  takenBy?: string | undefined;
  /** Number of the return or of the order, or its beginning, with or without its letter. */
  text?: string | undefined;
  answer?: 'waiting' | 'silence' | undefined;
  dueBefore?: Date | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface Row {
  id: string;
  number: string;
  state: ReturnState;
  way: 'desk' | 'post' | null;
  rules: ReturnRule[];
  order_id: string | null;
  order_number: string | null;
  location_id: string | null;
  pieces: number;
  total: number;
  currency: string;
  taken_by: string | null;
  at: Date;
  received_at: Date | null;
  refund_due_at: Date | null;
  answer_due_at: Date | null;
  answer: ComplaintAnswer | null;
}

/** Everything that came or comes back, with and without a sale, newest first: one statement. */
export async function listReturned(
  ctx: Ctx,
  filter: ReturnedFilter,
): Promise<{ items: Returned[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const { rows } = await sql<Row>`
    select found.*, goods.pieces, goods.rules from (
      (${withSale(ctx, filter, after)}) union all (${withoutSale(ctx, filter, after)})
      order by at desc, id desc limit ${filter.limit + 1}
    ) found cross join lateral (
      select coalesce(sum(l.quantity), 0)::int as pieces, coalesce(jsonb_agg(distinct l.rule) filter (where l.rule is not null), '[]') as rules
      from (
        select quantity, rule from returns.line where return_id = found.id
        union all select quantity, null from returns.blind_line where blind_id = found.id
      ) l
    ) goods
    order by found.at desc, found.id desc`.execute(ctx.db);
  return toPage(rows.map(toReturned), filter.limit, (one) => [one.at, one.id]);
}

type After = (string | number)[] | undefined;

/** A page of what came back with its sale; each side of the union is cut to a page by its own index. */
function withSale(ctx: Ctx, filter: ReturnedFilter, after: After): RawBuilder<unknown> {
  const text = likeNumber(filter.text);
  const hasRule = (rule: ReturnRule) =>
    sql`exists (select 1 from returns.line l where l.return_id = r.id and l.rule = ${rule})`;
  const kinds: Record<ReturnKind, RawBuilder<unknown>> = {
    receipt: sql`and r.way = 'desk'`,
    no_receipt: sql`and false`,
    post: sql`and r.way = 'post'`,
    withdrawal: sql`and ${hasRule('withdrawal')}`,
    complaint: sql`and ${hasRule('complaint')}`,
  };
  const isOpen = sql`r.state in ('announced', 'received', 'inspected')`;
  return sql`
    select r.id, r.number, r.state, r.way, r.order_id, r.order_number, r.location_id, r.goods_amount + r.delivery_amount as total,
      r.currency, r.taken_by, r.announced_at as at, r.received_at, r.refund_due_at, r.answer_due_at, r.answer
    from returns.return r
    where ${visibleAt(ctx, sql`r.location_id`)}
      ${filter.kind ? kinds[filter.kind] : sql``}
      ${filter.states ? sql`and r.state = any (${[...filter.states]})` : sql``}
      ${filter.locationId ? sql`and r.location_id = ${filter.locationId}` : sql``}
      ${filter.takenBy ? sql`and r.taken_by = ${filter.takenBy}` : sql``}
      ${text ? sql`and (r.number like any (${text}) or r.order_number like any (${text}))` : sql``}
      ${filter.answer === 'silence' ? sql`and r.answer = 'silence'` : sql``}
      ${filter.answer === 'waiting' ? sql`and r.answer is null and r.answer_due_at is not null and ${isOpen}` : sql``}
      ${
        filter.dueBefore
          ? sql`and ${isOpen} and least(r.refund_due_at, case when r.answer is null then r.answer_due_at end) < ${filter.dueBefore}`
          : sql``
      }
      ${after ? sql`and (r.announced_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by r.announced_at desc, r.id desc limit ${filter.limit + 1}`;
}

/** Without a sale there is no clock and no order, and all is done at the counter. */
function withoutSale(ctx: Ctx, filter: ReturnedFilter, after: After): RawBuilder<unknown> {
  const text = likeNumber(filter.text);
  const isAsked =
    (filter.kind === undefined || filter.kind === 'no_receipt') &&
    (filter.states === undefined || filter.states.includes('settled')) &&
    filter.answer === undefined &&
    filter.dueBefore === undefined;
  return sql`
    select b.id, b.number, 'settled', null, null, null, b.location_id, b.total,
      b.currency, b.taken_by, b.taken_at as at, b.taken_at, null, null, null
    from returns.blind b
    where ${isAsked} and ${visibleAt(ctx, sql`b.location_id`)}
      ${filter.locationId ? sql`and b.location_id = ${filter.locationId}` : sql``}
      ${filter.takenBy ? sql`and b.taken_by = ${filter.takenBy}` : sql``}
      ${text ? sql`and b.number like any (${text})` : sql``}
      ${after ? sql`and (b.taken_at, b.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by b.taken_at desc, b.id desc limit ${filter.limit + 1}`;
}

/** Beginnings of numbers that a text may mean: who types from paper leaves the letter out. */
function likeNumber(text: string | undefined): string[] | undefined {
  const cleaned = text?.trim().toUpperCase().replaceAll('\u0000', '');
  if (!cleaned) return undefined;
  const escaped = `${cleaned.replace(/[\\%_]/g, '\\$&')}%`;
  return /^\d/.test(cleaned) ? [escaped, `R-${escaped}`, `V-${escaped}`] : [escaped];
}

const toReturned = (row: Row): Returned => ({
  id: row.id,
  number: row.number,
  kinds: kindsOf(row),
  state: row.state,
  order: row.order_id && row.order_number ? { id: row.order_id, number: row.order_number } : null,
  locationId: row.location_id,
  pieces: row.pieces,
  total: { amount: row.total, currency: row.currency },
  takenBy: row.taken_by,
  at: row.at.toISOString(),
  receivedAt: row.received_at?.toISOString() ?? null,
  refundDueAt: row.refund_due_at?.toISOString() ?? null,
  answerDueAt: row.answer_due_at?.toISOString() ?? null,
  complaint: row.answer && { answer: row.answer },
});

const kindsOf = ({ way, rules }: Row): ReturnKind[] => [
  way === null ? 'no_receipt' : way === 'post' ? 'post' : 'receipt',
  ...(['withdrawal', 'complaint'] as const).filter((rule) => rules.includes(rule)),
];
