import type { Ctx } from './context.ts';
import type { JobDefinition } from './jobs.ts';
import type { LiveRule } from './live.ts';
import type { Migration } from './migrate.ts';
import type { Subscriber } from './relay.ts';
import type { RouteDefinition } from './route.ts';

/** What a module (or the flows) gives to the composition root. */
export interface Module {
  name: string;
  migrations?: readonly Migration[];
  analyticsMigrations?: readonly Migration[];
  routes?: readonly RouteDefinition[];
  subscribers?: readonly Subscriber[];
  jobs?: readonly JobDefinition[];
  liveRules?: readonly LiveRule[];
  /** Work of the module's own beside events and jobs: begun where events and jobs run, … */
  start?(base: Ctx): void;
  /** … done once, for tests and the last moments of a server; true if there was anything … */
  drainOnce?(base: Ctx): Promise<boolean>;
  /** … and ended. Also ends what the module holds open (the mailbox of development). */
  stop?(): Promise<void>;
}
