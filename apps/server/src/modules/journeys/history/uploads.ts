import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { tellNow } from '../../../kernel/live.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import type { Mapping } from './mapping.ts';
import type { UploadFault, UploadFaultRule } from './uploadFault.ts';

export const uploadStates = ['uploading', 'uploaded', 'running', 'paused', 'done', 'failed', 'cancelled'] as const;
export type UploadState = (typeof uploadStates)[number];

/** Of a file's faults; a wrong mapping makes one of every row. */
export const faultsKept = 1_000;

export interface Upload {
  id: string;
  state: UploadState;
  file_name: string;
  bytes: number;
  uploaded: number;
  mapping: Mapping | null;
  bytes_read: number;
  rows_read: number;
  rows_done: number;
  events_done: number;
  kept: number;
  known: number;
  faulty: number;
  fault: string | null;
  fault_rule: UploadFaultRule | null;
  fault_line: number | null;
  tries: number;
  created_at: Date;
  created_by: string;
  started_at: Date | null;
  finished_at: Date | null;
  is_file_kept: boolean;
}

export async function getUpload(ctx: Ctx, id: string, lock = false): Promise<Upload> {
  const { rows } = await sql<Upload>`
    select * from journeys.history_upload where id = ${id} ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new AppError('not_found', { detail: 'There is no such import of history.' });
  return row;
}

export const wrongState = (state: UploadState): Refusal =>
  refuse('illegal_transition', { detail: `This import is ${state}; nothing was changed.`, state });

export function showUpload(row: Upload) {
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    bytes: row.bytes,
    uploaded: row.uploaded,
    mapping: row.mapping as Record<string, unknown> | null,
    rows: row.rows_read,
    kept: row.kept,
    known: row.known,
    faulty: row.faulty,
    share: shareDone(row),
    fault: faultOf(row),
    isFileKept: row.is_file_kept,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

const faultOf = ({ fault, fault_rule, fault_line }: Upload): UploadFault | null =>
  fault === null ? null : { rule: fault_rule ?? 'other', line: fault_line, detail: fault };

/** Rows that are brought together are read first and become events afterwards: half the way each. */
function shareDone({ state, mapping, bytes, bytes_read, rows_read, rows_done }: Upload): number {
  if (state === 'done') return 1;
  const read = bytes_read / bytes;
  const share = mapping?.lines ? (read + (rows_read === 0 ? 0 : rows_done / rows_read)) / 2 : read;
  return Math.min(0.99, share);
}

export async function listUploads(ctx: Ctx, input: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(input.cursor, ['instant', 'id']);
  const { rows } = await sql<Upload>`
    select * from journeys.history_upload
    where ${after ? sql`(date_trunc('milliseconds', created_at), id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql`true`}
    order by created_at desc, id desc limit ${input.limit + 1}`.execute(ctx.db);
  return toPage(rows.map(showUpload), input.limit, ({ createdAt, id }) => [createdAt, id]);
}

/** For those who watch; nothing depends on it. */
export const tellAdvanced = (ctx: Ctx, importId: string): Promise<void> =>
  tellNow(ctx, { type: 'journeys.history.advanced', data: { importId } });

/** A few parts a statement: a file of gigabytes is not deleted in a moment. */
export async function forgetFile(ctx: Ctx, importId: string): Promise<void> {
  for (let n = 1n; n > 0n; ) {
    const done = await sql`delete from journeys.history_part where import_id = ${importId} and start_at in (
      select start_at from journeys.history_part where import_id = ${importId} limit 64)`.execute(ctx.db);
    n = done.numAffectedRows ?? 0n;
  }
  await sql`update journeys.history_upload set is_file_kept = false where id = ${importId}`.execute(ctx.db);
}
