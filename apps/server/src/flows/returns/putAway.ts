import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Return } from '../../modules/returns/index.ts';
import { changeOnHand, type OnHandChange } from '../../modules/stock/index.ts';

/**
 * Every piece that stays goes into the books of the place where it came in, never of the place it was sold from; what
 * cannot be sold goes out of them again at once, as damage. In the caller's transaction.
 */
export async function putAway(tx: Ctx, it: Return): Promise<void> {
  const changes = it.lines.flatMap((line): OnHandChange[] => {
    if (!line.locationId || line.outcome === 'send_back' || line.outcome === 'not_received' || !line.outcome) return [];
    const level = { variantId: line.variantId, locationId: line.locationId };
    const back: OnHandChange = { ...level, kind: 'return', delta: line.quantity, reason: `return ${it.number}` };
    if (line.outcome === 'restock') return [back];
    const why = line.outcome === 'damaged' ? 'damaged' : 'written off';
    return [back, { ...level, kind: 'damage', delta: -line.quantity, reason: `return ${it.number}: ${why}` }];
  });
  if (changes.length === 0) return;
  const done = await changeOnHand(tx, changes);
  if (!done.ok) throw new AppError(done.reason, done.details);
}
