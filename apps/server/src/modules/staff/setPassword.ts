import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { getMember } from './getMembers.ts';
import { hashStaffPassword, writePassword } from './saveMember.ts';
import { tables } from './tables.ts';

/** Gives a member a new password and ends all sessions that were opened with the old one. Throws not_found. */
export async function setPassword(ctx: Ctx, memberId: string, password: string): Promise<void> {
  const hash = await hashStaffPassword(password);
  await once(ctx, 'staff.set_password', async (tx) => {
    await getMember(tx, memberId);
    await writePassword(tx, memberId, hash);
    await tables(tx).deleteFrom('staff.auth_session').where('user_id', '=', memberId).execute();
    await audit(tx, { act: 'staff.password.set', target: 'member', targetId: memberId });
    return null;
  });
}
