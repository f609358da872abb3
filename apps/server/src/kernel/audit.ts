import { sql } from 'kysely';
import { actorKey, type Ctx } from './context.ts';
import { decodeCursor, toPage } from './page.ts';

/** A deed of a member of staff or a machine that someone may ask about later. Ids and facts, never names. */
export interface AuditEntry {
  act: string;
  target: string;
  targetId: string;
  reason?: string | undefined;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** Writes the audit line in the transaction of the deed. */
export async function audit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await sql`insert into kernel.audit (id, at, actor, role, act, target, target_id, location_id, request_id, reason, before, after)
    values (${ctx.newId()}, ${ctx.clock.now()}, ${actorKey(ctx.actor)}, ${ctx.actor.kind === 'staff' ? ctx.actor.role : null},
      ${entry.act}, ${entry.target}, ${entry.targetId}, ${ctx.locationId ?? null}, ${ctx.requestId}, ${entry.reason ?? null},
      ${entry.before ? JSON.stringify(entry.before) : null}::jsonb, ${entry.after ? JSON.stringify(entry.after) : null}::jsonb)`.execute(
    ctx.db,
  );
}

/** An audit line as it is read back. */
export interface AuditLine {
  id: string;
  at: string;
  actor: string;
  role: string | null;
  act: string;
  target: string;
  targetId: string;
  locationId: string | null;
  requestId: string;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Audit lines, newest first, a page at a time; of one target where that is named. */
export async function readAudit(
  ctx: Ctx,
  filter: {
    target?: string | undefined;
    targetId?: string | undefined;
    actor?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: AuditLine[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const { rows } = await sql<
    Omit<AuditLine, 'at' | 'targetId' | 'locationId' | 'requestId'> & {
      at: Date;
      target_id: string;
      location_id: string | null;
      request_id: string;
    }
  >`
    select id, at, actor, role, act, target, target_id, location_id, request_id, reason, before, after
    from kernel.audit
    where (${filter.target ?? null}::text is null or target = ${filter.target ?? null})
      and (${filter.targetId ?? null}::text is null or target_id = ${filter.targetId ?? null})
      and (${filter.actor ?? null}::text is null or actor = ${filter.actor ?? null})
      and (${after?.[0] ?? null}::timestamptz is null or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by at desc, id desc
    limit ${filter.limit + 1}`.execute(ctx.db);
  const lines = rows.map(({ at, target_id, location_id, request_id, ...row }) => ({
    ...row,
    at: at.toISOString(),
    targetId: target_id,
    locationId: location_id,
    requestId: request_id,
  }));
  return toPage(lines, filter.limit, (line) => [line.at, line.id]);
}
