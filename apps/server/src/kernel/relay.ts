import { sql } from 'kysely';
import { asSystem, type Ctx } from './context.ts';
import {
  type DomainEvent,
  formatPosition,
  isAfter,
  type OutboxPosition,
  type OutboxRow,
  outboxHead,
  readOutbox,
  typesBetween,
} from './outbox.ts';

/** Someone who wants to hear of events, each exactly once as far as the database goes. */
export interface Subscriber {
  /** Names its cursor; never rename a released one. */
  name: string;
  types: readonly string[] | 'all';
  /**
   * `transactional`: `handle` runs in the transaction that moves the cursor, so what it writes happens exactly once.
   * `external`: `handle` writes elsewhere, outside any transaction, and gets a token that stays the same when a crash
   * makes the same range go out again; the receiver must deduplicate by it.
   */
  mode?: 'transactional' | 'external';
  handle(ctx: Ctx, events: DomainEvent[], token: string): Promise<void>;
}

export interface Relay {
  /** Handles what there is for every subscriber once; true if anything was done. */
  drainOnce(): Promise<boolean>;
  start(): void;
  stop(): Promise<void>;
  /** Age in seconds of the oldest event not yet delivered to `subscriber`, 0 when there is none. */
  lagSeconds(): Promise<Record<string, number>>;
}

const batchSize = 200;
const leaseSeconds = 30;

interface CursorRow {
  xid: string;
  seq: number;
  sending_xid: string | null;
  sending_seq: number | null;
}

export function createRelay(base: Ctx, subscribers: readonly Subscriber[], owner: string): Relay {
  const ctx = asSystem(base, 'relay');
  const failures = new Map<string, number>();
  let seen = new Map<string, OutboxPosition>();
  let running = false;
  let loop: Promise<void> | undefined;
  let registered = false;

  async function register(): Promise<void> {
    if (registered) return;
    const names = subscribers.map((subscriber) => subscriber.name);
    await sql`insert into kernel.outbox_cursor (subscriber) select unnest(${names}::text[]) on conflict do nothing`.execute(
      ctx.db,
    );
    registered = true;
  }

  const wanted = (subscriber: Subscriber, rows: OutboxRow[]) =>
    subscriber.types === 'all' ? rows : rows.filter((row) => subscriber.types.includes(row.type));

  /** Returns true when the cursor moved. SKIP LOCKED: another server that is at it is enough. */
  async function deliverInTransaction(subscriber: Subscriber, limit: number): Promise<boolean> {
    return ctx.db.transaction().execute(async (trx) => {
      const { rows } = await sql<CursorRow>`
        select xid::text as xid, seq, null as sending_xid, null as sending_seq from kernel.outbox_cursor
        where subscriber = ${subscriber.name} for update skip locked`.execute(trx);
      const cursor = rows[0];
      if (!cursor) return false;
      const batch = await readOutbox(trx, cursor, limit, { types: subscriber.types });
      const last = batch.at(-1);
      if (!last) {
        seen.set(subscriber.name, cursor);
        return false;
      }
      const events = wanted(subscriber, batch);
      if (events.length > 0) {
        const token = `${subscriber.name}:${formatPosition(cursor)}-${formatPosition(last.position)}`;
        await subscriber.handle({ ...ctx, db: trx, actor: { kind: 'system', name: subscriber.name } }, events, token);
      }
      await sql`update kernel.outbox_cursor set xid = ${last.position.xid}::xid8, seq = ${last.position.seq}
        where subscriber = ${subscriber.name}`.execute(trx);
      seen.set(subscriber.name, last.position);
      return true;
    });
  }

  /** A lease instead of a lock, because no row lock may be held across a network call. */
  async function deliverOutside(subscriber: Subscriber): Promise<boolean> {
    const now = ctx.clock.now();
    const leased = await sql<CursorRow>`
      update kernel.outbox_cursor set leased_by = ${owner}, leased_until = ${new Date(now.getTime() + leaseSeconds * 1000)}
      where subscriber = ${subscriber.name} and (leased_until is null or leased_until < ${now} or leased_by = ${owner})
      returning xid::text as xid, seq, sending_xid::text as sending_xid, sending_seq`.execute(ctx.db);
    const cursor = leased.rows[0];
    if (!cursor) return false;
    const pending =
      cursor.sending_xid !== null && cursor.sending_seq !== null
        ? { xid: cursor.sending_xid, seq: cursor.sending_seq }
        : undefined;
    const batch = await readOutbox(ctx.db, cursor, pending ? 100_000 : 2_000, {
      to: pending,
      types: subscriber.types,
    });
    const last = batch.at(-1);
    if (!last) {
      seen.set(subscriber.name, cursor);
      await sql`update kernel.outbox_cursor set leased_until = null where subscriber = ${subscriber.name} and leased_by = ${owner}`.execute(
        ctx.db,
      );
      return false;
    }
    if (!pending) {
      await sql`update kernel.outbox_cursor set sending_xid = ${last.position.xid}::xid8, sending_seq = ${last.position.seq}
        where subscriber = ${subscriber.name} and leased_by = ${owner}`.execute(ctx.db);
    }
    const events = wanted(subscriber, batch);
    const token = `${subscriber.name}:${formatPosition(cursor)}-${formatPosition(last.position)}`;
    if (events.length > 0)
      await subscriber.handle({ ...ctx, actor: { kind: 'system', name: subscriber.name } }, events, token);
    await sql`update kernel.outbox_cursor set xid = ${last.position.xid}::xid8, seq = ${last.position.seq},
        sending_xid = null, sending_seq = null, leased_until = null
      where subscriber = ${subscriber.name} and leased_by = ${owner}`.execute(ctx.db);
    seen.set(subscriber.name, last.position);
    return true;
  }

  /** An event that no attempt gets through must not stand in front of all later ones: it is set aside and shown in health. */
  async function setAside(subscriber: Subscriber, error: unknown): Promise<void> {
    await ctx.db.transaction().execute(async (trx) => {
      const { rows } = await sql<CursorRow>`select xid::text as xid, seq, null as sending_xid, null as sending_seq
        from kernel.outbox_cursor where subscriber = ${subscriber.name} for update skip locked`.execute(trx);
      const cursor = rows[0];
      const event = cursor ? (await readOutbox(trx, cursor, 1))[0] : undefined;
      if (!cursor || !event) return;
      await sql`insert into kernel.dead_event (subscriber, event_id, error, failed_at, event)
        values (${subscriber.name}, ${event.id}, ${String(error)}, ${ctx.clock.now()}, ${JSON.stringify(event)})
        on conflict do nothing`.execute(trx);
      await sql`update kernel.outbox_cursor set xid = ${event.position.xid}::xid8, seq = ${event.position.seq}
        where subscriber = ${subscriber.name}`.execute(trx);
      ctx.log.error(
        { subscriber: subscriber.name, eventId: event.id, type: event.type, err: error },
        'event set aside',
      );
    });
  }

  async function deliver(subscriber: Subscriber): Promise<boolean> {
    const failed = failures.get(subscriber.name) ?? 0;
    try {
      const moved =
        subscriber.mode === 'external'
          ? await deliverOutside(subscriber)
          : await deliverInTransaction(subscriber, failed > 1 ? 1 : batchSize);
      if (moved) failures.delete(subscriber.name);
      return moved;
    } catch (error) {
      failures.set(subscriber.name, failed + 1);
      ctx.log.warn(
        { subscriber: subscriber.name, attempt: failed + 1, err: error },
        'subscriber failed, will be tried again',
      );
      // After two failures events go one by one, so the sixth failure is of one event alone.
      if (subscriber.mode !== 'external' && failed >= 5) {
        await setAside(subscriber, error);
        failures.delete(subscriber.name);
      }
      return false;
    }
  }

  /**
   * Moves those past the news whom none of it concerns, all in one statement: an order's events concern a few of the
   * dozens, and a transaction for each of the others costs more than what is done about the order. Nothing between `from`
   * and `head` can still come into being, so what one look finds there is all there is. Who has failed goes the slow way.
   */
  async function passBy(behind: readonly Subscriber[], head: OutboxPosition): Promise<void> {
    const candidates = behind.flatMap((subscriber) => {
      const at = seen.get(subscriber.name);
      const { name, types } = subscriber;
      if (!at || types === 'all' || subscriber.mode === 'external' || failures.has(name)) return [];
      return [{ name, types, at }];
    });
    const from = candidates.map(({ at }) => at).reduce((a, b) => (isAfter(a, b) ? b : a), head);
    const news = candidates.length > 1 ? await typesBetween(ctx.db, from, head) : undefined;
    if (!news) return;
    const unconcerned = candidates.filter(({ types }) => !types.some((type) => news.has(type)));
    if (unconcerned.length === 0) return;
    // One that another server holds, or has moved meanwhile, is looked at in its own turn.
    const { rows } = await sql<{ subscriber: string }>`
      update kernel.outbox_cursor c set xid = ${head.xid}::xid8, seq = ${head.seq}
      from (
        select subscriber from kernel.outbox_cursor
        where subscriber = any (${unconcerned.map(({ name }) => name)})
          and (xid, seq) >= (${from.xid}::xid8, ${from.seq}::bigint) and (xid, seq) < (${head.xid}::xid8, ${head.seq}::bigint)
        order by subscriber for update skip locked
      ) mine where c.subscriber = mine.subscriber
      returning c.subscriber`.execute(ctx.db);
    for (const { subscriber } of rows) seen.set(subscriber, head);
  }

  async function drainOnce(): Promise<boolean> {
    await register();
    const head = await outboxHead(ctx.db);
    const isBehind = (subscriber: Subscriber) => {
      const at = seen.get(subscriber.name);
      return !at || isAfter(head, at);
    };
    await passBy(subscribers.filter(isBehind), head);
    let moved = false;
    for (const subscriber of subscribers.filter(isBehind)) if (await deliver(subscriber)) moved = true;
    return moved;
  }

  return {
    drainOnce,
    start() {
      running = true;
      loop = (async () => {
        let pauseMs = 20;
        while (running) {
          try {
            pauseMs = (await drainOnce()) ? 5 : Math.min(pauseMs * 1.5, failures.size > 0 ? 1_000 : 100);
          } catch (error) {
            ctx.log.error({ err: error }, 'relay could not read the outbox');
            pauseMs = 1_000;
          }
          if (running) await new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs, 20)));
        }
      })();
    },
    async stop() {
      running = false;
      await loop;
      seen = new Map();
    },
    async lagSeconds() {
      const { rows } = await sql<{ subscriber: string; oldest: Date | null }>`
        select c.subscriber, (select o.occurred_at from kernel.outbox o where (o.xid, o.seq) > (c.xid, c.seq)
          order by o.xid, o.seq limit 1) as oldest from kernel.outbox_cursor c`.execute(ctx.db);
      const now = ctx.clock.now().getTime();
      return Object.fromEntries(
        rows.map((row) => [row.subscriber, row.oldest ? Math.max(0, (now - row.oldest.getTime()) / 1000) : 0]),
      );
    },
  };
}
