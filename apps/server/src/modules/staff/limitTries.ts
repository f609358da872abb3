import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { StaffConfig } from './auth.ts';
import { tables } from './tables.ts';

const triesAllowed = 20;
const windowMinutes = 15;

const keyOf = (email: string, config: StaffConfig) =>
  createHmac('sha256', config.secret ?? '')
    .update(`staff:${email}`)
    .digest();

/**
 * Counts a try to sign in as this e-mail, known or not, over all addresses and servers, in one statement that commits
 * alone. Throws rate_limited with the seconds to wait.
 */
export async function takeTry(ctx: Ctx, email: string, config: StaffConfig): Promise<void> {
  const now = ctx.clock.now();
  const resets = new Date(now.getTime() + windowMinutes * 60_000);
  const { rows } = await sql<{ tries: number; resets_at: Date }>`
    insert into staff.sign_in_tries as t (key, tries, resets_at) values (${keyOf(email, config)}, 1, ${resets})
    on conflict (key) do update set
      tries = case when t.resets_at <= ${now} then 1 else t.tries + 1 end,
      resets_at = case when t.resets_at <= ${now} then excluded.resets_at else t.resets_at end
    returning tries, resets_at`.execute(ctx.db);
  const row = rows[0];
  if (row && row.tries > triesAllowed) {
    throw new AppError('rate_limited', {
      detail: 'Too many tries for this e-mail. Wait, or ask an administrator for a new password.',
      retryAfterSeconds: Math.max(1, Math.ceil((row.resets_at.getTime() - now.getTime()) / 1000)),
    });
  }
}

export async function forgiveTries(ctx: Ctx, email: string, config: StaffConfig): Promise<void> {
  await tables(ctx).deleteFrom('staff.sign_in_tries').where('key', '=', keyOf(email, config)).execute();
}
