import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { getLimits } from './getLimits.ts';
import { raiseRevision, recordChange } from './recordChange.ts';
import type { DiscountLimits, HoldPurpose, HoldRole, Limits } from './types.ts';

/** What is given replaces what was; the rest stays. */
export interface LimitsChange {
  discount?: Partial<DiscountLimits>;
  hold?: Partial<Record<HoldPurpose, Partial<Record<HoldRole, number>>>>;
  idAbove?: number | null;
  version?: number;
}

/** @throws AppError version_conflict */
export async function saveLimits(ctx: Ctx, change: LimitsChange): Promise<Limits> {
  return once(ctx, 'settings.save_limits', async (tx) => {
    const version = await raiseRevision(tx, 'limits', change.version);
    const before = await getLimits(tx);
    const discount = Object.entries(change.discount ?? {}).map(([role, basis_points]) => ({ role, basis_points }));
    const hold = Object.entries(change.hold ?? {}).flatMap(([purpose, roles]) =>
      Object.entries(roles).map(([role, opening_days]) => ({ purpose, role, opening_days })),
    );
    await sql`
      insert into settings.discount_limit (role, basis_points)
      select role, basis_points from jsonb_to_recordset(${JSON.stringify(discount)}::jsonb) as d(role text, basis_points int)
      on conflict (role) do update set basis_points = excluded.basis_points`.execute(tx.db);
    await sql`
      insert into settings.hold_limit (purpose, role, opening_days)
      select purpose, role, opening_days from jsonb_to_recordset(${JSON.stringify(hold)}::jsonb) as h(purpose text, role text, opening_days int)
      on conflict (purpose, role) do update set opening_days = excluded.opening_days`.execute(tx.db);
    if (change.idAbove !== undefined) {
      await sql`insert into settings.hand_over_limit (id_above) values (${change.idAbove})
        on conflict (only_one) do update set id_above = excluded.id_above`.execute(tx.db);
    }
    const after = { ...(await getLimits(tx)), version };
    await recordChange(tx, { part: 'limits', version, event: 'settings.limits.changed', before, after });
    return after;
  });
}
