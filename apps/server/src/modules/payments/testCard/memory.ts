import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Money } from '../../../kernel/money.ts';
import { tables } from '../tables.ts';

export interface Charge {
  ref: string;
  approved: boolean;
  reason: string | null;
  last4: string | null;
}

/**
 * Writes what the acquirer does, at once and for good: `ctx.db` is the pool here, never a transaction of ours (see
 * askProvider), so a rollback on our side does not make it forget. One statement; the same key finds the first charge.
 */
export async function remember(
  ctx: Ctx,
  charge: {
    key: string;
    kind: string;
    parentRef: string | null;
    amount: Money;
    approved: boolean;
    reason: string | null;
    last4: string | null;
  },
): Promise<{ charge: Charge; isNew: boolean }> {
  const ref = `tc_${ctx.newId()}`;
  const { rows } = await sql<Charge>`
    insert into payments.test_card_charge (key, kind, ref, parent_ref, amount, currency, approved, reason, last4, at)
    values (${charge.key}, ${charge.kind}, ${ref}, ${charge.parentRef}, ${charge.amount.amount}, ${charge.amount.currency},
      ${charge.approved}, ${charge.reason}, ${charge.last4}, ${ctx.clock.now()})
    on conflict (key) do update set key = excluded.key
    returning ref, approved, reason, last4`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new AppError('internal');
  return { charge: row, isNew: row.ref === ref };
}

export async function recall(ctx: Ctx, key: string): Promise<Charge | undefined> {
  return tables(ctx)
    .selectFrom('payments.test_card_charge')
    .select(['ref', 'approved', 'reason', 'last4'])
    .where('key', '=', key)
    .executeTakeFirst();
}
