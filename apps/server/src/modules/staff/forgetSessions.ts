import type { JobDefinition } from '../../kernel/jobs.ts';
import { tables } from './tables.ts';

/** Nightly: what has expired is deleted; nothing depends on it, every read asks for the end itself. */
export const forgetSessions: JobDefinition = {
  name: 'staff-forget-sessions',
  cron: '20 3 * * *',
  async handle(ctx) {
    const now = ctx.clock.now();
    await tables(ctx).deleteFrom('staff.auth_session').where('expires_at', '<', now).execute();
    await tables(ctx).deleteFrom('staff.sign_in_tries').where('resets_at', '<', now).execute();
  },
};
