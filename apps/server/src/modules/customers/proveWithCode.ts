import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { type Refusal, type Result, refuse } from '../../kernel/result.ts';
import type { CustomersConfig } from './keyedHash.ts';
import type { CodeTarget } from './requestSignInCode.ts';
import { verifyIdentifier } from './subjectForVerified.ts';
import { tryCode, useCode } from './useCode.ts';

/**
 * Somebody who is signed in proves that another address or telephone is theirs too. What was said of it before stays a
 * claim where it was. Refuses identifier_taken where another proven customer has it: a shared telephone makes nobody one
 * person. Throws code_invalid.
 */
export async function proveWithCode(
  ctx: Ctx,
  config: CustomersConfig,
  input: { customerId: string; to: CodeTarget; code: string },
): Promise<Result<{ subjectId: string; customerId: string }, 'identifier_taken'> | Refusal> {
  const { codeId, to } = await tryCode(ctx, config, input);
  return inTransaction(ctx, async (tx) => {
    await useCode(tx, codeId);
    const proven = await verifyIdentifier(tx, {
      ...to,
      customerId: input.customerId,
      evidence: { kind: 'code', source: 'code', codeId },
    });
    if (proven.ok) return proven;
    // Whose it is, is not for them to know.
    return refuse('identifier_taken', {
      detail: 'It belongs to another account; nothing was changed. Sign in with it to see that one.',
    });
  });
}
