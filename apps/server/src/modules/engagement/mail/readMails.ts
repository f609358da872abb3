import { sql } from 'kysely';
import type { Ctx, Language } from '../../../kernel/context.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
import { type MailState, tables } from '../tables.ts';

export interface MailSummary {
  id: string;
  template: string;
  language: Language;
  state: MailState;
  subject: string | null;
  to: string;
  attempts: number;
  lastError: string | null;
  queuedAt: string;
  sentAt: string | null;
  failedAt: string | null;
  threadId: string | null;
}

const columns = [
  'id',
  'template',
  'language',
  'state',
  'subject',
  'to_address',
  'attempts',
  'last_error',
  'queued_at',
  'sent_at',
  'failed_at',
  'thread_id',
] as const;

interface Row {
  id: string;
  template: string;
  language: Language;
  state: MailState;
  subject: string | null;
  to_address: string;
  attempts: number;
  last_error: string | null;
  queued_at: Date;
  sent_at: Date | null;
  failed_at: Date | null;
  thread_id: string | null;
}

const toSummary = (row: Row): MailSummary => ({
  id: row.id,
  template: row.template,
  language: row.language,
  state: row.state,
  subject: row.subject,
  to: row.to_address,
  attempts: row.attempts,
  lastError: row.last_error,
  queuedAt: row.queued_at.toISOString(),
  sentAt: row.sent_at?.toISOString() ?? null,
  failedAt: row.failed_at?.toISOString() ?? null,
  threadId: row.thread_id,
});

/** Mails that were given up or could not be written, newest first. One statement. */
export async function listFailedMails(
  ctx: Ctx,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: MailSummary[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor, ['instant', 'id']);
  const rows = await tables(ctx)
    .selectFrom('engagement.mail')
    .select(columns)
    .where('state', '=', 'failed')
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(failed_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('failed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.failed_at?.toISOString() ?? '', row.id]);
  return { items: items.map(toSummary), nextCursor };
}

/** What the system wrote to a person, newest first: an associate sees that a customer's screenshot is genuine. One statement. */
export async function mailsOf(
  ctx: Ctx,
  whose: { customerId: string; subjectIds: readonly string[] },
  limit = 50,
): Promise<MailSummary[]> {
  const rows = await tables(ctx)
    .selectFrom('engagement.mail')
    .select(columns)
    .where((eb) =>
      eb.or([
        eb('customer_id', '=', whose.customerId),
        ...(whose.subjectIds.length > 0 ? [eb('subject_id', 'in', whose.subjectIds)] : []),
      ]),
    )
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toSummary);
}

/**
 * Mails about one thing, oldest first: by the whole keys they were queued under (see queueMail), and by the beginnings of
 * keys among those of one subject. One statement.
 */
export async function mailsByKeys(
  ctx: Ctx,
  query: { keys: readonly string[]; subjectId: string | null; beginnings: readonly string[] },
): Promise<MailSummary[]> {
  const patterns = query.beginnings.map((key) => `${key.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await tables(ctx)
    .selectFrom('engagement.mail')
    .select(columns)
    .where(
      sql<boolean>`(unique_key = any(${[...query.keys]}::text[])
        or (subject_id = ${query.subjectId} and unique_key like any(${patterns}::text[])))`,
    )
    .orderBy('queued_at')
    .orderBy('id')
    .execute();
  return rows.map(toSummary);
}

/** Numbers for health: mails given up, mails that wait, and since when. One statement. */
export async function mailHealth(
  ctx: Ctx,
): Promise<{ failed: number; oldestFailedAt: Date | null; waiting: number; oldestWaitingAt: Date | null }> {
  const row = await tables(ctx)
    .selectFrom('engagement.mail')
    .select([
      sql<number>`count(*) filter (where state = 'failed')`.as('failed'),
      sql<Date | null>`min(failed_at) filter (where state = 'failed')`.as('oldestFailedAt'),
      sql<number>`count(*) filter (where state in ('queued', 'sending'))`.as('waiting'),
      sql<Date | null>`min(queued_at) filter (where state in ('queued', 'sending'))`.as('oldestWaitingAt'),
    ])
    .where('state', '<>', 'sent')
    .executeTakeFirstOrThrow();
  return row;
}
