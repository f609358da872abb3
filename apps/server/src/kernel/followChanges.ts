import pg from 'pg';
import type { Ctx } from './context.ts';
import { liveChannel } from './live.ts';
import type { Change, Memory } from './memory.ts';

/** Every so often the outbox is read, whether or not a relay anywhere says that there is something. */
const everyMs = 1_000;
/** So long after the last reading began, what is remembered may still be shown. */
const trustedMs = 3_000;

/**
 * Keeps a memory true: reads what any server committed, and lets it forget. It does not wait for the relay or its
 * horizon, because order is nothing to a memory: what was not visible in the snapshot of the last reading and is in
 * this one is new, however long its transaction took. On a connection of its own, so that it never waits for the pool;
 * while there is none, nothing is remembered.
 */
export function followChanges(
  base: Pick<Ctx, 'log'>,
  databaseUrl: string,
  memory: Memory,
): { start(): Promise<void>; stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let snapshot: string | undefined;
  let reading: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'throughline-memory',
      query_timeout: trustedMs,
    });
    next.on('error', () => undefined);
    next.on('notification', wake);
    next.on('end', () => lose(next));
    try {
      await next.connect();
      await next.query(`listen ${liveChannel}`);
      const { rows } = await next.query<{ now: string }>('select pg_current_snapshot()::text as now');
      if (stopped) throw new Error('stopped meanwhile');
      // Nothing is remembered yet, so nothing before this snapshot needs to be read.
      memory.sleep();
      snapshot = rows[0]?.now;
      client = next;
      await read(next);
    } catch (error) {
      if (client === next) client = undefined;
      void next.end().catch(() => undefined);
      throw error;
    }
  }

  function lose(lost: pg.Client | undefined): void {
    if (!lost || client !== lost) return;
    client = undefined;
    memory.sleep();
    connectLater();
  }

  function connectLater(): void {
    if (!stopped) setTimeout(() => void connect().catch(connectLater), 500).unref();
  }

  async function read(from: pg.Client): Promise<void> {
    const begun = performance.now();
    const followed = memory.followed();
    const { rows } = await from.query<{ now: string; changes: Change[] | null }>({
      name: 'changes',
      text: `select pg_current_snapshot()::text as now,
        (select jsonb_agg(jsonb_build_object('type', o.type, 'aggregateId', o.aggregate_id, 'data', o.data))
          from kernel.outbox o
          where o.xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(o.xid, $1::pg_snapshot)
            and split_part(o.type, '.', 1) = any($2::text[])) as changes`,
      values: [snapshot, followed],
    });
    if (client !== from) return;
    // What began to be remembered meanwhile was not asked about: the next reading looks at the same time again.
    if (memory.followed().length === followed.length) snapshot = rows[0]?.now ?? snapshot;
    memory.forget(rows[0]?.changes ?? []);
    memory.trust(trustedMs - (performance.now() - begun));
  }

  /** One reading at a time; who wakes it meanwhile makes it read once more. */
  function wake(): void {
    again = true;
    if (!client || reading) return;
    again = false;
    const from = client;
    reading = read(from)
      .catch((error: unknown) => {
        base.log.warn({ err: error }, 'changes could not be followed; nothing is remembered meanwhile');
        lose(from);
        void from.end().catch(() => undefined);
      })
      .finally(() => {
        reading = undefined;
        if (again && !stopped) wake();
      });
  }

  return {
    async start() {
      await connect();
      timer = setInterval(wake, everyMs);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      memory.sleep();
      await reading;
      await client?.end().catch(() => undefined);
    },
  };
}
