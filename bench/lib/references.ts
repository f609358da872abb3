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
