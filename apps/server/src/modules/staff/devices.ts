import { createHash, randomBytes } from 'node:crypto';
import { audit } from '../../kernel/audit.ts';
import { type Ctx, mayActAt, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { deviceCookie } from './auth.ts';
import { tables } from './tables.ts';

/** A browser that stands in a store and that colleagues share. */
export interface Device {
  id: string;
  name: string;
  locationId: string;
  registeredBy: string;
  /** RFC 3339 */
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

interface Row {
  id: string;
  name: string;
  location_id: string;
  registered_by: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const columns = ['id', 'name', 'location_id', 'registered_by', 'created_at', 'last_used_at', 'revoked_at'] as const;

const toDevice = (row: Row): Device => ({
  id: row.id,
  name: row.name,
  locationId: row.location_id,
  registeredBy: row.registered_by,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
});

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The device's secret as the database knows it; undefined where the browser is no device. */
export function deviceHashOf(cookies: Record<string, string | undefined>): Buffer | undefined {
  const token = cookies[deviceCookie];
  return token ? hashOf(token) : undefined;
}

/**
 * Makes the browser that asks a device of a store: its token goes into a cookie and is never shown again. By a manager
 * where they work, signed in with a password.
 *
 * @throws AppError wrong_location, not_allowed
 */
export async function registerDevice(
  ctx: Ctx,
  input: { name: string; locationId: string },
): Promise<{ device: Device; token: string }> {
  const by = checkMayManage(ctx, input.locationId);
  const token = randomBytes(32).toString('base64url');
  const device = await inTransaction(ctx, async (tx) => {
    const row = await tables(tx)
      .insertInto('staff.device')
      .values({
        id: tx.newId(),
        name: input.name,
        location_id: input.locationId,
        token_hash: hashOf(token),
        registered_by: by,
        created_at: tx.clock.now(),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    await audit(
      { ...tx, locationId: input.locationId },
      { act: 'staff.device.registered', target: 'device', targetId: row.id, after: { locationId: input.locationId } },
    );
    return toDevice(row);
  });
  return { device, token };
}

/** Devices of a store, revoked ones too. @throws AppError wrong_location */
export async function listDevices(ctx: Ctx, locationId: string): Promise<Device[]> {
  checkMayManage(ctx, locationId);
  const rows = await tables(ctx)
    .selectFrom('staff.device')
    .select(columns)
    .where('location_id', '=', locationId)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(toDevice);
}

/** The browser is a stranger again, and whoever works on it is out. @throws AppError not_found, wrong_location */
export async function revokeDevice(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await tables(tx)
      .selectFrom('staff.device')
      .select(['location_id', 'revoked_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new AppError('not_found', { detail: 'There is no such device.' });
    checkMayManage(tx, row.location_id);
    if (row.revoked_at) return;
    await tables(tx).updateTable('staff.device').set({ revoked_at: tx.clock.now() }).where('id', '=', id).execute();
    await tables(tx).deleteFrom('staff.auth_session').where('device_id', '=', id).execute();
    await audit(tx, { act: 'staff.device.revoked', target: 'device', targetId: id });
  });
}

/** The device whose cookie this browser shows, unless it was revoked. One statement. */
export async function findDevice(
  ctx: Pick<Ctx, 'db'>,
  cookies: Record<string, string | undefined>,
): Promise<Device | undefined> {
  const hash = deviceHashOf(cookies);
  if (!hash) return undefined;
  const row = await tables(ctx)
    .selectFrom('staff.device')
    .select(columns)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && toDevice(row);
}

function checkMayManage(ctx: Ctx, locationId: string): string {
  const by = staffIdOf(ctx.actor);
  if (!by) throw new AppError('not_allowed');
  if (!mayActAt(ctx.actor, locationId))
    throw new AppError('wrong_location', { detail: 'You manage devices only where you work.' });
  return by;
}
