import type pg from 'pg';
import type { Ctx } from './context.ts';
import type { JobDefinition } from './jobs.ts';
import type { LiveRule } from './live.ts';
import type { Migration } from './migrate.ts';
import type { ColumnsOfText, PersonalData } from './personal.ts';
import type { Subscriber } from './relay.ts';
import type { RouteDefinition } from './route.ts';

/** What a module (or the flows) gives to the composition root. */
export interface Module {
  name: string;
  migrations?: readonly Migration[];
  analyticsMigrations?: readonly Migration[];
  /** What whoever copies the data must know of this module's tables. */
  keeping?: Keeping;
  /** What this module knows of people, for who asks for their data or has it erased. */
  personal?: PersonalData;
  /** What each text column of this module's tables, by `schema.table`, may say of a person. */
  personalColumns?: Readonly<Record<string, ColumnsOfText>>;
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

export interface Keeping {
  /** Tables that are read in the order of (xid, seq). Transaction ids mean nothing in another PostgreSQL. */
  streams?: readonly Stream[];
  /** Analytics tables that hold what the database does not. */
  analytics?: readonly KeptAnalytics[];
}

export interface Stream {
  /** `schema.table` with the columns xid and seq. */
  rows: string;
  /** Its readers' places: `schema.table` with xid and seq. */
  cursors: string;
  /** Gives the next seq. */
  sequence: string;
  /** Columns of the cursors that are of this moment only (leases, ranges under way); they are left empty. */
  momentary: readonly string[];
}

export interface KeptAnalytics {
  table: string;
  /** ClickHouse condition: rows written before `at`. */
  writtenBefore(at: Date): string;
  /** Ids of rows that the copied database will send once more, because it does not know that they arrived. */
  willBeSentAgain?(client: pg.ClientBase): Promise<string[]>;
}
