import { sql } from 'kysely';
import pg from 'pg';
import type { Actor, Ctx } from './context.ts';
import {
  type DomainEvent,
  formatPosition,
  isAfter,
  type OutboxPosition,
  type OutboxRow,
  outboxHead,
  parsePosition,
  readOutbox,
} from './outbox.ts';
import type { Subscriber } from './relay.ts';

/** What a rule may decide by. */
export type Heard = Pick<DomainEvent, 'type' | 'subjectId' | 'locationId' | 'data'>;

/** Says which browsers hear of an event, and what they hear: ids and facts to re-read by, never contents. */
export interface LiveRule {
  types: readonly string[];
  sees(actor: Actor, event: Heard): boolean;
}

/**
 * Said to those who listen now and to nobody later: who looks, who types. Not an event: nothing is kept, nothing is
 * delivered again, and whoever missed it reads the state where it is kept.
 */
export interface Moment {
  type: string;
  subjectId?: string | undefined;
  /** Small: a notification of the database carries it (8 KB at most). */
  data: Record<string, unknown>;
}

export interface LiveMessage {
  /** The relay's cursor: what a client sends back as Last-Event-ID to go on where it was. A moment has none. */
  id: string | undefined;
  type: string;
  data: Record<string, unknown>;
}

export interface LiveConnection {
  /** Who listens, as far as is known: what nobody like this hears costs no question. */
  actor(): Actor;
  /** Who listens, asked anew before anything is sent, so that a revoked session hears nothing more. undefined = closed. */
  admit(): Promise<Actor | undefined>;
  send(message: LiveMessage): void;
  close(): void;
  /** What this connection hears, where that is not what the rules let its actor hear: public facts only. */
  hears?(event: DomainEvent): boolean;
}

export interface LiveHub {
  start(): Promise<void>;
  /** Attaches a browser, from `lastEventId` if it can be resumed, else after a `resync`. Returns its detach. */
  attach(connection: LiveConnection, lastEventId: string | undefined): Promise<() => void>;
  connections(): number;
  stop(): Promise<void>;
}

export const liveChannel = 'throughline_live';
const momentChannel = 'throughline_moment';
const resumeLimit = 1_000;

/** Tells the browsers attached to any server, where a rule lets them hear it. Costs a round trip; never call it in a transaction that matters. */
export async function tellNow(ctx: Pick<Ctx, 'db'>, moment: Moment): Promise<void> {
  await sql`select pg_notify(${momentChannel}, ${JSON.stringify(moment)})`.execute(ctx.db);
}

/** Tells every server, once a relay batch, that there is something to read. No business transaction calls NOTIFY. */
export const liveNotifier: Subscriber = {
  name: 'live-notifier',
  types: 'all',
  async handle(ctx) {
    await sql`select pg_notify(${liveChannel}, '')`.execute(ctx.db);
  },
};

interface Attached {
  connection: LiveConnection;
  /** The last event this browser has had: another server may have told it more than this one has read. */
  after: OutboxPosition;
  /** What arrives while it is being told what it missed; undefined once it is up to date. */
  waiting: OutboxRow[] | undefined;
}

export function createLiveHub(base: Ctx, databaseUrl: string, rules: readonly LiveRule[]): LiveHub {
  const byType = new Map<string, LiveRule[]>();
  for (const rule of rules) for (const type of rule.types) byType.set(type, [...(byType.get(type) ?? []), rule]);
  const attached = new Set<Attached>();
  let position: OutboxPosition = { xid: '0', seq: 0 };
  let client: pg.Client | undefined;
  let stopped = false;
  let reading: Promise<void> | undefined;
  let again = false;

  const toMessage = (row: OutboxRow): LiveMessage => ({
    id: formatPosition(row.position),
    type: row.type,
    data: {
      aggregate: row.aggregate,
      id: row.aggregateId,
      version: row.aggregateVersion,
      at: row.occurredAt.toISOString(),
      ...row.data,
    },
  });

  async function offer(browser: Attached, rows: readonly OutboxRow[]): Promise<void> {
    const { connection, after } = browser;
    const hears =
      connection.hears ??
      ((row: DomainEvent, actor: Actor) => byType.get(row.type)?.some((rule) => rule.sees(actor, row)) ?? false);
    const heardBy = (actor: Actor) => rows.filter((row) => isAfter(row.position, after) && hears(row, actor));
    if (heardBy(connection.actor()).length === 0) return;
    const actor = await connection.admit();
    if (!attached.has(browser)) return;
    if (!actor) {
      attached.delete(browser);
      connection.close();
      return;
    }
    for (const row of heardBy(actor)) connection.send(toMessage(row));
  }

  async function offerMoment(moment: Moment): Promise<void> {
    const heard: Heard = { type: moment.type, subjectId: moment.subjectId, locationId: undefined, data: moment.data };
    const hears = (actor: Actor) => byType.get(moment.type)?.some((rule) => rule.sees(actor, heard)) ?? false;
    await Promise.all(
      [...attached].map(async ({ connection }) => {
        if (!hears(connection.actor())) return;
        const actor = await connection.admit();
        if (actor && hears(actor)) connection.send({ id: undefined, type: moment.type, data: moment.data });
      }),
    );
  }

  function hear(notification: pg.Notification): void {
    if (notification.channel === liveChannel) wake();
    else
      offerMoment(JSON.parse(notification.payload ?? '{}') as Moment).catch((error: unknown) =>
        base.log.warn({ err: error }, 'a moment could not be told'),
      );
  }

  /** Who is still being told what was missed hears the new rows after that. */
  async function offerOrKeep(browser: Attached, rows: readonly OutboxRow[]): Promise<void> {
    if (browser.waiting) browser.waiting.push(...rows);
    else await offer(browser, rows);
  }

  const resync = ({ connection }: Attached) =>
    connection.send({ id: formatPosition(position), type: 'resync', data: {} });

  /** What happened from the browser's last event to where this server was when it came, then what came meanwhile. */
  async function catchUp(browser: Attached, from: OutboxPosition | undefined, upTo: OutboxPosition): Promise<void> {
    if (from) {
      const missed = await readOutbox(base.db, from, resumeLimit + 1, { to: upTo });
      if (missed.length > resumeLimit || !(await isStillKept(base, from))) resync(browser);
      else await offer(browser, missed);
    }
    while (browser.waiting && browser.waiting.length > 0) {
      const rows = browser.waiting;
      browser.waiting = [];
      if (rows.length > resumeLimit) resync(browser);
      else await offer(browser, rows);
    }
    browser.waiting = undefined;
  }

  async function readNew(): Promise<void> {
    for (;;) {
      again = false;
      const rows = await readOutbox(base.db, position, 500);
      const last = rows.at(-1);
      if (last) {
        position = last.position;
        // First the memory, then the browsers: who re-reads must not be shown what was.
        base.memory.forget(rows);
        await Promise.all([...attached].map((browser) => offerOrKeep(browser, rows)));
      }
      if (!again && rows.length < 500) return;
    }
  }

  /** One reader at a time; a notification that comes meanwhile makes it read once more. */
  function wake(): void {
    again = true;
    reading ??= readNew()
      .catch((error: unknown) => base.log.warn({ err: error }, 'live updates could not be read'))
      .finally(() => {
        reading = undefined;
        if (again && !stopped) wake();
      });
  }

  async function listen(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, application_name: 'throughline-live' });
    next.on('notification', hear);
    // pg does not reconnect a listener by itself: a lost backend means listening anew and reading from our cursor.
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopped) setTimeout(() => void listen().then(wake, () => undefined), 500);
    });
    await next.connect();
    await next.query(`listen ${liveChannel}; listen ${momentChannel}`);
    client = next;
  }

  return {
    async start() {
      position = await outboxHead(base.db);
      await listen();
    },
    async attach(connection, lastEventId) {
      const from = lastEventId ? parsePosition(lastEventId) : undefined;
      const upTo = position;
      // In the list before anything is waited for, so that no event falls between what was missed and what is new.
      const browser: Attached = { connection, after: from ?? upTo, waiting: [] };
      attached.add(browser);
      if (lastEventId && !from) resync(browser);
      try {
        await catchUp(browser, from, upTo);
      } catch (error) {
        attached.delete(browser);
        throw error;
      }
      return () => attached.delete(browser);
    },
    connections: () => attached.size,
    async stop() {
      stopped = true;
      for (const { connection } of attached) connection.close();
      attached.clear();
      await client?.end().catch(() => undefined);
      await reading;
    },
  };
}

/** Old events are trimmed; a client that stopped before the oldest kept one has to load everything anew. */
async function isStillKept(ctx: Ctx, from: OutboxPosition): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select not exists (select 1 from kernel.outbox)
      or exists (select 1 from kernel.outbox o where (o.xid, o.seq) <= (${from.xid}::xid8, ${from.seq}::bigint)) as kept`.execute(
    ctx.db,
  );
  return rows[0]?.kept ?? true;
}
