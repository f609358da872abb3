import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';

/**
 * Takes a trait out of use in the version one has seen. What was said under it stays and is shown again once the trait is
 * saved anew; the version rises, so that whoever still has it open cannot save over this. Throws not_found.
 */
export async function archiveTrait(
  ctx: Ctx,
  input: { name: string; version: number },
): Promise<{ name: string; version: number } | Refusal> {
  return once(ctx, 'customers.archive_trait', async (tx) => {
    const { rows } = await sql<{ version: number; archived_at: Date | null }>`
      select version, archived_at from customers.trait_definition where name = ${input.name} for update`.execute(tx.db);
    const [known] = rows;
    if (!known) throw new AppError('not_found', { detail: 'There is no such trait.' });
    if (known.version !== input.version || known.archived_at !== null)
      return refuse('version_conflict', { detail: 'A colleague changed this trait meanwhile; nothing was changed.' });
    const version = known.version + 1;
    await sql`update customers.trait_definition set archived_at = ${tx.clock.now()}, version = ${version}
      where name = ${input.name}`.execute(tx.db);
    await audit(tx, { act: 'customers.trait.archived', target: 'trait', targetId: input.name });
    return { name: input.name, version };
  });
}
