import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import { tables } from './tables.ts';

/** What was changed of an order beside its state: told on its page, in the order of time. */
export const orderChanges = [
  'cancelled_part',
  'moved',
  'kept_longer',
  'collector',
  'short',
  'choice',
  'address',
  'discount',
  'tracking',
  'receipt_kept',
  'receipt_kept_elsewhere',
  'receipt_denied',
] as const;
export type OrderChange = (typeof orderChanges)[number];

export interface NewChange {
  orderId: string;
  kind: OrderChange;
  reason?: string | undefined;
  /** Ids, counts and codes; no names. */
  facts?: Record<string, unknown>;
  amount?: Money | undefined;
}

/** In the transaction of the change it tells of. */
export async function recordChange(tx: Ctx, change: NewChange): Promise<void> {
  await sql`insert into orders.change (id, order_id, kind, actor, reason, facts, amount, at)
    values (${tx.newId()}, ${change.orderId}, ${change.kind}, ${actorKey(tx.actor)}, ${change.reason ?? null},
      ${JSON.stringify(change.facts ?? {})}::jsonb, ${change.amount?.amount ?? null}, ${tx.clock.now()})`.execute(
    tx.db,
  );
}

export interface RecordedChange {
  kind: OrderChange;
  actor: string;
  reason: string | null;
  facts: Record<string, unknown>;
  amount: number | null;
  at: string;
}

/** Oldest first. */
export async function changesOf(ctx: Ctx, orderId: string): Promise<RecordedChange[]> {
  const rows = await tables(ctx)
    .selectFrom('orders.change')
    .select(['kind', 'actor', 'reason', 'facts', 'amount', 'at'])
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
