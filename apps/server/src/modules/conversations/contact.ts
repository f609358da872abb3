import type { Ctx } from '../../kernel/context.ts';
import { tables } from './tables.ts';

/** What a writer said of themselves in the chat: claimed, never proven. */
export interface ClaimedContact {
  email: string | null;
  name: string | null;
}

export async function readContact(ctx: Ctx, subjectId: string): Promise<ClaimedContact> {
  const row = await tables(ctx)
    .selectFrom('conversations.contact')
    .select(['reply_email', 'name'])
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return { email: row?.reply_email ?? null, name: row?.name ?? null };
}

/** Keeps what was said anew; what was not said stays. */
export async function keepContact(
  tx: Ctx,
  subjectId: string,
  contact: { email?: string | undefined; name?: string | undefined },
): Promise<void> {
  const said = {
    ...(contact.email === undefined ? {} : { reply_email: contact.email }),
    ...(contact.name === undefined ? {} : { name: contact.name }),
  };
  if (Object.keys(said).length === 0) return;
  const updated_at = tx.clock.now();
  await tables(tx)
    .insertInto('conversations.contact')
    .values({ subject_id: subjectId, reply_email: null, name: null, ...said, updated_at })
    .onConflict((conflict) => conflict.column('subject_id').doUpdateSet({ ...said, updated_at }))
    .execute();
}
