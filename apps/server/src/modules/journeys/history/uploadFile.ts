import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { getUpload, wrongState } from './uploads.ts';

const partBytes = 1024 * 1024;

/** Begins an import: the file follows as a stream. */
export async function openUpload(
  ctx: Ctx,
  input: { fileName: string; bytes: number; bytesAtMost: number },
): Promise<string> {
  if (input.bytes > input.bytesAtMost)
    throw new AppError('body_too_large', {
      detail: `A file has ${Math.floor(input.bytesAtMost / partBytes)} MB at most (THROUGHLINE_HISTORY_MB); pack it, or send it in pieces of their own.`,
    });
  return once(ctx, 'journeys.open_history_import', async (tx) => {
    const id = tx.newId();
    const now = tx.clock.now();
    await sql`insert into journeys.history_upload (id, state, file_name, bytes, created_at, created_by, worked_at)
      values (${id}, 'uploading', ${input.fileName}, ${input.bytes}, ${now}, ${actorKey(tx.actor)}, ${now})`.execute(
      tx.db,
    );
    await audit(tx, { act: 'journeys.history.opened', target: 'history_import', targetId: id });
    return id;
  });
}

/**
 * Keeps a file as it comes, a megabyte in memory at a time. What has come is kept, however the call ends; the next one goes on
 * from `uploaded`, and one that begins elsewhere is refused with it. The file is in the database and not in a folder of this
 * server: the worker that reads it may be another one.
 */
export async function keepFile(
  ctx: Ctx,
  input: { importId: string; offset: number; body: Readable | undefined },
): Promise<Refusal | { uploaded: number }> {
  const found = await getUpload(ctx, input.importId);
  if (found.state !== 'uploading') return wrongState(found.state);
  if (input.offset !== found.uploaded) return elsewhere(found.uploaded);
  let at = input.offset;
  let held: Buffer[] = [];
  let size = 0;
  const save = async (): Promise<Refusal | undefined> => {
    if (size === 0) return undefined;
    const part = Buffer.concat(held, size);
    if (!(await savePart(ctx, input.importId, at, part)))
      return elsewhere((await getUpload(ctx, input.importId)).uploaded);
    at += size;
    held = [];
    size = 0;
    return undefined;
  };
  try {
    for await (const chunk of (input.body ?? Readable.from([])) as AsyncIterable<Buffer>) {
      held.push(chunk);
      size += chunk.length;
      if (at + size > found.bytes)
        throw new AppError('invalid_request', {
          detail: `This is more than the ${found.bytes} bytes that were said; ${at} of them are kept.`,
        });
      if (size >= partBytes) {
        const refused = await save();
        if (refused) return refused;
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if ((error as { code?: unknown }).code === '53100')
      throw new AppError('limit_exceeded', {
        detail: `The disk of the database is full; ${at} bytes are kept. Make room and go on from there.`,
        uploaded: at,
      });
    const isHungUp = /^(ECONNRESET|ERR_STREAM_PREMATURE_CLOSE)$/.test(String((error as { code?: unknown }).code));
    if (!isHungUp) throw error;
  }
  return (await save()) ?? { uploaded: at };
}

const elsewhere = (uploaded: number): Refusal =>
  refuse('illegal_transition', {
    detail: `${uploaded} bytes are here; go on from there.`,
    state: 'uploading',
    uploaded,
  });

/** Whether it followed what is here: two that send the same file do not mix. */
async function savePart(ctx: Ctx, importId: string, at: number, part: Buffer): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update journeys.history_upload set uploaded = uploaded + ${part.length}, worked_at = ${ctx.clock.now()},
        state = case when uploaded + ${part.length} = bytes then 'uploaded' else state end
      where id = ${importId} and state = 'uploading' and uploaded = ${at} returning id)
    insert into journeys.history_part (import_id, start_at, bytes)
    select id, ${at}, ${part} from moved returning import_id`.execute(ctx.db);
  return rows.length > 0;
}

/** The file as it was sent, a part in memory at a time. */
export function openFile(ctx: Ctx, importId: string, onBytes: (read: number) => void = () => undefined): Readable {
  async function* parts(): AsyncGenerator<Buffer> {
    for (let at = 0; ; ) {
      const { rows } = await sql<{ bytes: Buffer }>`
        select bytes from journeys.history_part where import_id = ${importId} and start_at = ${at}`.execute(ctx.db);
      const [part] = rows;
      if (!part) return;
      yield part.bytes;
      at += part.bytes.length;
      onBytes(at);
    }
  }
  return Readable.from(parts(), { objectMode: false });
}
