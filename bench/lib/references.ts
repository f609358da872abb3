import { createServer } from 'node:http';
import pg from 'pg';
import { closedLoop, createClient, type Measured } from './load.ts';

/** What a bare PostgreSQL and a bare HTTP server do on this machine at this moment: the physical limit beside our figures. */
export async function bareHttp(clients: number, seconds: number, bodyBytes: number): Promise<Measured> {
  const body = JSON.stringify({ filler: 'x'.repeat(bodyBytes) });
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = createClient(`http://127.0.0.1:${port}`, clients);
  const measured = await closedLoop(clients, seconds, async () => (await client.send({ path: '/' })).status === 200);
  client.close();
  await new Promise((resolve) => server.close(resolve));
  return measured;
}

export async function barePostgres(databaseUrl: string, clients: number, seconds: number): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  const measured = await closedLoop(
    clients,
    seconds,
    async () => (await pool.query({ name: 'one', text: 'select 1' })).rowCount === 1,
  );
  await pool.end();
  return measured;
}

/**
 * Transactions of `inserts` rows each, one statement a row, prepared: what PostgreSQL takes for as many rows as one of
 * ours writes, with nothing decided, read or locked.
 */
export async function bareInserts(
  databaseUrl: string,
  clients: number,
  transactions: number,
  inserts: number,
): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  await pool.query('create schema if not exists bench');
  await pool.query(
    'create table if not exists bench.row (id uuid primary key default gen_random_uuid(), at timestamptz not null, facts jsonb not null)',
  );
  const facts = JSON.stringify({ filler: 'x'.repeat(300) });
  const measured = await closedLoop(
    clients,
    100,
    async () => {
      const client = await pool.connect();
      await client.query('begin');
      for (let n = 0; n < inserts; n += 1)
        await client.query({
          name: 'row',
          text: 'insert into bench.row (at, facts) values ($1, $2)',
          values: [new Date(), facts],
        });
      await client.query('commit');
      client.release();
      return true;
    },
    transactions,
  );
  await pool.end();
  return measured;
}

/** Levels for `bareTakes`, numbered from 1. */
export async function prepareBareLevels(pool: pg.Pool, levels: number): Promise<void> {
  await pool.query('create schema if not exists bench');
  await pool.query('create table bench.level (id int primary key, on_hand bigint not null, reserved bigint not null)');
  await pool.query('insert into bench.level select n, 1000000000, 0 from generate_series(1, $1) n', [levels]);
}

/** The one statement that takes a unit where there is one: checked and written at once, and nothing else written. */
export async function bareTakes(
  databaseUrl: string,
  clients: number,
  seconds: number,
  levelOf: (n: number) => number,
): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  const measured = await closedLoop(clients, seconds, async (n) => {
    const taken = await pool.query({
      name: 'take',
      text: 'update bench.level set reserved = reserved + 1 where id = $1 and on_hand - reserved >= 1',
      values: [levelOf(n)],
    });
    return taken.rowCount === 1;
  });
  await pool.end();
  return measured;
}
