import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Money } from '../../../kernel/money.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';

export type StatementLineState =
  | 'new'
  | 'matched'
  | 'less'
  | 'more'
  | 'unknown'
  | 'not_awaited'
  | 'late'
  | 'accepted'
  | 'sent_back';

/** A line of a bank statement: money that came, and what became of it. */
export interface StatementLine {
  id: string;
  /** The bank's own id of it: imported twice, it is here once. */
  externalId: string;
  bookedOn: string;
  amount: Money;
  title: string;
  /** pii */
  payer: string | null;
  /** pii: where it came from, and goes back to. */
  payerAccount: string | null;
  /** What was more than its order cost, and goes back. */
  excess: Money;
  state: StatementLineState;
  orderId: string | null;
  importedAt: string;
  decidedAt: string | null;
  reason: string | null;
}

interface Row {
  id: string;
  external_id: string;
  booked_on: string;
  amount: number;
  currency: string;
  title: string;
  payer: string | null;
  payer_account: string | null;
  excess: number;
  state: StatementLineState;
  order_id: string | null;
  imported_at: Date;
  decided_at: Date | null;
  reason: string | null;
}

const toLine = (row: Row): StatementLine => ({
  id: row.id,
  externalId: row.external_id,
  bookedOn: row.booked_on,
  amount: { amount: row.amount, currency: row.currency },
  title: row.title,
  payer: row.payer,
  payerAccount: row.payer_account,
  excess: { amount: row.excess, currency: row.currency },
  state: row.state,
  orderId: row.order_id,
  importedAt: row.imported_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  reason: row.reason,
});

/** Keeps a line before anything is done about it; known ones are given as they are. */
export async function keepStatementLine(
  ctx: Ctx,
  line: {
    externalId: string;
    bookedOn: string;
    amount: Money;
    title: string;
    payer?: string | undefined;
    payerAccount?: string | undefined;
  },
): Promise<StatementLine> {
  const { rows } = await sql<Row>`
    with kept as (
      insert into payments.statement_line (id, external_id, booked_on, amount, currency, title, payer, payer_account, state, imported_at)
      values (${ctx.newId()}, ${line.externalId}, ${line.bookedOn}, ${line.amount.amount}, ${line.amount.currency}, ${line.title},
        ${line.payer ?? null}, ${line.payerAccount ?? null}, 'new', ${ctx.clock.now()})
      on conflict (external_id) do nothing returning *
    )
    select * from kept union all select * from payments.statement_line where external_id = ${line.externalId}`.execute(
    ctx.db,
  );
  if (!rows[0]) throw new AppError('version_conflict', { detail: 'The same line is being imported elsewhere.' });
  return toLine(rows[0]);
}

/** Says what became of a line; a decision of a person carries its reason. Only from one of the states `from`. */
export async function markStatementLine(
  ctx: Ctx,
  input: {
    id: string;
    from: readonly StatementLineState[];
    to: StatementLineState;
    orderId?: string | undefined;
    reason?: string | undefined;
    /** Minor units of it that are to go back. */
    excess?: number | undefined;
  },
): Promise<StatementLine | undefined> {
  const { rows } = await sql<Row>`
    update payments.statement_line set state = ${input.to}, order_id = coalesce(${input.orderId ?? null}::uuid, order_id),
      reason = coalesce(${input.reason ?? null}, reason), excess = ${input.excess ?? 0}, decided_at = ${input.reason === undefined ? null : ctx.clock.now()}
    where id = ${input.id} and state = any (${[...input.from]}) returning *`.execute(ctx.db);
  return rows[0] && toLine(rows[0]);
}

/** @throws AppError not_found */
export async function getStatementLine(ctx: Ctx, id: string): Promise<StatementLine> {
  const { rows } = await sql<Row>`select * from payments.statement_line where id = ${id}`.execute(ctx.db);
  if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such line.' });
  return toLine(rows[0]);
}

/** Lines of one order that came with too little and wait for the rest. */
export async function partsOfTransfer(ctx: Ctx, orderId: string): Promise<StatementLine[]> {
  const { rows } = await sql<Row>`
    select * from payments.statement_line where order_id = ${orderId} and state = 'less' order by imported_at`.execute(
    ctx.db,
  );
  return rows.map(toLine);
}

/** Lines, newest first, in pages; those that wait for a person where `open`. */
export async function findStatementLines(
  ctx: Ctx,
  filter: { open: boolean; limit: number; cursor?: string | undefined },
): Promise<{ items: StatementLine[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const { rows } = await sql<Row>`
    select * from payments.statement_line
    where (not ${filter.open} or state in ('new', 'less', 'more', 'unknown', 'not_awaited'))
      ${after ? sql`and (imported_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by imported_at desc, id desc limit ${filter.limit + 1}`.execute(ctx.db);
  return toPage(rows.map(toLine), filter.limit, (line) => [line.importedAt, line.id]);
}
