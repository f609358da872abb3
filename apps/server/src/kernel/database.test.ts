import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../test/testServer.ts';
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
