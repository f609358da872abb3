import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testConfig, testServer } from '../../test/testServer.ts';
import { eraseJobName } from '../flows/privacy/jobNames.ts';
import { openAnalytics } from '../kernel/analytics.ts';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';
import { checksumOf } from '../kernel/migrate.ts';
import { askAgain, erasuresIn, getDataRequest } from '../modules/customers/index.ts';
import { reconcileStock, releaseReservations, reserve } from '../modules/stock/index.ts';
import { composeModules } from '../modules.ts';
import { readAnalytics, writeAnalytics } from './analyticsRows.ts';
import { openArchive, writeArchive } from './archive.ts';
import { noteErasure, readErasures } from './erasures.ts';
import { finishCopy } from './finishCopy.ts';
import { loadInto } from './loadInto.ts';
import { openSnapshot } from './openSnapshot.ts';
import { createProgress } from './progress.ts';

const { modules } = composeModules(testConfig());
const progress = createProgress(() => undefined);
let server: TestServer;
let shop: SmallShop;
let work: string;
const copies: TestServer[] = [];

beforeAll(async () => {
  server = await testServer({ running: true });
  shop = await smallShop(server, { krakowGreen: 200, warehouseBlue: 200 });
  work = await mkdtemp(join(tmpdir(), 'throughline-keep-'));
});
afterAll(async () => {
  for (const copy of copies) await copy.stop();
  await server.stop();
  await rm(work, { recursive: true, force: true });
});

const asked = async <T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
};

/** An empty database beside the server's, and an empty one of analytics. */
async function emptyOnes() {
  const name = `t_${newId().replaceAll('-', '')}`;
  await asked(server.databaseUrl, `create database ${name}`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  if (server.clickhouseUrl) {
    const analytics = openAnalytics(server.clickhouseUrl, undefined);
    await analytics.command(`create database ${name}`);
    await analytics.close();
  }
  return { databaseUrl: at(server.databaseUrl), clickhouseUrl: server.clickhouseUrl && at(server.clickhouseUrl) };
}

async function backupOf(folder: string) {
  const source = await openSnapshot(server.databaseUrl, modules);
  const moment = { client: source.client, at: new Date(source.shape.madeAt) };
  const analytics = server.clickhouseUrl && (await readAnalytics(server.clickhouseUrl, modules, moment));
  await writeArchive(folder, { source, analytics: analytics || undefined, secret: 'a secret' }, progress);
  await source.close();
}

async function restored(folder: string, also?: (ctx: Ctx) => Promise<void>) {
  const into = await emptyOnes();
  const { source, analytics } = await openArchive(folder, progress);
  await loadInto(into.databaseUrl, source, { modules, replace: false, progress });
  expect(await finishCopy(into.databaseUrl, modules, source.shape, also)).toBe(0);
  if (into.clickhouseUrl && analytics) await writeAnalytics(into.clickhouseUrl, modules, analytics, progress);
  const copy = await testServer({ sharing: into });
  copies.push(copy);
  return copy;
}

describe('a backup made while shoppers hold and order', () => {
  it('is of one moment: nothing half-done is in it, what was open goes on, and every event arrives exactly once', async () => {
    let writing = true;
    const holds: string[] = [];
    const shopper = async () => {
      while (writing) {
        const held = await reserve(server.ctx(), {
          id: newId(),
          owner: { kind: 'cart_line', id: newId() },
          subjectId: newId(),
          purpose: 'checkout',
          expiresAt: new Date(server.clock.now().getTime() + 3_600_000),
          lines: [{ variantId: shop.green, locationId: shop.krakow, quantity: 1, allowDisplay: true }],
          context: {},
        });
        if (!held.ok) throw new Error(held.reason);
        const { reservationId } = held.value;
        holds.push(reservationId);
        await inTransaction(server.ctx(), (tx) => releaseReservations(tx, [reservationId], 'changed their mind'));
      }
    };
    const shoppers = [shopper(), shopper(), shopper()];
    await expect.poll(() => holds.length, { timeout: 20_000 }).toBeGreaterThan(5);
    const before = [...holds];
    await backupOf(join(work, 'one'));
    writing = false;
    await Promise.all(shoppers);

    const copy = await restored(join(work, 'one'));
    expect(await reconcileStock(copy.ctx())).toEqual([]);
    const { rows: kept } = await sql<{ id: string }>`select id from stock.reservation`.execute(copy.base.db);
    // Whoever had heard "held" before the backup began is in it.
    expect(kept.map((row) => row.id)).toEqual(expect.arrayContaining(before));

    await copy.settle();
    if (copy.clickhouseUrl) {
      const analytics = openAnalytics(copy.clickhouseUrl, undefined);
      const [counted] = await analytics.query<{ rows: number; different: number }>(
        `select toInt32(count()) as rows, toInt32(uniqExact(id)) as different from touchpoint where kind = 'stock.reservation.held'`,
      );
      await analytics.close();
      expect(counted).toEqual({ rows: kept.length, different: kept.length });
    }
    // The copy lives on: new events come after the old ones, in this PostgreSQL's own transactions.
    const visitor = await shop.shopper(copy);
    await visitor.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'later@example.com' },
    });
    await copy.settle();
    expect(Object.values(await copy.relay.lagSeconds()).every((lag) => lag === 0)).toBe(true);
  });
});

describe('somebody erased after a backup was made', () => {
  it('is erased again in what is restored from it', async () => {
    const email = 'erased.later.unika5501@velora.example';
    const admin = await shop.staff('admin');
    const { customerId } = await admin.post('/api/staff/customers', { email, givenName: 'Zofia' });
    await backupOf(join(work, 'before'));
    const list = join(work, 'erasures.ndjson');
    const asked = await admin.post(`/api/staff/customers/${customerId}/data-requests`, { kind: 'erasure' });
    const isDone = async () => (await getDataRequest(server.ctx(), asked.id))?.state === 'done';
    await expect.poll(isDone, { timeout: 20_000 }).toBe(true);
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    for (const one of await erasuresIn(client)) await noteErasure(list, one);
    await client.end();
    expect(await readErasures(list)).toEqual([{ requestId: asked.id, customerIds: [customerId] }]);

    const copy = await restored(join(work, 'before'), async (ctx) => {
      expect(await askAgain(ctx, await readErasures(list), eraseJobName)).toBe(1);
      expect(await askAgain(ctx, await readErasures(list), eraseJobName)).toBe(0);
    });
    const known = () => sql`select 1 from customers.identifier where value = ${email}`.execute(copy.base.db);
    expect((await known()).rows).toHaveLength(1);
    await copy.settle();
    expect((await known()).rows).toEqual([]);
    expect((await getDataRequest(copy.ctx(), asked.id))?.state).toBe('done');
  });
});

async function* breakingOff(rows: Readable) {
  for await (const chunk of rows) yield chunk;
  throw new Error('the line broke');
}

describe('a backup', () => {
  it('that was damaged, or changed by hand, is refused before anything is touched', async () => {
    await backupOf(join(work, 'two'));
    const file = join(work, 'two', 'tables', 'stock.level.copy.gz');
    const bytes = await readFile(file);
    bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(openArchive(join(work, 'two'), progress)).rejects.toThrow(/stock\.level.*damaged/);
    await rm(file);
    await expect(openArchive(join(work, 'two'), progress)).rejects.toThrow(/cannot be read/);
  });

  it('of a newer version is refused, and so is a database in use, or one that holds something', async () => {
    const source = await openSnapshot(server.databaseUrl, modules);
    const into = (await emptyOnes()).databaseUrl;
    const load = (replace: boolean, using = source) => loadInto(into, using, { modules, replace, progress });
    const newer = [...source.shape.migrations, { id: '20991231T0000_stock_better', checksum: 'x' }];
    await expect(load(false, { ...source, shape: { ...source.shape, migrations: newer } })).rejects.toThrow(
      /does not know its step 20991231T0000_stock_better/,
    );
    await load(false);
    await expect(load(false)).rejects.toThrow(/--replace/);
    await load(true);
    const other = new pg.Client({ connectionString: into });
    await other.connect();
    await expect(load(true)).rejects.toThrow(/1 connections use this database/);
    await other.end();
    await source.close();
  });

  it('of an older version is brought up to date when it is restored', async () => {
    const source = await openSnapshot(server.databaseUrl, modules);
    const later = {
      name: 'later',
      migrations: [{ id: '20991231T0000_later_thing', sql: 'create schema later; create table later.thing (id int)' }],
    };
    const into = (await emptyOnes()).databaseUrl;
    await loadInto(into, source, { modules: [...modules, later], replace: false, progress });
    await source.close();
    const [step] = later.migrations;
    expect(await asked(into, `select checksum from kernel.migration where id = '20991231T0000_later_thing'`)).toEqual([
      { checksum: step && checksumOf(step) },
    ]);
  });

  it('that breaks off half-way leaves the database as it was', async () => {
    const source = await openSnapshot(server.databaseUrl, modules);
    const into = (await emptyOnes()).databaseUrl;
    const broken = {
      ...source,
      rowsOf: async (table: { name: string; columns: readonly string[] }) => {
        if (table.name !== 'stock.level') return source.rowsOf(table);
        return Readable.from(breakingOff(await source.rowsOf(table)));
      },
    };
    await expect(loadInto(into, broken, { modules, replace: false, progress })).rejects.toThrow('the line broke');
    expect(await asked(into, `select nspname from pg_namespace where nspname = 'kernel'`)).toEqual([]);
    await source.close();
  });

  it('misses no table: every schema of the database is a module’s', async () => {
    const schemas = await asked<{ nspname: string }>(
      server.databaseUrl,
      `select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'jobs')`,
    );
    const names = new Set(modules.map((module) => module.name));
    expect(schemas.map((row) => row.nspname).filter((name) => !names.has(name))).toEqual([]);
  });
});
