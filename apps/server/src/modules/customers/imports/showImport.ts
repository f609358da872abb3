import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/page.ts';
import { maskValue } from '../maskValue.ts';
import { csvLine } from '../profile/csvLine.ts';
import type { ImportRow, RowFault, RowFields } from './importTypes.ts';
import { getImport } from './storeImport.ts';

export function showImport(row: ImportRow) {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: row.columns,
    mapping: row.mapping,
    country: row.options.country ?? null,
    language: row.options.language ?? null,
    choice: row.choice,
    done: row.done,
    total: row.total,
    counts: row.counts as Record<string, number>,
    fault: row.fault,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    appliedAt: row.applied_at?.toISOString() ?? null,
  };
}

/** An import; with when the very same file was imported before. */
export async function readImport(ctx: Ctx, id: string) {
  const row = await getImport(ctx, id);
  const { rows } = await sql<{ applied_at: Date }>`
    select applied_at from customers.import where digest = ${row.digest} and id <> ${id} and state = 'applied'
    order by applied_at desc limit 1`.execute(ctx.db);
  return { ...showImport(row), sameFileAt: rows[0]?.applied_at.toISOString() ?? null };
}

export async function listImports(ctx: Ctx, input: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(input.cursor, ['instant', 'id']);
  const { rows } = await sql<ImportRow>`
    select * from customers.import
    where ${after ? sql`(created_at, id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql`true`}
    order by created_at desc, id desc limit ${input.limit + 1}`.execute(ctx.db);
  const last = rows[input.limit - 1];
  return {
    items: rows.slice(0, input.limit).map(showImport),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.created_at.toISOString(), last.id]) : null,
  };
}

export const rowKinds = ['all', 'fresh', 'found', 'doubtful', 'repeated', 'faulty'] as const;
export type RowKind = (typeof rowKinds)[number];
const kinds: Record<RowKind, ReturnType<typeof sql>> = {
  all: sql`true`,
  fresh: sql`not is_refused and same_as is null and found is null and doubt is null`,
  found: sql`not is_refused and same_as is null and found is not null and doubt is null`,
  doubtful: sql`not is_refused and same_as is null and doubt is not null`,
  repeated: sql`not is_refused and same_as is not null`,
  faulty: sql`faults <> '[]'`,
};

/** Rows as they would be, before anything is written; contacts masked, as everywhere in lists. */
export async function rowsOfImport(ctx: Ctx, input: { importId: string; kind: RowKind; after: number; limit: number }) {
  await getImport(ctx, input.importId);
  const { rows } = await sql<{
    line: number;
    fields: RowFields | null;
    faults: RowFault[];
    is_refused: boolean;
    same_as: number | null;
    found: string | null;
    doubt: string | null;
    outcome: 'made' | 'filled' | 'unchanged' | 'skipped' | null;
  }>`
    select line, fields, faults, is_refused, same_as, found, doubt, outcome from customers.import_row
    where import_id = ${input.importId} and line > ${input.after} and ${kinds[input.kind]}
    order by line limit ${input.limit + 1}`.execute(ctx.db);
  const page = rows.slice(0, input.limit);
  const masked = (kind: 'email' | 'phone' | 'loyalty', fields: RowFields | null) =>
    fields?.[kind] ? maskValue(kind, fields[kind]) : null;
  return {
    items: page.map((row) => ({
      line: row.line,
      name: [row.fields?.givenName, row.fields?.familyName].filter(Boolean).join(' ') || null,
      email: masked('email', row.fields),
      phone: masked('phone', row.fields),
      loyalty: masked('loyalty', row.fields),
      tags: row.fields?.tags ?? [],
      consents: (row.fields?.consents ?? []).map(({ channel, isGiven }) => ({ channel, isGiven })),
      isRefused: row.is_refused,
      sameAs: row.same_as,
      foundId: row.found,
      doubt: row.doubt === 'several' || row.doubt === 'other_name' ? (row.doubt as 'several' | 'other_name') : null,
      outcome: row.outcome,
      faults: row.faults.map((one) => ({ field: one.field, rule: one.rule, column: one.column ?? null })),
    })),
    nextAfter: rows.length > input.limit ? (page.at(-1)?.line ?? null) : null,
  };
}

/**
 * What could not be taken, as the file had it, with line and reason in front: to be put right and sent again. That somebody
 * took it along is in the audit.
 */
export async function reportFaults(ctx: Ctx, importId: string): Promise<Readable> {
  const found = await getImport(ctx, importId);
  await audit(ctx, { act: 'customers.import.report', target: 'import', targetId: importId });
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(['line', 'taken', 'reason', ...found.columns.map((column) => column.name)])}`;
    for (let after = 0; ; ) {
      const { rows } = await sql<{ line: number; faults: RowFault[]; cells: string[] | null; is_refused: boolean }>`
        select line, faults, cells, is_refused from customers.import_row
        where import_id = ${importId} and line > ${after} and faults <> '[]' order by line limit 500`.execute(ctx.db);
      const last = rows.at(-1);
      if (!last) return;
      yield rows
        .map((row) =>
          csvLine([
            row.line,
            row.is_refused ? 'no' : 'in part',
            row.faults.map((one) => (one.column ? `${one.column}: ${one.rule}` : one.rule)).join('; '),
            ...(row.cells ?? []),
          ]),
        )
        .join('');
      after = last.line;
    }
  }
  return Readable.from(lines());
}
