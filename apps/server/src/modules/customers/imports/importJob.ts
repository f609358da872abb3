import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { tellNow } from '../../../kernel/live.ts';
import { applyImport } from './applyImport.ts';
import { checkImport } from './checkImport.ts';
import type { ImportRow } from './importTypes.ts';
import { getImport } from './storeImport.ts';
import { undoImport } from './undoImport.ts';

export const importJobName = 'customers-import';
/** One turn of the job; other work of the queue waits no longer. */
const turnMs = 1_500;
/** Without a sign of life for so long, the server that was at it is gone. */
const staleMs = 45_000;
const keptDays = 30;

/** Works on an import for a moment, then lets others have their turn. Where it ended is in the database, not here. */
async function workOn(ctx: Ctx, importId: string): Promise<void> {
  const until = performance.now() + turnMs;
  for (;;) {
    const { isMore, told } = await oneStep(ctx, importId);
    if (told) await tellNow(ctx, { type: 'customers.import.advanced', data: { importId } });
    if (!isMore) return;
    if (performance.now() > until) break;
  }
  await ctx.jobs.enqueue(ctx, importJobName, { importId });
}

async function oneStep(ctx: Ctx, importId: string): Promise<{ isMore: boolean; told: boolean }> {
  try {
    const row = await getImport(ctx, importId);
    const step = { checking: checkImport, applying: applyImport, undoing: undoImport }[row.state as 'checking'];
    if (!step) return { isMore: false, told: false };
    return { isMore: await oneAtATime(ctx, row, step), told: true };
  } catch (error) {
    // What is wrong with the file is said where it is shown; everything else is tried again.
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
    await sql`update customers.import set state = 'failed', version = version + 1, fault = ${error.details.detail ?? error.message}
      where id = ${importId} and state = 'checking'`.execute(ctx.db);
    return { isMore: false, told: true };
  }
}

/** Two servers may be at it, the second because the first was slow: whoever comes later finds the row taken, and leaves. */
async function oneAtATime(ctx: Ctx, row: ImportRow, step: (ctx: Ctx, row: ImportRow) => Promise<boolean>) {
  if (row.state === 'checking' && row.total === null) return step(ctx, row);
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<ImportRow>`
      select * from customers.import where id = ${row.id} and state = ${row.state} for update skip locked`.execute(
      tx.db,
    );
    const [mine] = rows;
    return mine ? step(tx, mine) : false;
  });
}

/** What a server left in the middle, when it was killed. */
async function takeUp(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const { rows } = await sql<{ id: string }>`
    select id from customers.import where state in ('checking', 'applying', 'undoing')
      and worked_at < ${new Date(now - staleMs)}`.execute(ctx.db);
  for (const { id } of rows) await ctx.jobs.enqueue(ctx, importJobName, { importId: id });
}

/** Files nobody went on with, and what is kept for the report, go after a month. */
async function forgetOld(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  await sql`update customers.import_row r set cells = null, fields = null, email = null, phone = null, loyalty = null
    from customers.import i where i.id = r.import_id and i.created_at < ${before}
      and (r.cells is not null or r.fields is not null) and i.state not in ('checking', 'applying')`.execute(ctx.db);
  await sql`delete from customers.import_part p using customers.import i
    where i.id = p.import_id and i.created_at < ${before}`.execute(ctx.db);
  await sql`update customers.import set state = 'failed', fault = 'Nobody went on with it for thirty days.', columns = '[]'
    where created_at < ${before} and state in ('uploading', 'mapping', 'checked')`.execute(ctx.db);
}

export const importJobs: JobDefinition[] = [
  {
    name: importJobName,
    handle: (ctx, data: { importId?: string }) => (data.importId ? workOn(ctx, data.importId) : Promise.resolve()),
  } as JobDefinition,
  { name: 'customers-imports-take-up', cron: '* * * * *', retryLimit: 1, handle: (ctx) => takeUp(ctx) },
  { name: 'customers-imports-forget', cron: '40 3 * * *', handle: (ctx) => forgetOld(ctx) },
];
