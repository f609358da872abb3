import type { Ctx } from '../../kernel/context.ts';
import { defaultPolicy, type ReturnPolicy } from './policy.ts';
import { tables } from './tables.ts';

/** The policy, the built-in one where none was saved. One statement, read anew each time: it binds on every server at once. */
export async function readPolicy(ctx: Ctx): Promise<ReturnPolicy> {
  const row = await tables(ctx).selectFrom('returns.policy').select(['body', 'version']).executeTakeFirst();
  return row ? { ...defaultPolicy, ...row.body, version: row.version } : defaultPolicy;
}
