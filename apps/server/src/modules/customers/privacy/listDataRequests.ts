import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';

/** The law gives a month for an answer (GDPR 12(3)). */
export const answerDays = 30;

export interface ListedRequest {
  id: string;
  kind: 'export' | 'erasure';
  state: 'queued' | 'done';
  customerId: string;
  askedBy: string;
  askedAt: string;
  dueAt: string;
  finishedAt: string | null;
}

/** Wishes for copies and erasures of all customers: what is open first, then the newest. */
export async function listDataRequests(ctx: Ctx, query: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(query.cursor, ['text', 'instant', 'id']);
  const { rows } = await sql<{
    id: string;
    kind: 'export' | 'erasure';
    state: 'queued' | 'done';
    customer_id: string;
    asked_by: string;
    asked_at: Date;
    finished_at: Date | null;
  }>`select id, kind, state, customer_id, asked_by, asked_at, finished_at from customers.data_request
    where ${after?.[0] ?? null}::text is null
      or (state, asked_at, id) < (${after?.[0] ?? null}::text, ${after?.[1] ?? null}::timestamptz, ${after?.[2] ?? null}::uuid)
    order by state desc, asked_at desc, id desc limit ${query.limit + 1}`.execute(ctx.db);
  const items = rows.map(
    (row): ListedRequest => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      customerId: row.customer_id,
      askedBy: row.asked_by,
      askedAt: row.asked_at.toISOString(),
      dueAt: new Date(row.asked_at.getTime() + answerDays * 86_400_000).toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    }),
  );
  return toPage(items, query.limit, (item) => [item.state, item.askedAt, item.id]);
}
