import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';

/** It is not where it should be. Its own queue: never silently sent from elsewhere. The flow corrects stock and tells the customer. */
export async function markNotFound(
  ctx: Ctx,
  input: { id: string; reason: string },
): Promise<Result<Fulfilment, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveFulfilment(tx, { id: input.id, to: 'not_found', happened: 'not_found', reason: input.reason }),
  );
}
