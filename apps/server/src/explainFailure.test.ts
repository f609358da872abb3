import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { explainFailure } from './explainFailure.ts';
import { openAnalytics } from './kernel/analytics.ts';
import { migrate } from './kernel/migrate.ts';

const failureOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  );

async function listen(port: number, host: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.listen(port, host);
  await once(server, 'listening');
}

test('an address that cannot be listened on', async () => {
  expect(explainFailure(await failureOf(listen(4999, '192.0.2.1')))).toBe(
    'Nothing can listen on 192.0.2.1 (EADDRNOTAVAIL). Set HOST to an address of this machine.',
  );
  expect(explainFailure(await failureOf(listen(4999, 'no such host')))).toMatch(
    /^Nothing can listen on no such host \(E\w+\)\. Set HOST to an address of this machine\.$/,
  );
});

test('a database that does not let us make our tables', async () => {
  const pool = new pg.Pool({ connectionString: inject('databaseUrl'), max: 1 });
  onTestFinished(() => pool.end());
  const error = await failureOf(migrate(pool, [{ id: 'x', sql: `copy (select 1) to program 'true'` }]));
  expect(explainFailure(error)).toMatch(/^The database refuses a step of the start: permission denied .*\(42501\)\.$/);
});

test('an analytics engine that does not let us in', async () => {
  const url = new URL(inject('clickhouseUrl') ?? '');
  url.password = 'guess';
  const analytics = openAnalytics(url.toString(), undefined);
  onTestFinished(() => analytics.close());
  expect(explainFailure(await failureOf(analytics.query('select 1')))).toMatch(
    /^The analytics engine refuses us: [^\n]+ Check CLICKHOUSE_URL\.$/,
  );
});

test('a fault of ours keeps its stack', () => {
  expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined();
  expect(explainFailure(undefined)).toBeUndefined();
});
