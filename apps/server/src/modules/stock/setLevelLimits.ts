import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';

export interface LevelLimits {
  variantId: string;
  locationId: string;
  safety: number;
  display: number;
  incoming: number;
  incomingAt: string | null;
}

/** Sets what limits a level beside its stock: safety, display pieces, and what is on its way. Creates missing levels. */
export async function setLevelLimits(ctx: Ctx, limits: readonly LevelLimits[]): Promise<void> {
  await once(ctx, 'stock.setLevelLimits', async (tx) => {
    await sql`
      insert into stock.level as l (variant_id, location_id, safety, display, incoming, incoming_at, updated_at)
      select x."variantId", x."locationId", x.safety, x.display, x.incoming, x."incomingAt", ${tx.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(limits)}::jsonb)
        as x("variantId" uuid, "locationId" uuid, safety bigint, display bigint, incoming bigint, "incomingAt" timestamptz)
      order by 1, 2
      on conflict (variant_id, location_id) do update set
        safety = excluded.safety, display = excluded.display, incoming = excluded.incoming, incoming_at = excluded.incoming_at,
        version = l.version + 1, updated_at = excluded.updated_at`.execute(tx.db);
    if (tx.actor.kind === 'staff') {
      for (const limit of limits) {
        await audit(tx, {
          act: 'stock.set_limits',
          target: 'level',
          targetId: `${limit.variantId}:${limit.locationId}`,
          after: { ...limit },
        });
      }
    }
    return null;
  });
}
