import type { Ctx, Language } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type CustomersConfig, keyedHash, newToken, tokenHash } from '../keyedHash.ts';
import { normaliseIdentifier } from '../normaliseIdentifier.ts';
import { subjectForVerified } from '../subjectForVerified.ts';
import { tables } from '../tables.ts';
import { takeFromBudget } from '../takeFromBudget.ts';
import { agreeByMailbox } from './agreeByMailbox.ts';
import type { ConsentSource } from './purposes.ts';

/** Puts the mail with the confirming link into the caller's transaction. */
export type SendConfirmation = (
  tx: Ctx,
  mail: { email: string; url: string; language: Language; subjectId: string | null },
) => Promise<void>;

export interface ConfirmationSender {
  config: CustomersConfig;
  sendConfirmation: SendConfirmation;
}

const requestDays = 7;

/**
 * Asks the mailbox itself whether it wants advertising; until the link is used, nothing is given. At most three such
 * mails a day go to one address, so that the form is no way to fill a stranger's mailbox. Throws rate_limited.
 */
export async function requestConfirmation(
  tx: Ctx,
  sender: ConfirmationSender,
  input: {
    email: string;
    subjectId: string | null;
    source: ConsentSource;
    wording: string;
    language: Language;
  },
): Promise<void> {
  const email = normaliseIdentifier('email', input.email);
  if (!email) throw new AppError('invalid_request', { detail: 'There is no e-mail address to confirm.' });
  await takeFromBudget(
    tx,
    keyedHash(sender.config, 'consent:day', email),
    3,
    86_400,
    'Three mails were sent to this address today; the link in the newest works.',
  );
  const token = newToken();
  const now = tx.clock.now();
  await tables(tx)
    .insertInto('customers.consent_request')
    .values({
      id: tx.newId(),
      token_hash: tokenHash(token),
      subject_id: input.subjectId,
      email,
      source: input.source,
      wording: input.wording,
      language: input.language,
      requested_at: now,
      expires_at: new Date(now.getTime() + requestDays * 86_400_000),
      confirmed_at: null,
    })
    .execute();
  const url = `${sender.config.publicUrl}/${input.language}/preferences?confirm=${token}`;
  await sender.sendConfirmation(tx, { email, url, language: input.language, subjectId: input.subjectId });
}

/**
 * The link of the mail was used: the address is its reader's, and the reader agreed. Works once; a repeat says the same.
 * Throws code_invalid.
 */
export async function confirmConsent(ctx: Ctx, token: string): Promise<{ confirmed: true }> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const request = await tables(tx)
      .selectFrom('customers.consent_request')
      .selectAll()
      .where('token_hash', '=', tokenHash(token))
      .where('expires_at', '>', now)
      .forUpdate()
      .executeTakeFirst();
    if (!request)
      throw new AppError('code_invalid', { detail: 'This link has expired. Choose anew, and we send another.' });
    if (request.confirmed_at) return { confirmed: true };
    const evidence = { kind: 'mail_link', source: 'link', requestId: request.id };
    const owner = await subjectForVerified(tx, { kind: 'email', value: request.email, evidence });
    await agreeByMailbox(tx, {
      subjectId: owner.subjectId,
      email: request.email,
      source: request.source as ConsentSource,
      wording: request.wording,
      language: request.language,
      proof: { confirmationId: request.id, requestedAt: request.requested_at.toISOString() },
    });
    await tables(tx)
      .updateTable('customers.consent_request')
      .set({ confirmed_at: now, email: '' })
      .where('id', '=', request.id)
      .execute();
    return { confirmed: true };
  });
}
