import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { tables } from '../tables.ts';
import { newWriteKey } from './ensureSource.ts';
import { type Source, type SourceRow, toSource } from './source.ts';

export interface SourceChange {
  label?: string | undefined;
  allowedOrigins?: string[] | undefined;
  active?: boolean | undefined;
}

/** Calls a source something else, says from where it may send, or switches it off and on. Its key and its people stay. */
export async function changeSource(ctx: Ctx, id: string, change: SourceChange): Promise<Source> {
  return once(ctx, 'journeys.change-source', async (tx) => {
    const row = await lockSource(tx, id);
    const disabledAt = row.disabled_at ?? tx.clock.now();
    return write(tx, 'journeys.change-source', row, {
      ...row,
      label: change.label ?? row.label,
      allowed_origins: change.allowedOrigins ?? row.allowed_origins,
      disabled_at: change.active === undefined ? row.disabled_at : change.active ? null : disabledAt,
    });
  });
}

/**
 * Gives a source another write key. The old one goes on working until it is switched off, because pages and apps that carry it
 * are changed one after the other. Refused while there is an old one already: it would stop without anybody having said so.
 */
export async function rotateWriteKey(ctx: Ctx, id: string): Promise<Source | Refusal> {
  return once(ctx, 'journeys.rotate-write-key', async (tx) => {
    const row = await lockSource(tx, id);
    if (row.old_write_key)
      return refuse('already_exists', {
        detail: 'This source has an old key that still works. Switch that one off first; nothing was changed.',
      });
    return write(tx, 'journeys.rotate-write-key', row, {
      ...row,
      write_key: newWriteKey(),
      old_write_key: row.write_key,
    });
  });
}

/** Ends the key before the present one. What is still sent with it is refused from now on (after five seconds, see findSource). */
export async function endOldWriteKey(ctx: Ctx, id: string): Promise<Source> {
  return once(ctx, 'journeys.end-old-write-key', async (tx) => {
    const row = await lockSource(tx, id);
    return row.old_write_key
      ? write(tx, 'journeys.end-old-write-key', row, { ...row, old_write_key: null })
      : toSource(row);
  });
}

/** A source, kept as it is until the end of the transaction. Throws not_found. */
export async function lockSource(tx: Ctx, id: string): Promise<SourceRow> {
  const row = await tables(tx)
    .selectFrom('journeys.source')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', { detail: 'There is no such source.' });
  return row;
}

async function write(tx: Ctx, act: string, before: SourceRow, after: SourceRow): Promise<Source> {
  await tables(tx)
    .updateTable('journeys.source')
    .set({
      label: after.label,
      allowed_origins: after.allowed_origins,
      disabled_at: after.disabled_at,
      write_key: after.write_key,
      old_write_key: after.old_write_key,
    })
    .where('id', '=', after.id)
    .execute();
  await emit(tx, {
    type: 'journeys.source.changed',
    aggregate: 'event_source',
    aggregateId: after.id,
    aggregateVersion: 1,
    data: { sourceId: after.id, active: after.disabled_at === null, keyChanged: before.write_key !== after.write_key },
  });
  const facts = (row: SourceRow) => ({
    label: row.label,
    allowedOrigins: row.allowed_origins,
    active: row.disabled_at === null,
    hasOldKey: row.old_write_key !== null,
  });
  await audit(tx, { act, target: 'event_source', targetId: after.id, before: facts(before), after: facts(after) });
  return toSource(after);
}
