import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Return } from '../../modules/returns/index.ts';
import { changeOnHand, type OnHandChange } from '../../modules/stock/index.ts';

type Piece = Pick<Return['lines'][number], 'variantId' | 'quantity' | 'outcome'>;

/**
 * Every piece that stays goes into the books of the place where it came in, never of the place it was sold from. What
 * cannot be sold stands there as damaged, or goes out of the house at once. In the caller's transaction.
 */
export async function putAway(tx: Ctx, it: Return): Promise<void> {
  await change(
    tx,
    it.lines.flatMap((line) =>
      line.locationId ? changesFor(line, line.locationId, it.number, `return ${it.number}`) : [],
    ),
  );
}

/** The same for goods of which no sale is known. */
export async function putBack(tx: Ctx, id: string, locationId: string, pieces: readonly Piece[]): Promise<void> {
  await change(
    tx,
    pieces.flatMap((piece) => changesFor(piece, locationId, id, 'return without a sale')),
  );
}

function changesFor({ variantId, quantity, outcome }: Piece, locationId: string, documentId: string, reason: string) {
  if (!outcome || outcome === 'send_back' || outcome === 'not_received') return [];
  const by = { variantId, locationId, documentKind: 'return', documentId, reason };
  const changes: OnHandChange[] = [{ ...by, kind: 'return', delta: quantity }];
  if (outcome !== 'restock') changes.push({ ...by, kind: 'damage', delta: -quantity });
  if (outcome === 'write_off') changes.push({ ...by, kind: 'write_off', delta: -quantity });
  return changes;
}

async function change(tx: Ctx, changes: readonly OnHandChange[]): Promise<void> {
  if (changes.length === 0) return;
  const done = await changeOnHand(tx, [...changes]);
  if (!done.ok) throw new AppError(done.reason, done.details);
}
