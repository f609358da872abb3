import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
import { getRetailer } from '../../settings/index.ts';
import { maskEvent, maskText } from './maskEvent.ts';

/** An event that could not be used, as the list shows it. */
export interface DeadLetterLine {
  id: string;
  receivedAt: string;
  sourceId: string;
  reason: string;
  /** What it says it is, where that can be read. */
  type: string | null;
  name: string | null;
  /** Whether all of it is still there; one too large was cut. */
  replayable: boolean;
}

export interface DeadLetterFilter {
  reason?: string | undefined;
  sourceId?: string | undefined;
  /** A day of the retailer's zone. */
  day?: string | undefined;
}

interface Row {
  id: string;
  received_at: Date;
  source_id: string;
  reason: string;
  event: string;
  whole: boolean;
  error: string | null;
}

/** The newest first, a page at a time. */
export async function listDeadLetters(
  ctx: Ctx,
  filter: DeadLetterFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: DeadLetterLine[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const { zone } = await getRetailer(ctx);
  const { rows } = await sql<Row>`
    select id, received_at, source_id, reason, event, whole, error from journeys.dead_letter
    where (${filter.reason ?? null}::text is null or reason = ${filter.reason ?? null})
      and (${filter.sourceId ?? null}::uuid is null or source_id = ${filter.sourceId ?? null}::uuid)
      and (${filter.day ?? null}::date is null
        or (received_at >= ${filter.day ?? null}::date::timestamp at time zone ${zone}
          and received_at < (${filter.day ?? null}::date + 1)::timestamp at time zone ${zone}))
      and (${after?.[0] ?? null}::timestamptz is null
        or (date_trunc('milliseconds', received_at), id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by received_at desc, id desc
    limit ${filter.limit + 1}`.execute(ctx.db);
  const lines = rows.map((row): DeadLetterLine => {
    return {
      id: row.id,
      receivedAt: row.received_at.toISOString(),
      sourceId: row.source_id,
      reason: row.reason,
      ...namesOf(readJson(row.event)),
      replayable: row.whole,
    };
  });
  return toPage(lines, filter.limit, (line) => [line.receivedAt, line.id]);
}

/** How many there are of each reason, source and day; the newest day first. */
export async function countDeadLetters(
  ctx: Ctx,
): Promise<{ reason: string; sourceId: string; day: string; events: number; replayable: number }[]> {
  const { zone } = await getRetailer(ctx);
  const { rows } = await sql<{ reason: string; sourceId: string; day: string; events: number; replayable: number }>`
    select reason, source_id as "sourceId", to_char(received_at at time zone ${zone}, 'YYYY-MM-DD') as day,
      count(*) as events, count(*) filter (where whole) as replayable
    from journeys.dead_letter group by 1, 2, 3 order by 3 desc, 4 desc, 1 limit 500`.execute(ctx.db);
  return rows;
}

/** One of them with its event, masked: what is wrong shows, who it was does not. */
export async function getDeadLetter(
  ctx: Ctx,
  id: string,
): Promise<DeadLetterLine & { event: string; error: string | null }> {
  const { rows } = await sql<Row>`
    select id, received_at, source_id, reason, event, whole, error from journeys.dead_letter where id = ${id}`.execute(
    ctx.db,
  );
  const row = rows[0];
  if (!row)
    throw new AppError('not_found', {
      detail: 'There is no such event: it was taken in, or its thirty days are over.',
    });
  // Masked as it is, it is somebody's event: who looked is known.
  await audit(ctx, { act: 'journeys.dead_letter.looked', target: 'dead_letter', targetId: id });
  const parsed = readJson(row.event);
  return {
    id: row.id,
    receivedAt: row.received_at.toISOString(),
    sourceId: row.source_id,
    reason: row.reason,
    ...namesOf(parsed),
    replayable: row.whole,
    // What was cut is no JSON any more, and nothing tells where in it a name stands.
    event: parsed === undefined ? '' : JSON.stringify(maskEvent(parsed), null, 2),
    error: row.error === null ? null : maskText(row.error),
  };
}

function namesOf(event: unknown): { type: string | null; name: string | null } {
  const fields = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
  const text = (value: unknown) => (typeof value === 'string' ? maskText(value).slice(0, 100) : null);
  return { type: text(fields.type), name: text(fields.event) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
