import type { LiveRule } from '../../kernel/live.ts';
import type { Module } from '../../kernel/module.ts';
import type { StaffConfig } from './auth.ts';
import { forgetSessions } from './forgetSessions.ts';
import { migrations } from './migrations.ts';
import { staffColumns } from './personalColumns.ts';
import { routes } from './routes.ts';

export { type ApiKey, createApiKey, machineActor, revokeApiKey } from './apiKeys.ts';
export type { StaffConfig } from './auth.ts';
export type { MemberChange } from './changeMember.ts';
export { listMembers, membersByIds } from './getMembers.ts';
export type { Member } from './member.ts';
export { hashStaffPassword, type NewMember, saveMember } from './saveMember.ts';

export { issueSetupCode } from './setupCode.ts';
export { staffActor } from './staffActor.ts';

const administratorsSee: LiveRule = {
  types: ['staff.member.added', 'staff.member.changed'],
  sees: (actor) => actor.kind === 'staff' && actor.role === 'admin',
};

/** Members of staff, their sign-in, roles and locations; API keys of machines; reading the audit. */
export function createStaffModule(config: StaffConfig): Module {
  return {
    name: 'staff',
    personalColumns: staffColumns,
    migrations,
    routes: routes(config),
    jobs: [forgetSessions],
    liveRules: [administratorsSee],
  };
}
