import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { AttributeDefinition } from './types.ts';

/** The attribute dictionary, in its order. */
export async function listAttributes(ctx: Pick<Ctx, 'db'>): Promise<Required<AttributeDefinition>[]> {
  const { rows } = await sql<Required<AttributeDefinition>>`
    select code, label, kind, unit, value_labels as values, position, filterable
    from catalogue.attribute order by position, code`.execute(ctx.db);
  return rows;
}
