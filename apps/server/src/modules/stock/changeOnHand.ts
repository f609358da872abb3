import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

export type OnHandChange = {
  variantId: string;
  locationId: string;
  reason: string;
  /** The thing behind it, where it has a number of its own: an order, a return, a delivery note. */
  documentKind?: string;
  documentId?: string;
} /**
 * `damage` (below 0) books good pieces as damaged: they stand there and may not be sold. `repair` makes them good again,
 * `write_off` (below 0) takes them out of the house.
 */ & (
  | { kind: 'receive' | 'damage' | 'repair' | 'write_off' | 'adjust' | 'return'; delta: number }
  /** `was`: what stood in the books when it was counted; anything else by now and nothing is changed. */
  | { kind: 'count'; counted: number; was?: number | undefined }
);

export interface OnHandChanged {
  variantId: string;
  locationId: string;
  before: number;
  after: number;
}

/**
 * Changes what is on hand, the whole list or nothing. Holds that are no longer covered are marked at risk, newest first,
 * each with an event. Refuses what would leave less than nothing on hand.
 *
 * @throws AppError version_conflict when a count says what the books said and they say something else by now
 */
export async function changeOnHand(
  ctx: Ctx,
  changes: readonly OnHandChange[],
): Promise<Result<OnHandChanged[], 'insufficient_stock'>> {
  const expected = new Map(
    changes.flatMap((change) =>
      change.kind === 'count' && change.was !== undefined
        ? [[`${change.variantId.toLowerCase()} ${change.locationId.toLowerCase()}`, change.was] as const]
        : [],
    ),
  );
  try {
    const changed = await once(ctx, 'stock.changeOnHand', async (tx) => {
      const { rows } = await sql<{ variant_id: string; location_id: string; before: number; after: number }>`
        select * from stock.set_on_hand(${JSON.stringify(changes)}::jsonb, ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb)`.execute(
        tx.db,
      );
      const moved = rows.find(
        (row) => (expected.get(`${row.variant_id} ${row.location_id}`) ?? row.before) !== row.before,
      );
      // Thrown, so that the transaction takes back what the statement wrote.
      if (moved)
        throw new AppError('version_conflict', {
          detail: 'Somebody changed the number while you counted; nothing was changed. Look at it again.',
          variantId: moved.variant_id,
          locationId: moved.location_id,
          onHand: moved.before,
        });
      return rows.map((row) => ({
        variantId: row.variant_id,
        locationId: row.location_id,
        before: row.before,
        after: row.after,
      }));
    });
    return ok(changed);
  } catch (error) {
    const violated = violatedConstraint(error);
    if (violated === 'level_damaged_is_on_hand' || violated === 'level_damaged_check') {
      return refuse('insufficient_stock', {
        detail:
          'There are not as many good pieces, or not as many damaged ones; nothing was changed. Look at the level again.',
      });
    }
    if (violated !== 'level_on_hand_check') throw error;
    return refuse('insufficient_stock', {
      detail: 'Less would be on hand than nothing; nothing was changed. Count the shelf and enter the count.',
    });
  }
}
