import type { RawBuilder } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { IdMaker } from './ids.ts';
import type { JobQueue } from './jobs.ts';
import type { Memory } from './memory.ts';
import type { EventRow } from './outbox.ts';

/** A way in or out (DESIGN: words). `agent` means AI assistants. */
export const channels = [
  'web',
  'mobile_app',
  'store',
  'contact_centre',
  'chat',
  'email',
  'whatsapp',
  'messenger',
  'telegram',
  'sms',
  'phone',
  'marketplace',
  'social',
  'ads',
  'agent',
] as const;
export type Channel = (typeof channels)[number];

export const languages = ['en', 'pl', 'ru'] as const;
export type Language = (typeof languages)[number];

export const staffRoles = ['agent', 'associate', 'manager', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const scopes = [
  'catalogue:write',
  'prices:write',
  'stock:write',
  'stock:reserve',
  'orders:read',
  'orders:write',
  'customers:read',
  'insight:read',
] as const;
export type Scope = (typeof scopes)[number];

/** Who acts. Audit, events and idempotency name the actor by kind and id only. */
export type Actor =
  | { kind: 'anonymous' }
  | {
      kind: 'shopper';
      sessionId: string;
      /** The identity under which things happen now (see customers). */
      subjectId: string;
      /** All subjects known to be this person, `subjectId` among them; only a verified sign-in adds others. */
      subjectIds: string[];
      signedIn: boolean;
    }
  | {
      kind: 'staff';
      sessionId: string;
      staffId: string;
      role: StaffRole;
      locationIds: string[] | 'all';
      /** Whether they may take many people's or orders' data away as a file. */
      mayExport?: boolean;
      /** The store's device this session was opened on by PIN: it does a store's work there and nothing else. */
      deviceId?: string;
    }
  | { kind: 'machine'; keyId: string; scopes: Scope[] }
  | { kind: 'system'; name: string };

/** Everything an operation may know about its surroundings, always the first argument. */
export interface Ctx {
  requestId: string;
  actor: Actor;
  channel: Channel;
  /** Where the actor stands (a store), when that is known. */
  locationId: string | undefined;
  language: Language;
  /** The pool, or the transaction the caller is in. */
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  /** What this process remembers for showing; acts that bind never read from it. */
  memory: Memory;
  newId: IdMaker;
  log: Logger;
  /** The caller's Idempotency-Key with what it was sent for, if there is one. */
  idempotency: { key: string; fingerprint: string } | undefined;
  /** The id of the event or request that caused this, kept on every event. */
  cause: string | undefined;
  /** Events said so far in the transaction of `inTransaction`, written as one set when its work is done. */
  unwrittenEvents?: EventRow[];
  /** What this server reaches beside its engines (payment providers), by name, as its configuration made it; each module knows its own. */
  connections?: ReadonlyMap<string, unknown> | undefined;
  /** What else that statement writes (see `writeAtEnd`). */
  unwrittenParts?: RawBuilder<unknown>[];
}

/** `kind:id` of the actor, the form kept in events, audit and idempotency keys. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'shopper':
      return `shopper:${actor.subjectId}`;
    case 'staff':
      return `staff:${actor.staffId}`;
    case 'machine':
      return `machine:${actor.keyId}`;
    case 'system':
      return `system:${actor.name}`;
  }
}

export function staffIdOf(actor: Actor): string | undefined {
  return actor.kind === 'staff' ? actor.staffId : undefined;
}

/** Whether a member of staff may act at a location (system and machines may everywhere). */
export function mayActAt(actor: Actor, locationId: string): boolean {
  if (actor.kind === 'system' || actor.kind === 'machine') return true;
  if (actor.kind !== 'staff') return false;
  return actor.locationIds === 'all' || actor.locationIds.includes(locationId);
}

/** The same context acting as the system, for work that events and jobs cause. */
export function asSystem(ctx: Ctx, name: string, cause?: string): Ctx {
  return { ...ctx, actor: { kind: 'system', name }, idempotency: undefined, cause: cause ?? ctx.cause };
}
