import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

const dictionaryLock = 731_205_210;

/**
 * The names of categories and attributes are part of what products are found by. Saving a product shares this lock and
 * changing a name takes it alone: so a product is never indexed under a name that is just being changed. Taken first
 * in every write of the catalogue, before any row, so that writers cannot wait for each other in a circle.
 */
export async function shareDictionary(tx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${dictionaryLock})`.execute(tx.db);
}

export async function takeDictionary(tx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${dictionaryLock})`.execute(tx.db);
}
