import { randomUUID } from 'node:crypto';
import { createClient as createClickHouse } from '@clickhouse/client';
import type pg from 'pg';
import { createEvents } from '../lib/trackedEvents.ts';
import type { Caller } from './caller.ts';

/** What differs between what trackers were told is kept, PostgreSQL and ClickHouse; every number must come to 0. */
export interface TrackingFaults {
  /** Events that were answered with 200 less those in the inbox; more there than sent counts as well. */
  trackedNotStored: number;
  storedNotInClickHouse: number;
  inClickHouseTwice: number;
  batchesWaiting: number;
  /** Orders that ClickHouse lacks, has twice or with another amount. */
  ordersDifferInClickHouse: number;
}

const writeKey = 'soak-write-key';
const batch = 20;

export async function addTrackedSource(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into journeys.source (id, name, write_key, channel, created_at) values ($1, 'soak', $2, 'web', now())`,
    [randomUUID(), writeKey],
  );
}

/** Trackers that send beside the shoppers: what was not answered with 200 is sent again, as their clients do. */
export function beginTracking(caller: Caller, trackers: number, faults: string[]) {
  const events = createEvents();
  let going = true;
  let told = 0;
  const all = Promise.all(
    Array.from({ length: trackers }, async () => {
      while (going) {
        const body = events.body(batch);
        const call = { method: 'POST', path: '/v1/batch', headers: { 'x-write-key': writeKey }, text: body.text };
        try {
          const answer = await caller.call({ ...call, key: randomUUID() });
          if (answer.status === 200) told += body.events - body.repeats;
          else faults.push(`events: ${answer.status} ${answer.text.slice(0, 200)}`);
        } catch (error) {
          faults.push(`events: ${String(error)}`);
          if (faults.length > 50) return;
        }
        // Some, and not as many as the machine can: the shoppers are to be served as well.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
  return {
    told: () => told,
    async stop() {
      going = false;
      await all;
    },
  };
}

export async function closeTracking(pool: pg.Pool, clickhouseUrl: string, told: number): Promise<TrackingFaults> {
  const clickhouse = createClickHouse({ url: clickhouseUrl });
  try {
    const ask = async <T>(query: string): Promise<T[]> =>
      (await clickhouse.query({ query, format: 'JSONEachRow' })).json<T>();
    const { rows } = await pool.query<{ stored: number; waiting: number }>(`
      select (select count(*) from journeys.inbox i join journeys.source s on s.id = i.source_id
        where s.name = 'soak')::int as stored, (select count(*) from journeys.outgoing)::int as waiting`);
    const { stored = 0, waiting = 0 } = rows[0] ?? {};
    const [tracked] = await ask<{ rows: string; ids: string }>(
      `select count() as rows, uniqExact(id) as ids from touchpoint where origin = 'tracked' and source = 'soak'`,
    );
    const orders = await pool.query<{ id: string; gross: string }>(
      `select id, gross from orders.order where contact->>'email' like 'soak-%'`,
    );
    const copies = await ask<{ id: string; rows: string; amount: string }>(
      `select toString(order_id) as id, count() as rows, any(amount) as amount from touchpoint
       where kind = 'orders.order.placed' group by order_id`,
    );
    const copied = new Map(copies.map((row) => [row.id, row]));
    const agrees = ({ id, gross }: { id: string; gross: string }) =>
      Number(copied.get(id)?.rows) === 1 && Number(copied.get(id)?.amount) === Number(gross);
    const [inClickHouse, ids] = [Number(tracked?.rows ?? 0), Number(tracked?.ids ?? 0)];
    return {
      trackedNotStored: Math.abs(told - stored),
      storedNotInClickHouse: Math.abs(stored - ids),
      inClickHouseTwice: inClickHouse - ids,
      batchesWaiting: waiting,
      ordersDifferInClickHouse: orders.rows.filter((row) => !agrees(row)).length,
    };
  } finally {
    await clickhouse.close();
  }
}
