import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { claimIdentifier, normaliseIdentifier } from '../customers/index.ts';
import { shopperOf } from './actors.ts';
import { keepContact } from './contact.ts';
import { lockThreadOfSubject } from './lockThread.ts';
import { writeInbound } from './postShopperMessage.ts';
import type { Message } from './types.ts';

/**
 * A message left while nobody is there, to be answered by e-mail. The address is claimed: it says where to answer and
 * gives the writer nothing to see.
 */
export async function leaveMessage(
  ctx: Ctx,
  input: { email: string; text: string; clientKey: string; name?: string },
): Promise<Message> {
  const { subjectId } = shopperOf(ctx);
  const email = normaliseIdentifier('email', input.email);
  if (!email)
    throw new AppError('invalid_request', {
      detail: 'This is no e-mail address. Nothing was sent.',
      errors: [{ path: '/email', message: 'is no e-mail address' }],
    });
  return once(ctx, 'conversations.leave-message', async (tx) => {
    await claimIdentifier(tx, { subjectId, kind: 'email', value: email, source: 'chat' });
    const thread = await lockThreadOfSubject(tx, subjectId);
    await keepContact(tx, subjectId, { email, name: input.name?.trim() || undefined });
    return writeInbound(tx, thread, subjectId, input, { leftMessage: true });
  });
}
