import type { Config } from './config.ts';
import type { Sessions } from './http/guard.ts';
import { rateLimitMigration } from './http/rateLimit.ts';
import type { Ctx } from './kernel/context.ts';
import { housekeepingJobs } from './kernel/housekeeping.ts';
import { liveNotifier } from './kernel/live.ts';
import { kernelMigrations } from './kernel/migrations.ts';
import type { Module } from './kernel/module.ts';
import { stockModule } from './modules/stock/index.ts';

export interface Composition {
  modules: Module[];
  sessions(base: Ctx): Sessions;
}

/** Everything the server is made of, from below. */
export function composeModules(_config: Config): Composition {
  return {
    modules: [
      { name: 'kernel', migrations: [...kernelMigrations, rateLimitMigration], subscribers: [liveNotifier], jobs: housekeepingJobs },
      stockModule,
    ],
    sessions: () => ({ shopper: async () => undefined, staff: async () => undefined, machine: async () => undefined }),
  };
}
