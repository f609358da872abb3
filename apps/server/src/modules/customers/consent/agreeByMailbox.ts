import type { Ctx, Language } from '../../../kernel/context.ts';
import type { ConsentSource } from './purposes.ts';
import { recordConsents } from './recordConsents.ts';
import { liftSuppression } from './suppression.ts';

/**
 * A yes to advertising by e-mail from whoever just proved to read the mailbox, by a link that was mailed there: that proof is
 * what a second mail (double opt-in) would ask for, so none is sent. It belongs to the subject of that address, so it follows
 * it through every merge and unmerge.
 */
export async function agreeByMailbox(
  tx: Ctx,
  input: {
    subjectId: string;
    email: string;
    source: ConsentSource;
    wording: string;
    language: Language;
    proof: Record<string, string>;
  },
): Promise<void> {
  const { email, ...statement } = input;
  await recordConsents(tx, { ...statement, choices: [{ purpose: 'marketing', channel: 'email', given: true }] });
  await liftSuppression(tx, { kind: 'email', value: email });
}
