import { APIError } from 'better-auth';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { authOf, type StaffConfig } from './auth.ts';
import { membersByIds } from './getMembers.ts';
import { forgiveTries, takeTry } from './limitTries.ts';
import type { Member } from './member.ts';
import { tables } from './tables.ts';

/**
 * Opens a session for a member. Throws sign_in_failed: one answer for an unknown e-mail, a wrong password and someone
 * who no longer works here (better-auth hashes the password in each case, so that they also take the same time).
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string },
  config: StaffConfig,
): Promise<{ member: Member; token: string }> {
  const email = input.email.trim().toLowerCase();
  await takeTry(ctx, email, config);
  const opened = await openSession(ctx, email, input.password, config);
  const member = opened ? (await membersByIds(ctx, [opened.userId])).get(opened.userId) : undefined;
  if (!opened || !member?.active) {
    if (opened) await tables(ctx).deleteFrom('staff.auth_session').where('token', '=', opened.token).execute();
    await audit(ctx, { act: 'staff.sign_in_failed', target: 'member', targetId: member?.id ?? 'unknown' });
    throw new AppError('sign_in_failed', {
      detail: 'Check both and try again; an administrator can set a new password.',
    });
  }
  await forgiveTries(ctx, email, config);
  await audit(
    {
      ...ctx,
      actor: { kind: 'staff', sessionId: '', staffId: member.id, role: member.role, locationIds: member.locationIds },
    },
    { act: 'staff.signed_in', target: 'member', targetId: member.id },
  );
  return { member, token: opened.token };
}

async function openSession(
  ctx: Ctx,
  email: string,
  password: string,
  config: StaffConfig,
): Promise<{ userId: string; token: string } | undefined> {
  try {
    const { token, user } = await authOf(ctx, config).api.signInEmail({ body: { email, password } });
    return { userId: user.id, token };
  } catch (error) {
    // What better-auth says no to is the visitor's matter; anything else (a lost database) is ours.
    if (error instanceof APIError && error.statusCode < 500) return undefined;
    throw error;
  }
}
