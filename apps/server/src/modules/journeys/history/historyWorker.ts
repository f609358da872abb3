import { sql } from 'kysely';
import { asSystem, type Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { maskEvent } from '../deadLetters/maskEvent.ts';
import type { UsableEvent } from '../ingest/checkEvent.ts';
import { historyGeneration, keepEvents } from '../ingest/keepEvents.ts';
import { createPartitions } from '../ingest/partitions.ts';
import { ensureSource } from '../sources/ensureSource.ts';
import { chunkSize } from './importHistory.ts';
import type { Mapping } from './mapping.ts';
import { readEvents } from './readEvents.ts';
import type { RowFault } from './rowsToEvents.ts';
import { type UploadFault, uploadFaultRules } from './uploadFault.ts';
import { openFile } from './uploadFile.ts';
import { faultsKept, forgetFile, tellAdvanced, type Upload } from './uploads.ts';

/** Takes in the history that people sent. Any number of servers may run one; an import is the work of one at a time. */
export interface HistoryWorker {
  /** Takes in all that waits, where none was started; true if there was anything. For tests. */
  drainOnce(base: Ctx): Promise<boolean>;
  start(base: Ctx): void;
  stop(): Promise<void>;
}

const idleMs = 1_000;
/** Who says nothing for so long is gone, and another goes on. */
const leaseMs = 30_000;
const signOfLifeMs = 3_000;
/** Events of today stand behind those of a history in the inbox: never behind more than these. */
const mostWaiting = 5_000;
const triesAtMost = 5;

/** It was paused or cancelled, or another server has it. */
class NotMine extends Error {}

export function createHistoryWorker(): HistoryWorker {
  const worker = newId();
  const ended = new AbortController();
  let running = false;
  let loop: Promise<void> | undefined;
  let wake: (() => void) | undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function waitForRoom(ctx: Ctx): Promise<void> {
    while (running && (await isInboxFull(ctx))) await pause(50);
    if (ended.signal.aborted) throw new NotMine();
  }

  async function takeNext(base: Ctx): Promise<boolean> {
    const ctx = asSystem(base, 'history-import');
    const upload = await lease(ctx, worker);
    if (!upload) return false;
    try {
      await takeIn(ctx, worker, upload, waitForRoom, ended.signal);
    } catch (error) {
      if (error instanceof NotMine) await giveUp(ctx, worker, upload.id);
      else await setBack(ctx, worker, upload, error);
    }
    await tellAdvanced(ctx, upload.id);
    return true;
  }

  return {
    async drainOnce(base) {
      return loop ? false : takeNext(base);
    },
    start(base) {
      running = true;
      loop = (async () => {
        while (running) {
          const any = await takeNext(base).catch((error: unknown) => {
            base.log.warn({ err: error }, 'imports of history could not be looked for');
            return false;
          });
          if (!any && running) await pause(idleMs);
        }
      })();
    },
    async stop() {
      running = false;
      ended.abort();
      wake?.();
      await loop;
    },
  };
}

async function lease(ctx: Ctx, worker: string): Promise<Upload | undefined> {
  const now = ctx.clock.now();
  const { rows } = await sql<Upload>`
    update journeys.history_upload set worker = ${worker}, leased_until = ${until(ctx)}
    where id = (select id from journeys.history_upload
      where state = 'running' and (leased_until is null or leased_until < ${now})
      order by worked_at limit 1 for update skip locked)
    returning *`.execute(ctx.db);
  return rows[0];
}

const until = (ctx: Ctx) => new Date(ctx.clock.now().getTime() + leaseMs);

async function isInboxFull(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from journeys.inbox i, journeys.cursor c
      where c.name = 'inbox' and (i.xid, i.seq) > (c.xid, c.seq) limit ${mostWaiting}) as waiting`.execute(ctx.db);
  return (rows[0]?.n ?? 0) >= mostWaiting;
}

/**
 * Reads the file from its start, past the events that are done, and keeps the others: a thousand and how far that is in one
 * transaction, so that each is kept once wherever a server ends.
 */
async function takeIn(
  ctx: Ctx,
  worker: string,
  upload: Upload,
  waitForRoom: (ctx: Ctx) => Promise<void>,
  ended: AbortSignal,
): Promise<void> {
  const mapping = upload.mapping as Mapping;
  await createPartitions(ctx);
  const source = await ensureSource(ctx, { name: mapping.source, channel: mapping.channel });
  const count = { rows: 0, grouped: 0 };
  let bytesRead = 0;
  let seen = 0;
  let events: UsableEvent[] = [];
  let faults: RowFault[] = [];
  const lost = new AbortController();
  const stop = () => lost.abort(new NotMine());
  ended.addEventListener('abort', stop);
  const file = openFile(ctx, upload.id, (read) => {
    lost.signal.throwIfAborted();
    bytesRead = read;
  });
  // Bringing rows together takes minutes in which nothing is kept.
  const signs = setInterval(() => {
    stillMine(ctx, worker, upload.id, { bytesRead, rows: count.rows, grouped: 0 })
      .then(() => tellAdvanced(ctx, upload.id))
      .catch((error: unknown) => {
        if (error instanceof NotMine) stop();
      });
  }, signOfLifeMs);
  const flush = async (isLast = false) => {
    await waitForRoom(ctx);
    await inTransaction(ctx, async (tx) => {
      // Taken first: who pauses waits for this chunk, and the next one finds out.
      const mine = await stillMine(tx, worker, upload.id, { bytesRead, rows: count.rows, grouped: count.grouped });
      const kept = await keepEvents(tx, source.id, tx.clock.now(), events, historyGeneration);
      await keepFaults(tx, upload.id, mine.faulty, faults);
      await sql`update journeys.history_upload set events_done = ${seen}, kept = kept + ${kept},
        known = known + ${events.length - kept}, faulty = faulty + ${faults.length}, tries = 0,
        state = ${isLast ? 'done' : 'running'}, finished_at = ${isLast ? tx.clock.now() : null}
        where id = ${upload.id}`.execute(tx.db);
    });
    events = [];
    faults = [];
  };
  try {
    for await (const event of readEvents(file, mapping, count, lost.signal)) {
      seen += 1;
      if (seen <= upload.events_done) continue;
      if ('key' in event) events.push(event);
      else faults.push(event);
      if (events.length + faults.length >= chunkSize) await flush();
    }
    await flush(true);
  } catch (error) {
    // What came before a broken row is kept.
    if (error instanceof AppError && events.length + faults.length > 0) await flush();
    throw error;
  } finally {
    clearInterval(signs);
    ended.removeEventListener('abort', stop);
    file.destroy();
  }
  await forgetFile(ctx, upload.id);
}

/** Holds the lease on and says how far it is. Throws where the import is nobody's or another's. */
async function stillMine(
  ctx: Ctx,
  worker: string,
  id: string,
  at: { bytesRead: number; rows: number; grouped: number },
): Promise<{ faulty: number }> {
  const { rows } = await sql<{ faulty: number }>`
    update journeys.history_upload set leased_until = ${until(ctx)}, worked_at = ${ctx.clock.now()},
      bytes_read = greatest(bytes_read, ${at.bytesRead}), rows_read = greatest(rows_read, ${at.rows}),
      rows_done = greatest(rows_done, ${at.grouped})
    where id = ${id} and state = 'running' and worker = ${worker} returning faulty`.execute(ctx.db);
  const [mine] = rows;
  if (!mine) throw new NotMine();
  return mine;
}

async function keepFaults(tx: Ctx, id: string, before: number, faults: readonly RowFault[]): Promise<void> {
  const kept = faults.slice(0, Math.max(0, faultsKept - before));
  if (kept.length === 0) return;
  await sql`insert into journeys.history_fault (import_id, n, line, column_name, rule, sample)
    select ${id}::uuid, ${before} + f.n, line, column_name, rule, sample
    from unnest(${kept.map(({ line }) => line)}::int[], ${kept.map(({ column }) => column)}::text[],
      ${kept.map(({ rule }) => rule)}::text[], ${kept.map(sampleOf)}::text[])
      with ordinality as f(line, column_name, rule, sample, n)`.execute(tx.db);
}

/** What stood there, without who it was. NUL is no text to the database. */
export function sampleOf({ column, value }: RowFault): string {
  const masked = maskEvent({ [column]: value }) as Record<string, unknown>;
  return String(Object.values(masked)[0] ?? '').replaceAll('\0', '');
}

/** Ours no more, or this server ends: another may take it at once. */
const giveUp = (ctx: Ctx, worker: string, id: string) =>
  sql`update journeys.history_upload set worker = null, leased_until = null
    where id = ${id} and worker = ${worker}`.execute(ctx.db);

function faultOf({ message, details: { detail = message, rule, line } }: AppError): UploadFault {
  const known = uploadFaultRules.find((one) => one === rule) ?? 'other';
  return { rule: known, line: typeof line === 'number' ? line : null, detail };
}

/** What is wrong with the file is said where it is shown; everything else is tried again, a few times. */
async function setBack(ctx: Ctx, worker: string, upload: Upload, error: unknown): Promise<void> {
  const code = (error as { code?: unknown }).code;
  const fault =
    error instanceof AppError && error.code !== 'internal'
      ? faultOf(error)
      : code === 'ENOSPC' || code === '53100'
        ? { rule: 'disk_full', line: null, detail: 'The disk is full. Make room and go on.' }
        : upload.tries + 1 >= triesAtMost
          ? {
              rule: 'five_times',
              line: null,
              detail: 'It failed five times for a reason that is in the log of the server.',
            }
          : undefined;
  ctx.log.warn({ importId: upload.id, err: error }, 'an import of history was interrupted');
  await sql`update journeys.history_upload set tries = tries + 1, worker = null, fault = ${fault?.detail ?? null},
    fault_rule = ${fault?.rule ?? null}, fault_line = ${fault?.line ?? null},
    state = ${fault ? 'failed' : 'running'}, leased_until = ${new Date(ctx.clock.now().getTime() + 10_000)}
    where id = ${upload.id} and worker = ${worker} and state = 'running'`.execute(ctx.db);
}
