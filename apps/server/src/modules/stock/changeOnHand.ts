import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

export type OnHandChange = { variantId: string; locationId: string; reason: string } & (
  | { kind: 'receive' | 'damage' | 'adjust' | 'return'; delta: number }
  | { kind: 'count'; counted: number }
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
 */
export async function changeOnHand(
  ctx: Ctx,
  changes: readonly OnHandChange[],
): Promise<Result<OnHandChanged[], 'insufficient_stock'>> {
  try {
    const changed = await once(ctx, 'stock.changeOnHand', async (tx) => {
      const { rows } = await sql<{ variant_id: string; location_id: string; before: number; after: number }>`
        select * from stock.set_on_hand(${JSON.stringify(changes)}::jsonb, ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb)`.execute(
        tx.db,
      );
      return rows.map((row) => ({
        variantId: row.variant_id,
        locationId: row.location_id,
        before: row.before,
        after: row.after,
      }));
    });
    return ok(changed);
  } catch (error) {
    if (violatedConstraint(error) !== 'level_on_hand_check') throw error;
    return refuse('insufficient_stock', {
      detail: 'Less would be on hand than nothing; nothing was changed. Count the shelf and enter the count.',
    });
  }
}
