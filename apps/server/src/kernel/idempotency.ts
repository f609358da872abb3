import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { actorKey, type Ctx } from './context.ts';
import { inTransaction } from './database.ts';
import { AppError, type ProblemDetails } from './errors.ts';
import { writeAtEnd } from './outbox.ts';
import type { ProblemCode } from './problems.ts';
import { Refusal } from './result.ts';

/** What identifies "the same request": its target and its body. */
export function fingerprintOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Forms that survive JSON: a refusal is an answer too, and the same key must get the same one. */
type Stored = { value: unknown } | { refused: { reason: ProblemCode; details: ProblemDetails } };

/**
 * Does `act` in one transaction, and at most once for the caller's Idempotency-Key (scoped to actor and act). A repeat
 * gets the stored outcome; a twin still in flight makes the insert wait for it; another body under the same key is
 * refused. Without a key it is a plain transaction. What `act` throws is rolled back and not remembered.
 * The outcome must be plain JSON (dates as text).
 *
 * The key is claimed before the act and not with its outcome, though that would save a statement: a twin then waits before
 * it has read or locked anything, and never sees the half of a race that it is itself.
 */
export async function once<T>(ctx: Ctx, act: string, run: (tx: Ctx) => Promise<T>): Promise<T> {
  return (await onceTelling(ctx, act, run)).outcome;
}

/**
 * `once`, telling whether the outcome was stored by an earlier request. Who keeps more of `run` than its outcome (in a
 * closure) must ask: a transaction that is tried again may end by finding a twin's outcome, and what its first attempt
 * kept was never written.
 */
export async function onceTelling<T>(
  ctx: Ctx,
  act: string,
  run: (tx: Ctx) => Promise<T>,
): Promise<{ outcome: T; isRepeat: boolean }> {
  const idempotency = ctx.idempotency;
  if (!idempotency) return { outcome: await inTransaction(ctx, run), isRepeat: false };
  const actor = actorKey(ctx.actor);
  return inTransaction(ctx, async (tx) => {
    const claimed = await sql`
      insert into kernel.idempotency (actor, act, key, fingerprint, created_at)
      values (${actor}, ${act}, ${idempotency.key}, ${idempotency.fingerprint}, ${tx.clock.now()})
      on conflict do nothing returning key`.execute(tx.db);
    if (claimed.rows.length === 0) return { outcome: (await recall(tx, actor, act, idempotency)) as T, isRepeat: true };
    const outcome = await run({ ...tx, idempotency: undefined });
    const stored: Stored =
      outcome instanceof Refusal
        ? { refused: { reason: outcome.reason, details: outcome.details } }
        : { value: outcome ?? null };
    const keep = sql`update kernel.idempotency set outcome = ${JSON.stringify(stored)}::jsonb
      where actor = ${actor} and act = ${act} and key = ${idempotency.key}`;
    // Within a larger transaction the same key may be asked for again before its end.
    if (ctx.db.isTransaction) await keep.execute(tx.db);
    else await writeAtEnd(tx, (name) => sql`${name('outcome')} as (${keep})`);
    return { outcome, isRepeat: false };
  });
}

/**
 * What an earlier request under this key came to, or undefined. For acts that are refused on the way to their transaction:
 * what the first request took is not there for its repeat, which must get the first one's answer all the same.
 */
export async function outcomeUnderKey<T>(ctx: Ctx, act: string): Promise<T | undefined> {
  if (!ctx.idempotency) return undefined;
  const actor = actorKey(ctx.actor);
  const { rows } = await sql`select 1 from kernel.idempotency
    where actor = ${actor} and act = ${act} and key = ${ctx.idempotency.key} and outcome is not null`.execute(ctx.db);
  return rows.length > 0 ? ((await recall(ctx, actor, act, ctx.idempotency)) as T) : undefined;
}

async function recall(
  ctx: Ctx,
  actor: string,
  act: string,
  idempotency: { key: string; fingerprint: string },
): Promise<unknown> {
  const { rows } = await sql<{ fingerprint: string; outcome: Stored | null }>`
    select fingerprint, outcome from kernel.idempotency
    where actor = ${actor} and act = ${act} and key = ${idempotency.key}`.execute(ctx.db);
  const row = rows[0];
  if (!row?.outcome) throw new AppError('internal', { detail: 'The first request under this key left no outcome.' });
  if (row.fingerprint !== idempotency.fingerprint) throw new AppError('idempotency_key_reused');
  if ('refused' in row.outcome) return new Refusal(row.outcome.refused.reason, row.outcome.refused.details);
  return row.outcome.value;
}

/** A key for a step of a larger act, so that each step is done once under the caller's one key. */
export function stepKey(ctx: Ctx, step: string): Ctx {
  return ctx.idempotency ? { ...ctx, idempotency: { ...ctx.idempotency, key: `${ctx.idempotency.key}/${step}` } } : ctx;
}

/** Keys are kept 48 hours (DESIGN §6). */
export async function forgetOldKeys(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - 48 * 3_600_000);
  await sql`delete from kernel.idempotency where created_at < ${before}`.execute(ctx.db);
}
