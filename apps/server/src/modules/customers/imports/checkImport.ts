import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Address, suppressedAmong } from '../consent/suppression.ts';
import { foldName } from '../foldName.ts';
import { listTraits } from '../profile/traitCatalogue.ts';
import type { ImportRow, ReadRow } from './importTypes.ts';
import { matchRows, matchWithin } from './matchRows.ts';
import { readCells } from './readCells.ts';
import { encodings, readRows } from './readFile.ts';

export const rowsAtMost = 1_000_000;
const batch = 1_000;
/** Rows of a file that one turn of the job reads, and compares: other work waits no longer than this takes. */
const readAtOnce = 10_000;
const comparedAtOnce = 5_000;

/**
 * Reads on in the file from the line where the last turn ended, and keeps each row as it is understood; when the file ends,
 * compares the rows with each other and with everybody who is here. Nothing of a customer is written. Returns whether
 * there is more to do.
 */
export async function checkImport(ctx: Ctx, row: ImportRow): Promise<boolean> {
  if (row.total === null) return readOn(ctx, row);
  return compareOn(ctx, row);
}

async function readOn(ctx: Ctx, row: ImportRow): Promise<boolean> {
  const encoding = encodings.find((one) => one === row.encoding) ?? 'utf-8';
  const form = { encoding, delimiter: row.delimiter ?? ',' };
  const traits = new Map((await listTraits(ctx)).map((trait) => [trait.name, trait]));
  const options = { country: row.options.country ?? 'PL', language: row.options.language ?? 'pl' } as const;
  const context = { options, traits, now: ctx.clock.now() };
  let waiting: (ReadRow & { line: number; cells: string[] })[] = [];
  let [taken, width] = [0, 0];
  const flush = async () => {
    if (waiting.length === 0) return;
    const rows = waiting;
    waiting = [];
    await keepRows(ctx, row, rows);
  };
  for await (const { line, cells } of readRows(ctx, row.id, form)) {
    if (width === 0) {
      width = cells.length;
      continue;
    }
    if (line <= row.line) continue;
    if (taken === readAtOnce) {
      await flush();
      return true;
    }
    const read = readCells(cells, row.mapping, context);
    if (cells.length > width) read.faults.push({ field: 'row', rule: 'columns_differ' });
    waiting.push({ ...read, line, cells });
    taken += 1;
    if (waiting.length === batch) await flush();
    if (row.done + taken > rowsAtMost)
      throw new AppError('invalid_request', { detail: 'A file has a million rows at most; send it in parts.' });
  }
  await flush();
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from customers.import_row where import_id = ${row.id}`.execute(tx.db);
    // The file itself is needed no more: what it said is in the rows.
    await sql`delete from customers.import_part where import_id = ${row.id}`.execute(tx.db);
    await sql`update customers.import set total = ${rows[0]?.n ?? 0}, done = 0, line = 0, worked_at = ${tx.clock.now()},
      columns = (select coalesce(jsonb_agg(jsonb_set(c, '{samples}', '[]')), '[]') from jsonb_array_elements(columns) c)
      where id = ${row.id}`.execute(tx.db);
    await matchWithin(tx, row.id);
  });
  return true;
}

async function keepRows(
  ctx: Ctx,
  row: ImportRow,
  read: readonly (ReadRow & { line: number; cells: string[] })[],
): Promise<void> {
  const erased = await erasedAmong(ctx, read);
  const rows = read.map(({ line, cells, fields, faults, isRefused }) => {
    const isErased = erased.has(line);
    const all = isErased ? [...faults, { field: 'contact', rule: 'erased' as const }] : faults;
    const refused = isRefused || isErased;
    return {
      line,
      fields: refused ? null : { ...fields, folded: fields.givenName ? foldName(fields.givenName) : undefined },
      cells: all.length > 0 ? cells.map((cell) => cell.slice(0, 1_000)) : null,
      email: refused ? null : (fields.email ?? null),
      phone: refused ? null : (fields.phone ?? null),
      loyalty: refused ? null : (fields.loyalty ?? null),
      faults: all.map((one) => ({ ...one, column: row.columns[row.mapping.indexOf(one.field as never)]?.name })),
      is_refused: refused,
    };
  });
  await inTransaction(ctx, async (tx) => {
    await sql`
      insert into customers.import_row (import_id, line, fields, cells, email, phone, loyalty, faults, is_refused)
      select ${row.id}::uuid, r.line, r.fields, r.cells, r.email, r.phone, r.loyalty, r.faults, r.is_refused
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line int, fields jsonb, cells jsonb, email text, phone text,
        loyalty text, faults jsonb, is_refused boolean)
      on conflict (import_id, line) do nothing`.execute(tx.db);
    const last = rows.at(-1)?.line ?? row.line;
    await sql`update customers.import set line = greatest(line, ${last}::int), done = done + ${rows.length},
      worked_at = ${tx.clock.now()} where id = ${row.id}`.execute(tx.db);
  });
}

/** Lines of people whose data was erased at their wish: a file from before must not bring them back. */
async function erasedAmong(ctx: Ctx, read: readonly (ReadRow & { line: number })[]): Promise<Set<number>> {
  const addresses = read.flatMap(({ line, fields }) => [
    ...(fields.email ? [{ line, kind: 'email' as const, value: fields.email }] : []),
    ...(fields.phone ? [{ line, kind: 'phone' as const, value: fields.phone }] : []),
  ]);
  const found = await suppressedAmong(ctx, addresses as Address[], 'erased');
  return new Set(addresses.filter((_, at) => found.has(at)).map((one) => one.line));
}

async function compareOn(ctx: Ctx, row: ImportRow): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ line: number }>`
      select line from customers.import_row where import_id = ${row.id} and line > ${row.line}
      order by line limit ${comparedAtOnce}`.execute(tx.db);
    const last = rows.at(-1);
    if (last) {
      await matchRows(tx, row.id, row.line, last.line);
      await sql`update customers.import set line = ${last.line}, done = done + ${rows.length}, worked_at = ${tx.clock.now()}
        where id = ${row.id}`.execute(tx.db);
      return true;
    }
    await sql`update customers.import set state = 'checked', version = version + 1, line = 0, done = 0,
      worked_at = ${tx.clock.now()}, counts = (
        select jsonb_build_object(
          'rows', count(*),
          'refused', count(*) filter (where is_refused),
          'faulty', count(*) filter (where not is_refused and faults <> '[]'),
          'repeated', count(*) filter (where not is_refused and same_as is not null),
          'found', count(*) filter (where not is_refused and same_as is null and found is not null and doubt is null),
          'doubtful', count(*) filter (where not is_refused and same_as is null and doubt is not null),
          'fresh', count(*) filter (where not is_refused and same_as is null and found is null and doubt is null))
        from customers.import_row where import_id = ${row.id})
      where id = ${row.id}`.execute(tx.db);
    return false;
  });
}
