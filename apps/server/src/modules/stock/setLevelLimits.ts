import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { whoOf } from './who.ts';

export interface LevelLimits {
  variantId: string;
  locationId: string;
  /** Kept back of what is on hand; null: as its location does, or else the company. */
  safety: number | null;
  display: number;
  incoming: number;
  incomingAt: string | null;
}

/** Sets what limits a level beside its stock: safety, display pieces, and what is on its way. Creates missing levels. */
export async function setLevelLimits(ctx: Ctx, limits: readonly LevelLimits[]): Promise<void> {
  await once(ctx, 'stock.setLevelLimits', async (tx) => {
    await sql`
      with limits as (
        insert into stock.level as l (variant_id, location_id, safety, own_safety, display, incoming, incoming_at, updated_at)
        select x."variantId", x."locationId", coalesce(x.safety, 0), x.safety, x.display, x.incoming, x."incomingAt", ${tx.clock.now()}
        from jsonb_to_recordset(${JSON.stringify(limits)}::jsonb)
          as x("variantId" uuid, "locationId" uuid, safety bigint, display bigint, incoming bigint, "incomingAt" timestamptz)
        order by 1, 2
        on conflict (variant_id, location_id) do update set
          safety = excluded.safety, own_safety = excluded.own_safety, display = excluded.display,
          incoming = excluded.incoming, incoming_at = excluded.incoming_at,
          version = l.version + 1, updated_at = excluded.updated_at
        returning variant_id, location_id, version
      )
      insert into kernel.outbox (id, type, version, occurred_at, aggregate, aggregate_id, aggregate_version, actor, role, channel, location_id, cause, data)
      select stock.uuid_v7(${tx.clock.now()}), 'stock.level.limited', 1, ${tx.clock.now()}, 'level', variant_id || ':' || location_id, version,
        w->>'actor', w->>'role', w->>'channel', location_id, w->>'cause',
        jsonb_build_object('variantId', variant_id, 'locationId', location_id)
      from limits, (select ${JSON.stringify(whoOf(tx))}::jsonb as w) who`.execute(tx.db);
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
