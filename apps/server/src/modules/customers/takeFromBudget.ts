import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/**
 * Takes one from a budget that all servers share, in one statement that commits alone. Throws rate_limited with the
 * seconds to wait once `limit` is used up within the window.
 */
export async function takeFromBudget(
  ctx: Ctx,
  key: Buffer,
  limit: number,
  windowSeconds: number,
  detail: string,
): Promise<void> {
  const now = ctx.clock.now();
  const resets = new Date(now.getTime() + windowSeconds * 1000);
  const { rows } = await sql<{ taken: number; resets_at: Date }>`
    insert into customers.budget as b (key, taken, resets_at) values (${key}, 1, ${resets})
    on conflict (key) do update set
      taken = case when b.resets_at <= ${now} then 1 else b.taken + 1 end,
      resets_at = case when b.resets_at <= ${now} then excluded.resets_at else b.resets_at end
    returning taken, resets_at`.execute(ctx.db);
  const row = rows[0];
  if (!row || row.taken <= limit) return;
  const wait = Math.max(1, Math.ceil((row.resets_at.getTime() - now.getTime()) / 1000));
  throw new AppError('rate_limited', { detail, retryAfterSeconds: wait });
}
