import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';

/** The subject each loyalty number was given out to, by the number as it was sent; unknown ones are left out. One statement. */
export async function ownersOfCards(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(numbers)].flatMap((sent) => {
    const value = normaliseIdentifier('loyalty', sent);
    return value === undefined ? [] : [{ sent, value }];
  });
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ sent: string; subject_id: string }>`
    select a.sent, i.subject_id from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(sent text, value text)
    join customers.identifier i on i.kind = 'loyalty' and i.value = a.value and i.state = 'verified'`.execute(ctx.db);
  return new Map(rows.map((row) => [row.sent, row.subject_id]));
}
