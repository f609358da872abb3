import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { joinProposal } from './decideMatch.ts';

/** Joins what is above the retailer's threshold, the surest first. What may not be joined stays in the queue. */
export async function joinByItself(
  ctx: Ctx,
  open: readonly { id: string; bits: number }[],
  automaticBits: number,
): Promise<number> {
  let joined = 0;
  const sure = open.filter((proposal) => proposal.bits >= automaticBits).sort((a, b) => b.bits - a.bits);
  for (const { id } of sure) if (await inTransaction(ctx, (tx) => joinProposal(tx, id))) joined += 1;
  return joined;
}
