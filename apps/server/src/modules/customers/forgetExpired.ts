import type { JobDefinition } from '../../kernel/jobs.ts';
import { forgetExports } from './privacy/dataRequests.ts';
import { tables } from './tables.ts';

/** Nightly: what has expired is deleted; nothing depends on it, every read asks for the end itself. */
export const forgetExpired: JobDefinition = {
  name: 'customers-forget-expired',
  cron: '30 3 * * *',
  async handle(ctx) {
    const now = ctx.clock.now();
    const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
    await tables(ctx).deleteFrom('customers.sign_in_code').where('expires_at', '<', now).execute();
    await tables(ctx).deleteFrom('customers.budget').where('resets_at', '<', now).execute();
    await forgetExports(ctx);
    await tables(ctx).deleteFrom('customers.consent_request').where('expires_at', '<', now).execute();
    await tables(ctx)
      .deleteFrom('customers.session')
      .where((eb) => eb.or([eb('expires_at', '<', now), eb('revoked_at', '<', monthAgo)]))
      .execute();
  },
};
