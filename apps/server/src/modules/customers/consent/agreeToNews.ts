import type { Ctx, Language } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { ownerOf } from '../findByIdentifier.ts';
import { agreeByMailbox } from './agreeByMailbox.ts';
import type { ConsentSource } from './purposes.ts';
import { type ConfirmationSender, requestConfirmation } from './requestConfirmation.ts';

export interface NewsWanted {
  subjectId: string;
  email: string;
  source: ConsentSource;
  /** Version of the words beside the box. */
  wording: string;
  language: Language;
  proof: Record<string, string>;
}

/**
 * The box for news was ticked, for an address. It holds at once where the person signed in is the one who proved that
 * address; of everybody else the mailbox itself is asked first. Throws rate_limited.
 */
export async function agreeToNews(
  ctx: Ctx,
  sender: ConfirmationSender,
  input: NewsWanted,
): Promise<{ holds: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const owner = await ownerOf(tx, 'email', input.email);
    const { actor } = tx;
    if (owner && actor.kind === 'shopper' && actor.signedIn && actor.subjectIds.includes(owner)) {
      await agreeByMailbox(tx, { ...input, subjectId: owner });
      return { holds: true };
    }
    await requestConfirmation(tx, sender, input);
    return { holds: false };
  });
}
