import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { ErasedRows, PersonalSection } from '../../../kernel/personal.ts';

/** How long an export can be fetched. */
export const exportDays = 7;

/** What was erased and what is kept, for whoever asks later; it names nobody. */
export interface Certificate {
  erasedAt: string;
  /** Rows made nameless or removed, by table. */
  erased: ErasedRows;
  kept: { what: string; why: string; until: string; rows: number }[];
  /** Copies that end by themselves, in days. */
  backupsEndWithinDays: number;
  logsEndWithinDays: number;
}

export interface PersonalExport {
  madeAt: string;
  sections: PersonalSection[];
}

export interface DataRequest {
  id: string;
  kind: 'export' | 'erasure';
  customerId: string;
  state: 'queued' | 'done';
  askedBy: string;
  askedAt: string;
  finishedAt: string | null;
  /** Of an export that can still be fetched. */
  availableUntil: string | null;
  certificate: Certificate | null;
}

interface Row {
  id: string;
  kind: 'export' | 'erasure';
  customer_id: string;
  state: 'queued' | 'done';
  asked_by: string;
  asked_at: Date;
  finished_at: Date | null;
  certificate: Certificate | null;
  has_answer: boolean;
}

const columns = sql`id, kind, customer_id, state, asked_by, asked_at, finished_at, certificate, answer is not null as has_answer`;

const toRequest = (row: Row): DataRequest => ({
  id: row.id,
  kind: row.kind,
  customerId: row.customer_id,
  state: row.state,
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  availableUntil:
    row.has_answer && row.finished_at
      ? new Date(row.finished_at.getTime() + exportDays * 86_400_000).toISOString()
      : null,
  certificate: row.certificate,
});

/** Asks once: while one is open, asking again gives that one. */
export async function openDataRequest(
  tx: Ctx,
  input: { kind: DataRequest['kind']; customerId: string; reason?: string | undefined },
): Promise<{ request: DataRequest; isNew: boolean }> {
  const { rows: made } = await sql<Row>`
    insert into customers.data_request (id, kind, customer_id, state, asked_by, asked_at, reason)
    values (${tx.newId()}, ${input.kind}, ${input.customerId}, 'queued', ${actorKey(tx.actor)}, ${tx.clock.now()},
      ${input.reason ?? null})
    on conflict (customer_id, kind) where state = 'queued' do nothing
    returning ${columns}`.execute(tx.db);
  const { rows } =
    made.length > 0
      ? { rows: made }
      : await sql<Row>`select ${columns} from customers.data_request
          where customer_id = ${input.customerId} and kind = ${input.kind} and state = 'queued'`.execute(tx.db);
  const row = rows[0];
  if (!row) throw new Error('a request for data neither could be made nor is there');
  return { request: toRequest(row), isNew: made.length > 0 };
}

export async function getDataRequest(ctx: Ctx, id: string): Promise<DataRequest | undefined> {
  const { rows } = await sql<Row>`select ${columns} from customers.data_request where id = ${id}`.execute(ctx.db);
  return rows[0] && toRequest(rows[0]);
}

export async function dataRequestsOf(ctx: Ctx, customerIds: readonly string[]): Promise<DataRequest[]> {
  const { rows } = await sql<Row>`select ${columns} from customers.data_request
    where customer_id = any(${[...customerIds]}::uuid[]) order by asked_at desc, id desc limit 50`.execute(ctx.db);
  return rows.map(toRequest);
}

export async function exportOf(ctx: Ctx, id: string): Promise<PersonalExport | undefined> {
  const since = new Date(ctx.clock.now().getTime() - exportDays * 86_400_000);
  const { rows } = await sql<{ answer: PersonalExport }>`select answer from customers.data_request
    where id = ${id} and kind = 'export' and answer is not null and finished_at > ${since}`.execute(ctx.db);
  return rows[0]?.answer;
}

export async function progressOf(ctx: Ctx, id: string): Promise<Record<string, ErasedRows>> {
  const { rows } = await sql<{ progress: Record<string, ErasedRows> }>`
    select progress from customers.data_request where id = ${id}`.execute(ctx.db);
  return rows[0]?.progress ?? {};
}

export async function noteProgress(ctx: Ctx, id: string, module: string, erased: ErasedRows): Promise<void> {
  await sql`update customers.data_request set progress = progress || ${JSON.stringify({ [module]: erased })}::jsonb
    where id = ${id}`.execute(ctx.db);
}

/** Ends a request, in the caller's transaction; false when it had ended already. */
export async function finishDataRequest(
  tx: Ctx,
  request: DataRequest,
  outcome: { answer: PersonalExport } | { certificate: Certificate },
): Promise<boolean> {
  const answer = 'answer' in outcome ? JSON.stringify(outcome.answer) : null;
  const certificate = 'certificate' in outcome ? JSON.stringify(outcome.certificate) : null;
  const { rows } = await sql`update customers.data_request
    set state = 'done', finished_at = ${tx.clock.now()}, answer = ${answer}::json, certificate = ${certificate}::jsonb, reason = null
    where id = ${request.id} and state = 'queued' returning id`.execute(tx.db);
  if (rows.length === 0) return false;
  await emit(tx, {
    type: request.kind === 'export' ? 'customers.data.exported' : 'customers.data.erased',
    aggregate: 'data_request',
    aggregateId: request.id,
    aggregateVersion: 1,
    data: { requestId: request.id, customerId: request.customerId },
  });
  return true;
}

/** Daily: an export that nobody fetched within a week is not kept. */
export async function forgetExports(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - exportDays * 86_400_000);
  await sql`update customers.data_request set answer = null
    where answer is not null and finished_at < ${before}`.execute(ctx.db);
}
