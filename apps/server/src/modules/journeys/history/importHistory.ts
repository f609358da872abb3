import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import type { UsableEvent } from '../ingest/checkEvent.ts';
import { historyGeneration, keepEvents } from '../ingest/keepEvents.ts';
import { createPartitions } from '../ingest/partitions.ts';
import { ensureSource } from '../sources/ensureSource.ts';
import type { Mapping } from './mapping.ts';
import { readEvents } from './readEvents.ts';
import type { RowFault } from './rowsToEvents.ts';

export interface HistoryImport {
  rows: number;
  /** New ones; what an earlier import of the same rows had kept is not among them. */
  kept: number;
  known: number;
  faulty: number;
  /** The first of them. */
  faults: RowFault[];
  /** Events an earlier run of the same file had done, which this one went past. */
  resumedAt: number;
}

export interface HistoryFile {
  /** Names the file for the next run: its content, not its place. */
  digest: string;
  open(): Readable;
}

/** Few enough that a transaction takes a moment, many enough that a million rows take minutes. */
export const chunkSize = 1_000;
const faultsShown = 100;

/**
 * Takes the history of another system in: each row, or each group of rows, becomes an event as a tracking client would have
 * sent it then. A row is known for good by what its mapping says names it, so that an import that is run twice, also with the
 * file grown meanwhile, keeps each event once; one that was interrupted goes on where it was. Rows that cannot be used are
 * told and left out. Whose they are is resolved afterwards, like all events. Throws invalid_request for a broken file.
 */
export async function importHistory(
  ctx: Ctx,
  mapping: Mapping,
  file: HistoryFile,
  onProgress: (done: Pick<HistoryImport, 'rows' | 'kept'>) => void = () => undefined,
): Promise<HistoryImport> {
  // Not in the middle of a transaction, as a single event could.
  await createPartitions(ctx);
  const source = await ensureSource(ctx, { name: mapping.source, channel: mapping.channel });
  const id = createHash('sha256')
    .update(JSON.stringify([file.digest, mapping]))
    .digest('hex');
  const resumedAt = await beginImport(ctx, id, source.id);
  const result: HistoryImport = { rows: 0, kept: 0, known: 0, faulty: 0, faults: [], resumedAt };
  let done = 0;
  let chunk: UsableEvent[] = [];
  const flush = async () => {
    if (done > resumedAt)
      await inTransaction(ctx, async (tx) => {
        const kept = await keepEvents(tx, source.id, tx.clock.now(), chunk, historyGeneration);
        result.kept += kept;
        result.known += chunk.length - kept;
        await sql`update journeys.history_import set events_done = ${done}, updated_at = ${tx.clock.now()}
          where id = ${id}`.execute(tx.db);
      });
    chunk = [];
    onProgress(result);
  };
  const count = { rows: 0, grouped: 0 };
  for await (const event of readEvents(file.open(), mapping, count)) {
    result.rows = count.rows;
    done += 1;
    if (done > resumedAt) {
      if ('key' in event) chunk.push(event);
      else {
        result.faulty += 1;
        if (result.faults.length < faultsShown) result.faults.push(event);
      }
    }
    if (done % chunkSize === 0) await flush();
  }
  await flush();
  return result;
}

async function beginImport(ctx: Ctx, id: string, sourceId: string): Promise<number> {
  const now = ctx.clock.now();
  const { rows } = await sql<{ events_done: number }>`
    insert into journeys.history_import (id, source_id, events_done, created_at, updated_at)
    values (${id}, ${sourceId}, 0, ${now}, ${now})
    on conflict (id) do update set updated_at = excluded.updated_at
    returning events_done`.execute(ctx.db);
  return rows[0]?.events_done ?? 0;
}
