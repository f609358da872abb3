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
  /** Ends what the module runs beside the database (the mailbox of development). */
  stop?(): Promise<void>;
}
