import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../test/testServer.ts';
import type { Ctx } from './context.ts';
import { inTransaction, statements } from './database.ts';
import { emit, writeAtEnd } from './outbox.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await sql`create table kernel.thing (id int primary key, name text)`.execute(server.base.db);
  await sql`insert into kernel.thing values (1, 'a sofa')`.execute(server.base.db);
});
afterAll(() => server.stop());

const things = (ctx = server.ctx()) => sql<{ id: number }>`select * from kernel.thing where id = ${1}`.execute(ctx.db);
const often = async () => {
  for (let n = 0; n < 40; n += 1) await Promise.all([things(), things(), things()]);
};

describe('a statement that is sent often', () => {
  it('is planned once a connection', async () => {
    await often();
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements
      where statement like 'select * from kernel.thing%'`.execute(server.base.db);
    expect(rows[0]?.n).toBe(1);
  });

  it('goes on when a newer server adds a column in the middle, outside and inside a transaction', async () => {
    await often();
    await sql`alter table kernel.thing add column colour text`.execute(server.base.db);
    const answers = await Promise.all(Array.from({ length: 12 }, () => things()));
    expect(answers.every((answer) => answer.rows.length === 1)).toBe(true);
    await often();
    await sql`alter table kernel.thing add column fabric text`.execute(server.base.db);
    const inside = await Promise.all(Array.from({ length: 12 }, () => inTransaction(server.ctx(), (tx) => things(tx))));
    expect(inside.every((answer) => answer.rows.length === 1)).toBe(true);
  });
});

describe('what is written at the end of a transaction', () => {
  const insert = (id: number) => sql`insert into kernel.thing (id, name) values (${id}, 'a lamp')`;
  const count = async (id: number) =>
    (await sql`select 1 from kernel.thing where id = ${id}`.execute(server.base.db)).rows.length;

  it('goes with its events in one statement, whatever there is of it', async () => {
    const before = statements.sent;
    await inTransaction(server.ctx(), async (tx) => {
      for (const id of [10, 11]) await writeAtEnd(tx, (name) => sql`${name('thing')} as (${insert(id)})`);
      await emit(tx, {
        type: 'test.happened',
        aggregate: 'thing',
        aggregateId: tx.newId(),
        aggregateVersion: 1,
        data: {},
      });
    });
    const sent = statements.sent - before;
    expect(sent).toBe(1);
    expect([await count(10), await count(11)]).toEqual([1, 1]);
  });

  it('is undone with the transaction, and undoes it when it cannot be written', async () => {
    const failing = inTransaction(server.ctx(), async (tx) => {
      await writeAtEnd(tx, (name) => sql`${name('thing')} as (${insert(12)})`);
      throw new Error('the network');
    });
    await expect(failing).rejects.toThrow('the network');
    const clashing = inTransaction(server.ctx(), async (tx) => {
      await insert(13).execute(tx.db);
      await writeAtEnd(tx, (name) => sql`${name('thing')} as (${insert(1)})`);
    });
    await expect(clashing).rejects.toMatchObject({ code: '23505' });
    expect([await count(12), await count(13)]).toEqual([0, 0]);
  });
});

describe('BEGIN and COMMIT travel with the first and the last statement', () => {
  const insert = (id: number, db = server.base.db) =>
    sql`insert into kernel.thing (id, name) values (${id}, 'a chair')`.execute(db);
  const isThere = async (id: number) =>
    (await sql`select 1 from kernel.thing where id = ${id}`.execute(server.base.db)).rows.length === 1;
  const end = (ctx: Ctx, id: number) =>
    writeAtEnd(ctx, (name) => sql`${name('thing')} as (insert into kernel.thing (id, name) values (${id}, 'a stool'))`);
  // The first transaction of a connection prepares both turns; from the second on they travel with others.
  const warm = () => Promise.all(Array.from({ length: 40 }, () => inTransaction(server.ctx(), (tx) => things(tx))));
  beforeAll(warm);

  it('and nothing is seen of a transaction before its end, nor lost after it', async () => {
    await inTransaction(server.ctx(), async (tx) => {
      await insert(20, tx.db);
      expect(await isThere(20)).toBe(false);
      await end(tx, 21);
    });
    expect([await isThere(20), await isThere(21)]).toEqual([true, true]);
  });

  it('and an error anywhere leaves nothing, whether in the first statement, the last or the only one', async () => {
    await expect(inTransaction(server.ctx(), (tx) => insert(1, tx.db))).rejects.toMatchObject({ code: '23505' });
    await expect(inTransaction(server.ctx(), (tx) => end(tx, 1))).rejects.toMatchObject({ code: '23505' });
    const late = inTransaction(server.ctx(), async (tx) => {
      await insert(22, tx.db);
      await insert(1, tx.db);
    });
    await expect(late).rejects.toMatchObject({ code: '23505' });
    expect(await isThere(22)).toBe(false);
    // The connections are whole: nobody inherits a transaction.
    await warm();
    await insert(23);
    expect(await isThere(23)).toBe(true);
  });

  it('and what only COMMIT finds out undoes all of it', async () => {
    await sql`create table kernel.part (id int primary key,
      thing int references kernel.thing (id) deferrable initially deferred)`.execute(server.base.db);
    const orphan = inTransaction(server.ctx(), async (tx) => {
      await insert(24, tx.db);
      await sql`insert into kernel.part values (${1}, ${999})`.execute(tx.db);
      await end(tx, 25);
    });
    await expect(orphan).rejects.toMatchObject({ code: '23503' });
    expect([await isThere(24), await isThere(25)]).toEqual([false, false]);
    await warm();
  });

  it('and a statement does not run whose BEGIN failed', async () => {
    await server.base.db.connection().execute(async (db) => {
      await db.transaction().execute((trx) => things({ ...server.ctx(), db: trx }));
      await sql`deallocate begin`.execute(db);
      await expect(db.transaction().execute((trx) => insert(26, trx))).rejects.toMatchObject({ code: '26000' });
      // Such a connection is of no more use; the pool opens another.
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db).catch(() => undefined);
      await expect(things({ ...server.ctx(), db })).rejects.toThrow();
    });
    expect(await isThere(26)).toBe(false);
  });

  it('and a transaction in which nothing was asked costs nothing', async () => {
    await inTransaction(server.ctx(), async () => undefined);
    await expect(
      inTransaction(server.ctx(), async () => {
        throw new Error('the network');
      }),
    ).rejects.toThrow('the network');
    await warm();
  });

  it('and what has no parameters follows BEGIN all the same', async () => {
    const failing = inTransaction(server.ctx(), async (tx) => {
      await sql`insert into kernel.thing (id, name) values (27, 'a bench')`.execute(tx.db);
      throw new Error('the network');
    });
    await expect(failing).rejects.toThrow('the network');
    expect(await isThere(27)).toBe(false);
  });
});

it('outlives a connection that is lost between two statements of a transaction', async () => {
  const lost = server.base.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(server.base.db);
    // Nobody asks anything of it while it is told.
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql`select 1`.execute(trx);
  });
  await expect(lost).rejects.toThrow();
  expect((await things()).rows).toHaveLength(1);
});
