import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { writeAtEnd } from '../../kernel/outbox.ts';
import { newToken, tokenHash } from './keyedHash.ts';
import { insertEpoch, isAnonymousId, openFirstEpoch, openNextEpoch } from './openSubjects.ts';
import { anonymousDays, dayMs, signedInDays } from './shopCookie.ts';
import { tables } from './tables.ts';

/** A shopper's session as its browser may know it. */
export interface ShopSession {
  id: string;
  /** What the tracker sends with each event, together with the epoch. */
  anonymousId: string;
  epoch: number;
  /** The identity under which things happen now. */
  subjectId: string;
  signedIn: boolean;
}

export interface OpenedSession {
  /** 256 bits, for the cookie; only its hash is kept. */
  token: string;
  session: ShopSession;
}

export const webSource = 'web';
/** Requests of one page load that arrive before any of them has the cookie. */
const firstVisitSeconds = 120;

/**
 * Starts an anonymous session. With the anonymous id of the browser's tracker, what the tracker saw before belongs to it.
 *
 * An anonymous id is no secret (it travels in every event), so it must not open somebody's session: a subject that has
 * had a session for more than two minutes, or whose person has signed in, is not joined; the next epoch begins instead.
 */
export async function startSession(ctx: Ctx, input: { anonymousId?: string | undefined } = {}): Promise<OpenedSession> {
  const given = input.anonymousId !== undefined && isAnonymousId(input.anonymousId) ? input.anonymousId : undefined;
  return inTransaction(ctx, async (tx) => {
    const anonymousId = given ?? tx.newId();
    // A sign-in that starts a session goes on with its subject in the same transaction, so it must be there.
    const open = ctx.db.isTransaction ? openNextEpoch : openFirstEpoch;
    const subject = given ? await joinOrOpen(tx, given) : await open(tx, webSource, anonymousId);
    const opened = { anonymousId, epoch: subject.epoch, subjectId: subject.subjectId };
    return openSession(tx, opened, ctx.db.isTransaction ? undefined : 'at_end');
  });
}

async function joinOrOpen(tx: Ctx, anonymousId: string): Promise<{ subjectId: string; epoch: number }> {
  for (let round = 0; round < 10; round += 1) {
    const newest = await newestSubject(tx, anonymousId);
    if (newest?.joinable) {
      if (newest.isUnused) {
        await tables(tx)
          .updateTable('customers.subject')
          .set({ session_since: tx.clock.now() })
          .where('id', '=', newest.subjectId)
          .where('session_since', 'is', null)
          .execute();
      }
      return newest;
    }
    // Requests of one page load race here: one inserts, the others come round and join it.
    const epoch = (newest?.epoch ?? 0) + 1;
    const opened = await insertEpoch(tx, { source: webSource, anonymousId, epoch });
    if (opened) return opened;
  }
  throw new AppError('version_conflict', { detail: 'This browser opens many sessions at once; try again.' });
}

async function newestSubject(
  tx: Ctx,
  anonymousId: string,
): Promise<{ subjectId: string; epoch: number; joinable: boolean; isUnused: boolean } | undefined> {
  const since = new Date(tx.clock.now().getTime() - firstVisitSeconds * 1000);
  const { rows } = await sql<{ id: string; epoch: number; joinable: boolean; is_unused: boolean }>`
    select s.id, s.epoch, s.session_since is null as is_unused,
      (s.session_since is null or s.session_since > ${since})
        and not exists (select 1 from customers.subject v where v.customer_id = s.customer_id and v.kind = 'verified') as joinable
    from customers.subject s
    where s.source = ${webSource} and s.anonymous_id = ${anonymousId}
    order by s.epoch desc limit 1`.execute(tx.db);
  const row = rows[0];
  return row && { subjectId: row.id, epoch: row.epoch, joinable: row.joinable, isUnused: row.is_unused };
}

/** Writes a session row and makes its token. */
export async function openSession(
  tx: Ctx,
  input: { anonymousId: string; epoch: number; subjectId: string; verifiedSubjectId?: string },
  when: 'now' | 'at_end' = 'now',
): Promise<OpenedSession> {
  const token = newToken();
  const now = tx.clock.now();
  const id = tx.newId();
  const verified = input.verifiedSubjectId;
  const verifiedUntil = verified ? new Date(now.getTime() + signedInDays * dayMs) : null;
  const insert = sql`insert into customers.session (id, token_hash, subject_id, verified_subject_id, verified_until, created_at, expires_at)
    values (${id}, ${tokenHash(token)}, ${input.subjectId}, ${verified ?? null}, ${verifiedUntil}, ${now},
      ${new Date(now.getTime() + anonymousDays * dayMs)})`;
  if (when === 'now') await insert.execute(tx.db);
  else await writeAtEnd(tx, (name) => sql`${name('session')} as (${insert})`);
  return {
    token,
    session: {
      id,
      anonymousId: input.anonymousId,
      epoch: input.epoch,
      subjectId: verified ?? input.subjectId,
      signedIn: verified !== undefined,
    },
  };
}

/** The session of the acting shopper, with its anonymous id; undefined for anyone else. One statement. */
export async function readSession(ctx: Ctx): Promise<(ShopSession & { anonymousSubjectId: string }) | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'shopper') return undefined;
  const row = await tables(ctx)
    .selectFrom('customers.session as s')
    .innerJoin('customers.subject as a', 'a.id', 's.subject_id')
    .select(['s.id', 'a.id as subjectId', 'a.anonymous_id', 'a.epoch'])
    .where('s.id', '=', actor.sessionId)
    .executeTakeFirst();
  if (!row?.anonymous_id || row.epoch === null) return undefined;
  return {
    id: row.id,
    anonymousId: row.anonymous_id,
    epoch: row.epoch,
    subjectId: actor.subjectId,
    signedIn: actor.signedIn,
    anonymousSubjectId: row.subjectId,
  };
}

export async function revokeSession(tx: Ctx, sessionId: string): Promise<void> {
  await tables(tx)
    .updateTable('customers.session')
    .set({ revoked_at: tx.clock.now() })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}
