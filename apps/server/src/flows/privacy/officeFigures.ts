import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { getOrders } from '../../modules/orders/index.ts';

/** Deeds by which somebody saw or took what is known of a customer. */
export const lookingActs = [
  'customers.contact.viewed',
  'customers.addresses.viewed',
  'customers.exported',
  'privacy.export.fetched',
  'privacy.sealed.read',
] as const;

/** What is kept for accounting of people who were erased: of what, until when; not of whom. */
export async function listSealed(ctx: Ctx, query: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const { rows } = await sql<{
    id: string;
    owner: string;
    owner_id: string;
    reason: string;
    sealed_at: Date;
    until: Date;
  }>`select c.id, c.owner, c.owner_id, c.reason, c.sealed_at, c.until
    from kernel.sealed_copy c
    where c.until > ${ctx.clock.now()} and (${after?.[0] ?? null}::timestamptz is null
      or (c.sealed_at, c.id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by c.sealed_at desc, c.id desc limit ${query.limit + 1}`.execute(ctx.db);
  const { rows: counted } = await sql<{ n: number; last: Date | null }>`
    select count(*)::int as n, max(until) as last from kernel.sealed_copy where until > ${ctx.clock.now()}`.execute(
    ctx.db,
  );
  const numbers = await getOrders(
    ctx,
    rows.flatMap((row) => (row.owner === 'orders.order' ? [row.owner_id] : [])),
  );
  const items = rows.map((row) => ({
    id: row.id,
    what: row.owner,
    ownerId: row.owner_id,
    number: numbers.get(row.owner_id)?.number ?? null,
    reason: row.reason,
    sealedAt: row.sealed_at.toISOString(),
    until: row.until.toISOString(),
  }));
  return {
    ...toPage(items, query.limit, (item) => [item.sealedAt, item.id]),
    count: counted[0]?.n ?? 0,
    lastUntil: counted[0]?.last?.toISOString() ?? null,
  };
}

export interface Look {
  id: string;
  at: string;
  /** kind:id */
  actor: string;
  role: string | null;
  act: string;
  target: string;
  targetId: string;
  reason: string | null;
}

/** Who looked at whom, newest first; of one customer or one colleague where that is asked. */
export async function listLooks(
  ctx: Ctx,
  query: { customerIds?: readonly string[]; actor?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const { rows } = await sql<Omit<Look, 'at' | 'targetId'> & { at: Date; target_id: string }>`
    select id, at, actor, role, act, target, target_id, reason from kernel.audit
    where act = any(${[...lookingActs]}::text[])
      ${query.customerIds ? sql`and target = 'customer' and target_id = any(${[...query.customerIds]}::text[])` : sql``}
      ${query.actor ? sql`and actor = ${query.actor}` : sql``}
      and (${after?.[0] ?? null}::timestamptz is null or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by at desc, id desc limit ${query.limit + 1}`.execute(ctx.db);
  const items = rows.map(({ target_id, ...row }): Look => ({ ...row, at: row.at.toISOString(), targetId: target_id }));
  return toPage(items, query.limit, (item) => [item.at, item.id]);
}
