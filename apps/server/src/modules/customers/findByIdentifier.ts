import type { Ctx } from '../../kernel/context.ts';
import { type IdentifierKind, normaliseIdentifier } from './normaliseIdentifier.ts';
import { tables } from './tables.ts';

/** Who has proved to own an identifier, and who only says so. */
export interface Owners {
  verified?: string;
  claimed: string[];
}

/** Customers by an identifier, in whatever form it was typed. One statement. */
export async function findByIdentifier(ctx: Ctx, kind: IdentifierKind, value: string): Promise<Owners> {
  const normal = normaliseIdentifier(kind, value);
  if (normal === undefined) return { claimed: [] };
  const rows = await tables(ctx)
    .selectFrom('customers.identifier as i')
    .innerJoin('customers.subject as s', 's.id', 'i.subject_id')
    .select(['s.customer_id', 'i.state'])
    .where('i.kind', '=', kind)
    .where('i.value', '=', normal)
    .orderBy('i.at', 'desc')
    .limit(100)
    .execute();
  const verified = rows.find((row) => row.state === 'verified')?.customer_id;
  const claimed = [...new Set(rows.map((row) => row.customer_id))].filter((id) => id !== verified);
  return { ...(verified ? { verified } : {}), claimed };
}

/** Other customers who have or claim an identifier of this one: suggestions for a person to decide, nothing more. */
export async function suggestionsFor(ctx: Ctx, customerId: string): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('customers.subject as own')
    .innerJoin('customers.identifier as mine', 'mine.subject_id', 'own.id')
    .innerJoin('customers.identifier as theirs', (join) =>
      join.onRef('theirs.kind', '=', 'mine.kind').onRef('theirs.value', '=', 'mine.value'),
    )
    .innerJoin('customers.subject as other', 'other.id', 'theirs.subject_id')
    .select('other.customer_id')
    .distinct()
    .where('own.customer_id', '=', customerId)
    .where('other.customer_id', '<>', customerId)
    .limit(20)
    .execute();
  return rows.map((row) => row.customer_id);
}
