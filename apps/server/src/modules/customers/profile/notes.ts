import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { homeSubjectOf, subjectsOf } from '../customersOf.ts';

/** What a colleague wrote down about a customer. It stays with the subject it was written under. */
export interface Note {
  id: string;
  text: string;
  version: number;
  createdAt: string;
  /** kind:id */
  createdBy: string;
  changedAt: string | null;
  changedBy: string | null;
}

interface Row {
  id: string;
  body: string;
  version: number;
  created_at: Date;
  created_by: string;
  changed_at: Date | null;
  changed_by: string | null;
}

const show = (row: Row): Note => ({
  id: row.id,
  text: row.body,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  changedAt: row.changed_at?.toISOString() ?? null,
  changedBy: row.changed_by,
});

/** The newest notes first, a hundred at most. */
export async function notesOf(ctx: Ctx, subjectIds: readonly string[]): Promise<Note[]> {
  const { rows } = await sql<Row>`
    select * from customers.note where subject_id = any (${[...subjectIds]}::uuid[]) and removed_at is null
    order by created_at desc, id desc limit 100`.execute(ctx.db);
  return rows.map(show);
}

/** Throws not_found. */
export async function writeNote(ctx: Ctx, input: { customerId: string; text: string }): Promise<Note> {
  return once(ctx, 'customers.write_note', async (tx) => {
    const subjectId = await homeSubjectOf(tx, input.customerId);
    const { rows } = await sql<Row>`
      insert into customers.note (id, subject_id, body, created_at, created_by)
      values (${tx.newId()}, ${subjectId}, ${input.text.trim()}, ${tx.clock.now()}, ${actorKey(tx.actor)}) returning *`.execute(
      tx.db,
    );
    await audit(tx, { act: 'customers.note.written', target: 'customer', targetId: input.customerId });
    const [row] = rows;
    if (!row) throw new AppError('internal');
    await emit(tx, {
      type: 'customers.note.written',
      aggregate: 'note',
      aggregateId: row.id,
      aggregateVersion: row.version,
      data: { customerId: input.customerId, noteId: row.id },
    });
    return show(row);
  });
}

/**
 * Changes a note that the caller has seen in `version`, or removes it (no text). Refuses `version_conflict`, with what
 * stands there now, when somebody else was quicker: nothing is overwritten. Throws not_found.
 */
export async function changeNote(
  ctx: Ctx,
  input: { customerId: string; noteId: string; version: number; text?: string },
): Promise<Note | Refusal> {
  return once(ctx, 'customers.change_note', async (tx): Promise<Note | Refusal> => {
    const subjects = await subjectsOf(tx, input.customerId);
    const { rows } = await sql<Row>`
      update customers.note set body = coalesce(${input.text?.trim() ?? null}, body), version = version + 1,
        changed_at = ${tx.clock.now()}, changed_by = ${actorKey(tx.actor)},
        removed_at = ${input.text === undefined ? tx.clock.now() : null}
      where id = ${input.noteId} and subject_id = any (${subjects}::uuid[]) and version = ${input.version} and removed_at is null
      returning *`.execute(tx.db);
    const [changed] = rows;
    if (changed) {
      await emit(tx, {
        type: 'customers.note.changed',
        aggregate: 'note',
        aggregateId: changed.id,
        aggregateVersion: changed.version,
        data: { customerId: input.customerId, noteId: changed.id, removed: input.text === undefined },
      });
      await audit(tx, {
        act: input.text === undefined ? 'customers.note.removed' : 'customers.note.changed',
        target: 'customer',
        targetId: input.customerId,
        after: { noteId: input.noteId, version: changed.version },
      });
      return show(changed);
    }
    const now = (await notesOf(tx, subjects)).find((note) => note.id === input.noteId);
    if (!now) throw new AppError('not_found', { detail: 'There is no such note of this customer.' });
    return refuse('version_conflict', {
      detail: 'A colleague changed this note meanwhile. Yours was not saved; look at theirs and save again.',
      currentVersion: now.version,
    });
  });
}
