import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { listTraits } from '../profile/traitCatalogue.ts';
import { guessMapping } from './guessMapping.ts';
import type { FileColumn, ImportRow, ImportState } from './importTypes.ts';
import { readForm, readRows } from './readFile.ts';

export const importBytesAtMost = 100 * 1024 * 1024;
const columnsAtMost = 100;
const sampled = 4;

export async function getImport(ctx: Ctx, id: string, lock = false): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`
    select * from customers.import where id = ${id} ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new AppError('not_found', { detail: 'There is no such import.' });
  return { ...row, bytes: Number(row.bytes) };
}

export const wrongState = (state: ImportState): Refusal =>
  refuse('illegal_transition', { detail: `This import is ${state}; nothing was changed.`, state });

/** Begins an import: the file follows in parts. */
export async function openImport(ctx: Ctx, input: { fileName: string; bytes: number }): Promise<string> {
  if (input.bytes > importBytesAtMost) throw new AppError('body_too_large', { detail: 'A file has 100 MB at most.' });
  return once(ctx, 'customers.open_import', async (tx) => {
    const id = tx.newId();
    const now = tx.clock.now();
    await sql`insert into customers.import (id, state, file_name, bytes, created_at, created_by, worked_at)
      values (${id}, 'uploading', ${input.fileName}, ${input.bytes}, ${now}, ${actorKey(tx.actor)}, ${now})`.execute(
      tx.db,
    );
    await audit(tx, { act: 'customers.import.opened', target: 'import', targetId: id });
    return id;
  });
}

/** Keeps a part; the same part again replaces itself, so an upload that broke off goes on where it was. */
export async function keepPart(
  ctx: Ctx,
  input: { importId: string; n: number; bytes: Buffer },
): Promise<Refusal | { n: number }> {
  const found = await getImport(ctx, input.importId);
  if (found.state !== 'uploading') return wrongState(found.state);
  await sql`insert into customers.import_part (import_id, n, bytes) values (${input.importId}, ${input.n}, ${input.bytes})
    on conflict (import_id, n) do update set bytes = excluded.bytes`.execute(ctx.db);
  return { n: input.n };
}

/**
 * All parts are here: reads what kind of text it is, its columns, and what each may mean. Refuses where something is missing;
 * throws invalid_request for what is no table.
 */
export async function finishUpload(ctx: Ctx, importId: string): Promise<Refusal | { id: string }> {
  const found = await getImport(ctx, importId);
  if (found.state === 'mapping') return { id: importId };
  if (found.state !== 'uploading') return wrongState(found.state);
  const { rows } = await sql<{ bytes: number; n: number; last: number | null }>`
    select coalesce(sum(length(bytes)), 0)::int as bytes, count(*)::int as n, max(n) as last
    from customers.import_part where import_id = ${importId}`.execute(ctx.db);
  const [held] = rows;
  if (!held || held.bytes !== found.bytes || held.last !== held.n - 1)
    return refuse('illegal_transition', {
      detail: `${held?.bytes ?? 0} of ${found.bytes} bytes are here; send the parts that are missing.`,
      state: 'uploading',
    });
  const digest = await digestOf(ctx, importId);
  const form = await readForm(ctx, importId);
  let names: string[] = [];
  const columns: FileColumn[] = [];
  for await (const row of readRows(ctx, importId, form)) {
    if (names.length === 0) {
      names = row.cells.map((cell) => cell.trim());
      if (names.length > columnsAtMost)
        throw new AppError('invalid_request', {
          detail: `The file has ${names.length} columns; 100 at most are read.`,
        });
      columns.push(...names.map((name) => ({ name: name.slice(0, 120), samples: [] })));
      continue;
    }
    columns.forEach((column, at) => {
      const cell = row.cells[at]?.trim() ?? '';
      if (cell !== '' && column.samples.length < sampled) column.samples.push(cell.slice(0, 80));
    });
    if (row.line > 60) break;
  }
  if (columns.every((column) => column.samples.length === 0))
    throw new AppError('invalid_request', { detail: 'There is no row below the head of this table.' });
  const traits = await listTraits(ctx);
  const mapping = guessMapping(
    names,
    traits.map((trait) => trait.name),
  );
  await sql`update customers.import set state = 'mapping', version = version + 1, digest = ${digest},
    encoding = ${form.encoding}, delimiter = ${form.delimiter}, columns = ${JSON.stringify(columns)}::jsonb,
    mapping = ${JSON.stringify(mapping)}::jsonb, worked_at = ${ctx.clock.now()}
    where id = ${importId} and state = 'uploading'`.execute(ctx.db);
  return { id: importId };
}

async function digestOf(ctx: Ctx, importId: string): Promise<string> {
  const hash = createHash('sha256');
  for (let n = 0; ; n += 1) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from customers.import_part where import_id = ${importId} and n = ${n}`.execute(ctx.db);
    const [part] = rows;
    if (!part) return hash.digest('hex');
    hash.update(part.bytes);
  }
}
