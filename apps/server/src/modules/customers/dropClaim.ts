import type { Ctx } from '../../kernel/context.ts';
import type { Claim } from './claimIdentifier.ts';
import { normaliseIdentifier } from './normaliseIdentifier.ts';
import { tables } from './tables.ts';

/** Takes back what one source claimed, once the value's owner said it is another's. What was said elsewhere or proven stays. */
export async function dropClaim(tx: Ctx, claim: Claim): Promise<void> {
  const value = normaliseIdentifier(claim.kind, claim.value);
  if (value === undefined) return;
  await tables(tx)
    .deleteFrom('customers.identifier')
    .where('subject_id', '=', claim.subjectId)
    .where('kind', '=', claim.kind)
    .where('value', '=', value)
    .where('source', '=', claim.source)
    .where('state', '=', 'claimed')
    .execute();
}
