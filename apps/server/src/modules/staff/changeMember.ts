import { audit } from '../../kernel/audit.ts';
import type { Ctx, StaffRole } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { Refusal, refuse } from '../../kernel/result.ts';
import { getMember } from './getMembers.ts';
import type { Member } from './member.ts';
import { emitMember } from './saveMember.ts';
import { tables } from './tables.ts';

export interface MemberChange {
  role?: StaffRole;
  locationIds?: string[] | 'all';
  active?: boolean;
  mayExport?: boolean;
  name?: string;
  /** The version the change was decided on; another one by now is refused (`version_conflict`). */
  version?: number;
}

/**
 * Changes what a member may do, from the next request on: role, locations and whether the person still works here are
 * read with every request. Who stops working here loses all sessions. The last active administrator stays one.
 */
export async function changeMember(ctx: Ctx, id: string, change: MemberChange): Promise<Member | Refusal> {
  const outcome = await once(ctx, 'staff.change_member', async (tx) => {
    const losesAdmin = (change.role !== undefined && change.role !== 'admin') || change.active === false;
    // All administrators are locked in one order first: two of them who demote each other must not both succeed.
    const admins = losesAdmin
      ? await tables(tx)
          .selectFrom('staff.member')
          .select('id')
          .where('role', '=', 'admin')
          .where('active', '=', true)
          .orderBy('id')
          .forUpdate()
          .execute()
      : [];
    const before = await tables(tx)
      .selectFrom('staff.member')
      .select(['version', 'role', 'location_ids', 'active', 'may_export'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw new AppError('not_found', { detail: 'There is no such member of staff.' });
    if (change.version !== undefined && change.version !== before.version) {
      return refuse('version_conflict', {
        detail: 'This member was changed meanwhile; nothing was changed. Load it again.',
      });
    }
    if (losesAdmin && admins.length === 1 && admins[0]?.id === id) {
      return refuse('illegal_transition', {
        detail: 'This is the last administrator; nothing was changed. Make someone else an administrator first.',
      });
    }
    const role = change.role ?? before.role;
    const after = {
      role,
      locationIds: change.locationIds ?? before.location_ids ?? 'all',
      active: change.active ?? before.active,
      // A new role begins with what comes with it: who is no longer an administrator does not go on taking files.
      mayExport: change.mayExport ?? (role === before.role ? before.may_export : role === 'admin'),
    };
    const { version } = await tables(tx)
      .updateTable('staff.member')
      .set((eb) => ({
        role: after.role,
        location_ids: after.locationIds === 'all' ? null : after.locationIds,
        active: after.active,
        may_export: after.mayExport,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .returning('version')
      .executeTakeFirstOrThrow();
    if (change.name !== undefined) {
      await tables(tx).updateTable('staff.auth_user').set({ name: change.name }).where('id', '=', id).execute();
    }
    if (!after.active) await tables(tx).deleteFrom('staff.auth_session').where('user_id', '=', id).execute();
    await emitMember(tx, 'changed', id, version, after);
    await audit(tx, {
      act: 'staff.member.changed',
      target: 'member',
      targetId: id,
      before: {
        role: before.role,
        locationIds: before.location_ids ?? 'all',
        active: before.active,
        mayExport: before.may_export,
      },
      after,
    });
    return { id };
  });
  return outcome instanceof Refusal ? outcome : getMember(ctx, id);
}
