import type { Ctx } from '../../../kernel/context.ts';
import { ownerOf } from '../findByIdentifier.ts';
import { currentWordings } from './currentWordings.ts';
import { forgetRequests } from './forgetRequests.ts';
import type { ConsentSource } from './purposes.ts';
import { recordConsents } from './recordConsents.ts';
import { type Address, suppress } from './suppression.ts';

/**
 * A no to advertising that came from outside our pages: a complaint at the mail provider, a STOP by text. The address is
 * written to no more, and who has proven to own it has said no; what they only claim elsewhere is not touched.
 */
export async function stopNews(
  tx: Ctx,
  address: Address,
  said: { reason: 'unsubscribed' | 'complained'; source: ConsentSource; proof: Record<string, string> },
): Promise<void> {
  await suppress(tx, address, said.reason);
  if (address.kind === 'email') await forgetRequests(tx, address.value);
  const subjectId = await ownerOf(tx, address.kind, address.value);
  if (!subjectId) return;
  await recordConsents(tx, {
    subjectId,
    choices: [{ purpose: 'marketing', channel: address.kind === 'email' ? 'email' : 'sms', given: false }],
    source: said.source,
    // Nothing was shown: these are the words that say how a yes is taken back.
    wording: (await currentWordings(tx)).preferences.version,
    language: tx.language,
    proof: said.proof,
  });
}
