import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { tables } from './tables.ts';
import { isWeakPin } from './weakPin.ts';

/** Wrong ones in a row before a pause, and before the PIN is gone for good. */
const triesInWindow = 5;
const windowMinutes = 15;
const failuresAllowed = 20;

/**
 * Sets my PIN: four to six digits for switching on a store's device. Only in a session opened by password, so that who
 * looks over a shoulder once cannot make the PIN theirs.
 *
 * @throws AppError not_allowed, invalid_request (a PIN that anyone guesses first)
 */
export async function setPin(ctx: Ctx, pin: string): Promise<void> {
  const memberId = staffIdOf(ctx.actor);
  if (!memberId || (ctx.actor.kind === 'staff' && ctx.actor.deviceId))
    throw new AppError('not_allowed', { detail: 'Sign in with your password to set a PIN.' });
  if (isWeakPin(pin)) {
    throw new AppError('invalid_request', {
      detail: 'This is one of the first that anyone tries. Choose another; nothing was changed.',
      errors: [{ path: 'body.pin', message: 'is guessed too easily' }],
    });
  }
  const hash = await hashPassword(pin);
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    await tables(tx)
      .insertInto('staff.pin')
      .values({ member_id: memberId, hash, set_at: now })
      .onConflict((conflict) =>
        conflict.column('member_id').doUpdateSet({ hash, set_at: now, tries: 0, failures: 0, resets_at: null }),
      )
      .execute();
    await audit(tx, { act: 'staff.pin.set', target: 'member', targetId: memberId });
  });
}

/**
 * Whether this is the member's PIN. Every try is counted in the database before it is judged, over all devices and
 * servers: five wrong ones make a pause of a quarter of an hour, twenty since it last was right end the PIN.
 *
 * @throws AppError pin_invalid (also for a member who has none), pin_locked
 */
export async function checkPin(ctx: Ctx, memberId: string, pin: string): Promise<void> {
  const now = ctx.clock.now();
  const resets = new Date(now.getTime() + windowMinutes * 60_000);
  const { rows } = await sql<{ hash: string; tries: number; failures: number; resets_at: Date }>`
    update staff.pin set
      tries = case when resets_at is null or resets_at <= ${now} then 1 else tries + 1 end,
      resets_at = case when resets_at is null or resets_at <= ${now} then ${resets} else resets_at end
    where member_id = ${memberId} returning hash, tries, failures, resets_at`.execute(ctx.db);
  const row = rows[0];
  if (row && row.tries > triesInWindow) {
    throw new AppError('pin_locked', {
      detail: 'Too many wrong tries. Wait, or sign in with the password.',
      retryAfterSeconds: Math.max(1, Math.ceil((row.resets_at.getTime() - now.getTime()) / 1000)),
    });
  }
  // Without a PIN it takes as long as with a wrong one.
  const right = await verifyPassword({ hash: row?.hash ?? absentHash, password: pin });
  if (row && right) {
    await tables(ctx)
      .updateTable('staff.pin')
      .set({ tries: 0, failures: 0, resets_at: null })
      .where('member_id', '=', memberId)
      .execute();
    return;
  }
  if (row) await countFailure(ctx, memberId);
  throw new AppError('pin_invalid', {
    detail: 'Nothing was opened. Type it again, or sign in with the password.',
    ...(row ? { triesLeft: Math.max(0, triesInWindow - row.tries) } : {}),
  });
}

async function countFailure(ctx: Ctx, memberId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ failures: number }>`
      update staff.pin set failures = failures + 1 where member_id = ${memberId} returning failures`.execute(tx.db);
    const isOver = (rows[0]?.failures ?? 0) >= failuresAllowed;
    if (isOver) await tables(tx).deleteFrom('staff.pin').where('member_id', '=', memberId).execute();
    await audit(tx, { act: isOver ? 'staff.pin.ended' : 'staff.pin.failed', target: 'member', targetId: memberId });
  });
}

/** Of nobody's PIN, in better-auth's form (salt:key): verifying against it costs what verifying costs. */
const absentHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`;
