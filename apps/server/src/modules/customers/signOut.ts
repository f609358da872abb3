import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { openNextEpoch } from './openSubjects.ts';
import { type OpenedSession, openSession, readSession, revokeSession, webSource } from './sessions.ts';

/**
 * Ends the session, signed in or not, and begins the next epoch: whoever uses this browser from here on is somebody new
 * until they say who they are. Throws session_required.
 */
export async function signOut(ctx: Ctx): Promise<OpenedSession> {
  const current = await readSession(ctx);
  if (!current) throw new AppError('session_required');
  return inTransaction(ctx, async (tx) => {
    await revokeSession(tx, current.id);
    const { anonymousId } = current;
    const next = await openNextEpoch(tx, webSource, anonymousId);
    return openSession(tx, { anonymousId, epoch: next.epoch, subjectId: next.subjectId });
  });
}
