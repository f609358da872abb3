import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { csvLine } from '../../customers/index.ts';
import { getUpload } from './uploads.ts';

/** The first thousand rows that could not be used, to be put right and sent again. That somebody took it along is in the audit. */
export async function reportFaults(ctx: Ctx, importId: string): Promise<string> {
  await getUpload(ctx, importId);
  await audit(ctx, { act: 'journeys.history.report', target: 'history_import', targetId: importId });
  const { rows } = await sql<{ line: number; column_name: string; rule: string; sample: string }>`
    select line, column_name, rule, sample from journeys.history_fault where import_id = ${importId} order by n`.execute(
    ctx.db,
  );
  const lines = rows.map(({ line, column_name, rule, sample }) => csvLine([line, column_name, rule, sample]));
  return `\uFEFF${csvLine(['line', 'column', 'rule', 'value'])}${lines.join('')}`;
}
