import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { claimIdentifier, normaliseIdentifier } from '../customers/index.ts';
import { shopperOf } from './actors.ts';
import { keepContact } from './contact.ts';

/**
 * Who the writer says to be. A claim only: staff see it marked as one, it joins nobody with anybody, and it shows the
 * writer nothing; the name is kept beside the chat and does not touch the customer's own.
 */
export async function claimContact(ctx: Ctx, input: { name?: string; email?: string; phone?: string }): Promise<null> {
  const { subjectId } = shopperOf(ctx);
  const claims = (['email', 'phone'] as const).flatMap((kind) => {
    const given = input[kind]?.trim();
    if (!given) return [];
    const value = normaliseIdentifier(kind, given);
    if (!value) {
      const what = kind === 'email' ? 'e-mail address' : 'phone number';
      throw new AppError('invalid_request', {
        detail: `This is no ${what}. Nothing was kept.`,
        errors: [{ path: `/${kind}`, message: `is no ${what}` }],
      });
    }
    return [{ kind, value }];
  });
  return once(ctx, 'conversations.claim-contact', async (tx) => {
    for (const { kind, value } of claims) await claimIdentifier(tx, { subjectId, kind, value, source: 'chat' });
    await keepContact(tx, subjectId, {
      email: claims.find((claim) => claim.kind === 'email')?.value,
      name: input.name?.trim() || undefined,
    });
    return null;
  });
}
