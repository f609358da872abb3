import type { Actor, Ctx } from '../../kernel/context.ts';
import { type StaffConfig, sessionDays, staffCookie } from './auth.ts';
import { tokenOfCookie } from './staffCookie.ts';
import { tables } from './tables.ts';

type Cookies = Record<string, string | undefined>;

/**
 * Who a staff cookie belongs to, with the role and the locations as they are now: one statement, no cache, so that a
 * revoked session, a new role and a dismissal hold from the next request on. undefined = nobody.
 */
export async function staffActor(base: Ctx, cookies: Cookies, config: StaffConfig): Promise<Actor | undefined> {
  const token = tokenOfCookie(cookies[staffCookie], config);
  if (!token) return undefined;
  const row = await tables(base)
    .selectFrom('staff.auth_session as s')
    .innerJoin('staff.member as m', 'm.id', 's.user_id')
    .select(['s.id', 'm.id as memberId', 'm.role', 'm.location_ids'])
    .where('s.token', '=', token)
    .where('s.expires_at', '>', base.clock.now())
    .where('m.active', '=', true)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: 'staff',
    sessionId: row.id,
    staffId: row.memberId,
    role: row.role,
    locationIds: row.location_ids ?? 'all',
  };
}

/** Moves the end of a working session to a week from now; returns the token to set again, none if the session is fresh. */
export async function keepSession(ctx: Ctx): Promise<string | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return undefined;
  const now = ctx.clock.now();
  const day = 86_400_000;
  const row = await tables(ctx)
    .updateTable('staff.auth_session')
    .set({ expires_at: new Date(now.getTime() + sessionDays * day), updated_at: now })
    .where('id', '=', actor.sessionId)
    .where('expires_at', '<', new Date(now.getTime() + (sessionDays - 1) * day))
    .returning('token')
    .executeTakeFirst();
  return row?.token;
}
