import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Return } from '../../modules/returns/index.ts';
import { changeOnHand, type OnHandChange } from '../../modules/stock/index.ts';

/**
 * Every piece that stays goes into the books of the place where it came in, never of the place it was sold from. What
 * cannot be sold stands there as damaged, or goes out of the house at once. In the caller's transaction.
 */
export async function putAway(tx: Ctx, it: Return): Promise<void> {
  const changes = it.lines.flatMap((line): OnHandChange[] => {
    if (!line.locationId || line.outcome === 'send_back' || line.outcome === 'not_received' || !line.outcome) return [];
    const { variantId, locationId, quantity } = line;
    const by = { variantId, locationId, documentKind: 'return', documentId: it.number, reason: `return ${it.number}` };
    return [
      { ...by, kind: 'return', delta: quantity },
      ...(line.outcome === 'restock' ? [] : [{ ...by, kind: 'damage' as const, delta: -quantity }]),
      ...(line.outcome === 'write_off' ? [{ ...by, kind: 'write_off' as const, delta: -quantity }] : []),
    ];
  });
  if (changes.length === 0) return;
  const done = await changeOnHand(tx, changes);
  if (!done.ok) throw new AppError(done.reason, done.details);
}
