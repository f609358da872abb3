import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import pg from 'pg';
import pino from 'pino';
import { inject } from 'vitest';
import type { PostgresAccess } from '../src/engines/postgresAccess.ts';
import { postgresUrl } from '../src/engines/postgresDatabase.ts';
import { createClock } from '../src/kernel/clock.ts';
import { openDatabase } from '../src/kernel/database.ts';
import { newId } from '../src/kernel/ids.ts';
import { createJobs } from '../src/kernel/jobs.ts';
import { createMemory } from '../src/kernel/memory.ts';
import { saveMember } from '../src/modules/staff/index.ts';

export const administrator = { email: 'ewa@shop.example', password: 'a password of the test' };

/** A new shop has no staff; whoever runs it puts the first in. */
export async function addAdministrator(databaseUrl: string): Promise<void> {
  const { db, close } = openDatabase({ url: databaseUrl, maxConnections: 1, onError: () => undefined });
  try {
    await saveMember(
      {
        requestId: newId(),
        actor: { kind: 'system', name: 'test' },
        channel: 'web',
        locationId: undefined,
        language: 'en',
        db,
        clock: createClock(),
        jobs: createJobs(db, 'Europe/Warsaw').runner,
        memory: createMemory(),
        newId,
        log: pino({ level: 'silent' }),
        idempotency: undefined,
        cause: undefined,
      },
      { ...administrator, name: 'Ewa', role: 'admin', locationIds: 'all' },
    );
  } finally {
    await close();
  }
}

/** The embedded PostgreSQL of a data folder. */
export async function databaseOf(dataDir: string): Promise<string> {
  const access = JSON.parse(await readFile(join(dataDir, 'postgres-access.json'), 'utf8')) as PostgresAccess;
  return postgresUrl(access.port ?? 0, access.password);
}

/** Empty databases of the test's own in engines that run already, as an operator's would. */
export async function ownEngines(): Promise<{ databaseUrl: string; clickhouseUrl: string }> {
  const name = `p_${randomUUID().replaceAll('-', '')}`;
  const clickhouse = inject('clickhouseUrl');
  if (!clickhouse) throw new Error('These tests need the analytics engine.');
  await asking(inject('databaseUrl'), (client) => client.query(`create database ${name}`));
  const analytics = createClient({ url: clickhouse });
  await analytics.command({ query: `create database ${name}` });
  await analytics.close();
  return { databaseUrl: withDatabase(inject('databaseUrl'), name), clickhouseUrl: withDatabase(clickhouse, name) };
}

export function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

export async function asking<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
