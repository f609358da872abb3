import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { tables } from './tables.ts';

/** The company's row. */
const everywhere = '00000000-0000-0000-0000-000000000000';

export interface SafetyDefaults {
  /** What every location keeps back that says nothing of its own. */
  company: number;
  locations: { locationId: string; safety: number }[];
}

/** What is kept back of each variant where it has no limit of its own. */
export async function getSafetyDefaults(ctx: Ctx): Promise<SafetyDefaults> {
  const rows = await tables(ctx)
    .selectFrom('stock.safety_default')
    .select(['location_id as locationId', 'safety'])
    .orderBy('location_id')
    .execute();
  return {
    company: rows.find((row) => row.locationId === everywhere)?.safety ?? 0,
    locations: rows.filter((row) => row.locationId !== everywhere),
  };
}

/**
 * Sets it for a location (null: as the company does) or, without one, for the company. It holds from the next question on:
 * levels are not rewritten.
 */
export async function setSafetyDefault(
  ctx: Ctx,
  input: { locationId: string | undefined; safety: number | null },
): Promise<void> {
  const location = input.locationId ?? everywhere;
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    if (input.safety === null) {
      await tables(tx).deleteFrom('stock.safety_default').where('location_id', '=', location).execute();
    } else {
      await tables(tx)
        .insertInto('stock.safety_default')
        .values({ location_id: location, safety: input.safety, updated_at: now })
        .onConflict((conflict) =>
          conflict.column('location_id').doUpdateSet({ safety: input.safety ?? 0, updated_at: now }),
        )
        .execute();
    }
    await audit(tx, {
      act: 'stock.set_safety_default',
      target: 'location',
      targetId: location,
      after: { safety: input.safety },
    });
    await emit(tx, {
      type: 'stock.safety_default.set',
      aggregate: 'safety_default',
      aggregateId: location,
      // Each is the newest of its kind; nobody folds them.
      aggregateVersion: now.getTime(),
      locationId: input.locationId,
      data: { locationId: input.locationId ?? null, safety: input.safety },
    });
  });
}
