import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { forgetFile } from './uploads.ts';

const keptDays = 7;
const faultsKeptDays = 30;

/** Files nobody went on with go after a week, what is left of finished ones at once, faults after a month. */
export async function forgetUploads(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await sql`update journeys.history_upload set state = 'cancelled', finished_at = ${now},
      fault = 'Nobody went on with it for a week; its file is gone.', fault_rule = 'left_alone', fault_line = null
    where state in ('uploading', 'uploaded', 'paused', 'failed') and worked_at < ${before(keptDays)}`.execute(ctx.db);
  const { rows } = await sql<{ id: string }>`
    select id from journeys.history_upload where is_file_kept and state in ('done', 'cancelled')`.execute(ctx.db);
  for (const { id } of rows) await forgetFile(ctx, id);
  await sql`delete from journeys.history_fault f using journeys.history_upload u
    where u.id = f.import_id and u.worked_at < ${before(faultsKeptDays)}`.execute(ctx.db);
}
