import { timingSafeEqual } from 'node:crypto';
import type { Actor, Ctx, StaffRole } from '../../kernel/context.ts';
import { type StaffConfig, sessionDays, staffCookie } from './auth.ts';
import { deviceHashOf } from './devices.ts';
import { tokenOfCookie } from './staffCookie.ts';
import { worksAt } from './switchByPin.ts';
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
    .leftJoin('staff.device as d', 'd.id', 's.device_id')
    .select(['s.id', 'm.id as memberId', 'm.role', 'm.location_ids', 'm.may_export', 's.device_id'])
    .select(['d.location_id', 'd.token_hash', 'd.revoked_at'])
    .where('s.token', '=', token)
    .where('s.expires_at', '>', base.clock.now())
    .where('m.active', '=', true)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.device_id) return deviceActor(row, cookies);
  return {
    kind: 'staff',
    sessionId: row.id,
    staffId: row.memberId,
    role: row.role,
    locationIds: row.location_ids ?? 'all',
    mayExport: row.may_export,
  };
}

/**
 * A session opened by PIN: whoever it is, in it they do an associate's work, in the device's store, and only on the
 * device itself. A cookie that was carried away, a revoked device and a colleague who moved are nobody.
 */
function deviceActor(
  row: {
    id: string;
    memberId: string;
    role: StaffRole;
    location_ids: string[] | null;
    device_id: string | null;
    location_id: string | null;
    token_hash: Buffer | null;
    revoked_at: Date | null;
  },
  cookies: Cookies,
): Actor | undefined {
  const { device_id: deviceId, location_id: locationId, token_hash: tokenHash } = row;
  const shown = deviceHashOf(cookies);
  if (!deviceId || !locationId || !tokenHash || !shown || row.revoked_at) return undefined;
  if (!timingSafeEqual(shown, tokenHash)) return undefined;
  if (!worksAt({ active: true, role: row.role, locationIds: row.location_ids ?? 'all' }, locationId)) return undefined;
  return {
    kind: 'staff',
    sessionId: row.id,
    staffId: row.memberId,
    role: 'associate',
    locationIds: [locationId],
    deviceId,
  };
}

/** Moves the end of a working session to a week from now; returns the token to set again, none if the session is fresh. */
export async function keepSession(ctx: Ctx): Promise<string | undefined> {
  const { actor } = ctx;
  // A PIN's session ends when the day does.
  if (actor.kind !== 'staff' || actor.deviceId) return undefined;
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
