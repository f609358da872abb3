import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningChdb, startChdb } from '../../../engines/startChdb.ts';
import { type Analytics, migrateAnalytics, openAnalytics } from '../../../kernel/analytics.ts';
import { journeysAnalyticsMigrations } from '../migrations.ts';
import { nobody } from '../touchpoints/touchpoint.ts';
import { pathSql } from './pathSql.ts';

const people = 50_000;
const person = `toUUID(concat('00000000-0000-7000-8000-', leftPad(toString(number % ${people} + 1), 12, '0')))`;

let folder: string;
let engine: RunningChdb;
let analytics: Analytics;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-paths-'));
  // Each query may use a quarter of what the shop's engine allows: what sorts all touchpoints at once does not pass.
  const started = await startChdb({ dataDir: folder, log: () => undefined, limits: { maxMemoryUsage: 250_000_000 } });
  if (!('url' in started)) throw new Error(started.unavailable);
  engine = started;
  analytics = openAnalytics(engine.url, undefined);
  await migrateAnalytics(analytics, journeysAnalyticsMigrations);
}, 60_000);
afterAll(async () => {
  await analytics?.close();
  await engine?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a report over a million touchpoints fits in 250 MB, and misses no order', { timeout: 120_000 }, async () => {
  const first = Date.UTC(2026, 9, 1) / 1_000;
  // Each day everybody comes, on the web or by an ad, and on the twentieth they order.
  for (let day = 0; day < 19; day += 1)
    await analytics.command(`insert into touchpoint
    select toString(generateUUIDv4()), ${person}, toDateTime64(${first} + 86400 * intDiv(number, ${people}), 3) as at, number,
      'tracked', 'page', 'web', 'web', 'visit', if(number % 2 = 0 and at < toDateTime64(${first} + 86400, 3), 'ads', 'web'), '',
      toUUID('${nobody}'), toUUID('${nobody}'), 0, '', map(), at
    from numbers(${day * people}, ${people})`);
  await analytics.command(`insert into touchpoint
    select toString(generateUUIDv4()), ${person}, toDateTime64(${first} + 86400 * 20, 3) as at, number, 'domain',
      'orders.order.placed', 'web', '', '', '', '', toUUID('${nobody}'), generateUUIDv4(), 100, 'PLN', map(), at
    from numbers(${people})`);
  const rows = await analytics.query<{ kind: string; channels: string[]; n: number; money: Record<string, number> }>(
    pathSql,
    { from: new Date(first * 1_000), to: new Date((first + 86_400 * 30) * 1_000), windowDays: 30, limit: 20 },
  );
  expect(rows.map(({ kind, channels, n, money }) => [kind, channels.join(' › '), n, money])).toEqual([
    ['path', 'ads › web', people / 2, { PLN: people * 50 }],
    ['path', 'web', people / 2, { PLN: people * 50 }],
  ]);
});
