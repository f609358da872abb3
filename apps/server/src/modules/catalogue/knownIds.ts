import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Those of the ids that are variants, archived ones too. One statement. */
export async function knownVariants(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from catalogue.variant where id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return new Set(rows.map((row) => row.id));
}

/** Those of the ids that are products, archived ones too. One statement. */
export async function knownProducts(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from catalogue.product where id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return new Set(rows.map((row) => row.id));
}
