import { randomBytes } from 'node:crypto';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Device, findDevice } from './devices.ts';
import { membersByIds } from './getMembers.ts';
import type { Member } from './member.ts';
import { checkPin } from './pins.ts';
import { tables } from './tables.ts';

/** A working day; the device locks itself much earlier when nobody touches it. */
const pinSessionHours = 12;

export interface Colleague {
  id: string;
  name: string;
  hasPin: boolean;
}

/** Whether a member may work at a device of a store: in the store, not in the contact centre. */
export const worksAt = (member: Pick<Member, 'active' | 'role' | 'locationIds'>, locationId: string): boolean =>
  member.active && member.role !== 'agent' && (member.locationIds === 'all' || member.locationIds.includes(locationId));

/** Who may switch to themselves on a device: everyone of the store, by name; who has no PIN is shown as such. */
export async function colleaguesAt(ctx: Ctx, locationId: string): Promise<Colleague[]> {
  const rows = await tables(ctx)
    .selectFrom('staff.member as m')
    .innerJoin('staff.auth_user as u', 'u.id', 'm.id')
    .leftJoin('staff.pin as p', 'p.member_id', 'm.id')
    .select(['m.id', 'u.name', 'm.location_ids', 'p.member_id as pin'])
    .where('m.active', '=', true)
    .where('m.role', '<>', 'agent')
    .orderBy('u.name')
    .execute();
  return rows
    .filter((row) => (row.location_ids === null ? row.pin !== null : row.location_ids.includes(locationId)))
    .map((row) => ({ id: row.id, name: row.name, hasPin: row.pin !== null }));
}

/**
 * Opens a session on a store's device for who types their PIN, in place of whoever worked there before. It is narrower
 * than one by password: an associate's acts, in this store, on this device.
 *
 * @throws AppError device_unknown, pin_invalid, pin_locked
 */
export async function switchByPin(
  ctx: Ctx,
  input: { memberId: string; pin: string; cookies: Record<string, string | undefined>; previous: string | undefined },
): Promise<{ member: Member; token: string; device: Device }> {
  const device = await findDevice(ctx, input.cookies);
  if (!device)
    throw new AppError('device_unknown', { detail: 'Sign in with your password, or ask your manager to register it.' });
  const member = (await membersByIds(ctx, [input.memberId])).get(input.memberId);
  if (!member || !worksAt(member, device.locationId))
    throw new AppError('pin_invalid', { detail: 'This person does not work here.' });
  await checkPin(ctx, member.id, input.pin);
  const token = randomBytes(32).toString('base64url');
  const now = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    if (input.previous)
      await tables(tx)
        .deleteFrom('staff.auth_session')
        .where('token', '=', input.previous)
        .where('device_id', '=', device.id)
        .execute();
    await tables(tx)
      .insertInto('staff.auth_session')
      .values({
        id,
        token,
        user_id: member.id,
        device_id: device.id,
        created_at: now,
        updated_at: now,
        expires_at: new Date(now.getTime() + pinSessionHours * 3_600_000),
      })
      .execute();
    await tables(tx).updateTable('staff.device').set({ last_used_at: now }).where('id', '=', device.id).execute();
    await audit(
      {
        ...tx,
        locationId: device.locationId,
        actor: {
          kind: 'staff',
          sessionId: id,
          staffId: member.id,
          role: 'associate',
          locationIds: [device.locationId],
        },
      },
      { act: 'staff.switched', target: 'device', targetId: device.id },
    );
  });
  return { member: narrowed(member, device.locationId), token, device };
}

/** What a member is in a session opened by PIN. */
export const narrowed = (member: Member, locationId: string): Member => ({
  ...member,
  role: 'associate',
  locationIds: [locationId],
  mayExport: false,
});
