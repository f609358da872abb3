import type { Ctx, Language } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { ownerOf } from '../findByIdentifier.ts';
import { forgetRequests } from './forgetRequests.ts';
import { type Choice, type ConsentSource, mayBeSaidByLink, needsConfirmation } from './purposes.ts';
import { recordConsents } from './recordConsents.ts';
import { type ConfirmationSender, requestConfirmation } from './requestConfirmation.ts';
import { suppress } from './suppression.ts';

export interface Chosen {
  /** A mail was sent whose link has to be used before advertising by e-mail begins. */
  confirmationSent: boolean;
}

/**
 * What somebody chose, wherever: a withdrawal holds at once and for the address as well, a yes to advertising by e-mail
 * waits for the link in a mail. `subjectId` null: only the address is known (a link in a message to nobody we know).
 */
export async function chooseConsents(
  ctx: Ctx,
  sender: ConfirmationSender,
  input: {
    subjectId: string | null;
    /** The address these choices speak for, where one is known to be theirs. */
    email: string | null;
    choices: readonly Choice[];
    source: ConsentSource;
    wording: string;
    language: Language;
    proof: Record<string, string>;
  },
): Promise<Chosen> {
  if (input.source === 'message_link' && !input.choices.every(mayBeSaidByLink)) {
    throw new AppError('sign_in_required', {
      detail: 'This link can end anything and agree to e-mail only. Nothing was changed: sign in to agree to more.',
    });
  }
  return once(ctx, 'customers.choose-consents', async (tx) => {
    const toConfirm = input.choices.filter(needsConfirmation);
    const atOnce = input.choices.filter((choice) => !needsConfirmation(choice));
    const endsMail = atOnce.some(
      ({ purpose, channel, given }) => !given && purpose === 'marketing' && (channel === 'email' || channel === 'all'),
    );
    const subjects = new Set<string>();
    if (input.subjectId) subjects.add(input.subjectId);
    // A no from a link is said by whoever reads the mailbox: it also holds for the customer who proved to own it.
    const owner = input.email && endsMail ? await ownerOf(tx, 'email', input.email) : undefined;
    if (owner) subjects.add(owner);
    for (const subjectId of subjects) {
      const choices = subjectId === input.subjectId ? atOnce : atOnce.filter((choice) => !choice.given);
      await recordConsents(tx, { ...input, subjectId, choices });
    }
    if (endsMail && input.email) {
      await suppress(tx, { kind: 'email', value: input.email }, 'unsubscribed');
      await forgetRequests(tx, input.email);
    }
    if (toConfirm.length > 0) {
      if (!input.email)
        throw new AppError('invalid_request', { detail: 'There is no e-mail address these messages could go to.' });
      await requestConfirmation(tx, sender, { ...input, email: input.email });
    }
    return { confirmationSent: toConfirm.length > 0 };
  });
}
