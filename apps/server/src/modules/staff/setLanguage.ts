import type { Ctx, Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { tables } from './tables.ts';

/** The language of a member's own screens. */
export async function setLanguage(ctx: Ctx, memberId: string, language: Language): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tables(tx)
      .updateTable('staff.member')
      .set((eb) => ({ language, version: eb('version', '+', 1) }))
      .where('id', '=', memberId)
      .execute();
  });
}
