import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { tables } from './tables.ts';

/** Ends the session the request came with; the next request with its cookie is a stranger's. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return;
  await inTransaction(ctx, async (tx) => {
    await tables(tx).deleteFrom('staff.auth_session').where('id', '=', actor.sessionId).execute();
    await audit(tx, { act: 'staff.signed_out', target: 'member', targetId: actor.staffId });
  });
}
