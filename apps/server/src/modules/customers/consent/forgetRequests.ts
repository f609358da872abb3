import type { Ctx } from '../../../kernel/context.ts';
import { normaliseIdentifier } from '../normaliseIdentifier.ts';
import { tables } from '../tables.ts';

/** A no after the question: the link of the older mail must not turn it into a yes. */
export async function forgetRequests(tx: Ctx, email: string): Promise<void> {
  await tables(tx)
    .deleteFrom('customers.consent_request')
    .where('email', '=', normaliseIdentifier('email', email) ?? email)
    .where('confirmed_at', 'is', null)
    .execute();
}
