import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import { type Analytics, openAnalytics } from '../../kernel/analytics.ts';
import { createClock } from '../../kernel/clock.ts';
import { staffRoles } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { composeModules } from '../../modules.ts';
import { createServer } from '../../server.ts';
import { shopperActor } from '../customers/index.ts';
import { createJourneysModule, ensureSource, type JourneysModule, type Source } from './index.ts';
import type { TouchpointRow } from './touchpoints/touchpoint.ts';

export interface JourneysServer extends TestServer {
  journeys: JourneysModule;
  /** The engine itself, past what a test put around it. */
  analytics: Analytics;
  source: Source;
  /** Events, jobs and the inbox, until nothing moves. */
  flush(): Promise<void>;
  /** Sends events as a tracking client does; the web source's key unless headers say otherwise. */
  post(url: string, body: object | Buffer | string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  asStaff(
    role: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<LightMyRequestResponse>;
  touchpoints(where?: string): Promise<TouchpointRow[]>;
  count(table: string): Promise<number>;
}

export const testWriteKey = 'web-write-key';

/** For tests: a server on which tracking is taken in and carried to ClickHouse, whatever else is composed around it. */
export async function journeysServer(
  options: {
    sharing?: JourneysServer;
    /** Puts faults around the engine. */
    around?: (engine: Analytics) => Analytics;
  } = {},
): Promise<JourneysServer> {
  const config = testConfig();
  const holder: { analytics?: Analytics } = {};
  const journeys = createJourneysModule({
    publicUrl: config.publicUrl,
    analytics: () => {
      if (!holder.analytics) throw new Error('the engine is not open yet');
      return holder.analytics;
    },
  });
  const composed = composeModules(config).modules;
  const others = composed.filter((module) => module.name !== 'journeys');
  const databases = options.sharing ?? (await testServer({ extra: others.length < composed.length ? [] : [journeys] }));
  const engine = openAnalytics(databases.clickhouseUrl, undefined);
  holder.analytics = options.around ? options.around(engine) : engine;
  const clock = createClock();
  const server = await createServer({
    config,
    databaseUrl: databases.databaseUrl,
    analytics: engine,
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    version: '0.0.0-test',
    composition: {
      modules: [...others, journeys],
      sessions: (base) => ({
        shopper: (cookies) => shopperActor(base, cookies),
        staff: async (cookies) => {
          const role = staffRoles.find((known) => known === cookies.role);
          return role && { kind: 'staff', sessionId: '', staffId: newId(), role, locationIds: 'all', mayExport: true };
        },
        machine: async () => undefined,
      }),
    },
  });
  await server.app.ready();
  await server.jobs.start({ work: false });
  const source = await ensureSource(server.base, { name: 'web', writeKey: testWriteKey });
  const basic = `Basic ${Buffer.from(`${testWriteKey}:`).toString('base64')}`;
  return {
    ...server,
    journeys,
    analytics: engine,
    source,
    clock,
    config,
    databaseUrl: databases.databaseUrl,
    clickhouseUrl: databases.clickhouseUrl,
    ctx: (overrides = {}) => ({ ...server.base, requestId: newId(), ...overrides }),
    async flush() {
      // An open transaction of any other test in this PostgreSQL holds the horizon back for a moment.
      for (let round = 0; round < 100; round += 1) {
        await server.settle();
        const { rows } = await sql<{ left: boolean }>`
          select exists (select 1 from journeys.inbox i, journeys.cursor c where (i.xid, i.seq) > (c.xid, c.seq))
            or exists (select 1 from kernel.outbox o, kernel.outbox_cursor c
              where c.subscriber in ('journeys-clickhouse', 'timeline') and (o.xid, o.seq) > (c.xid, c.seq)) as left`.execute(
          server.base.db,
        );
        if (!rows[0]?.left) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    post: (url, body, headers = {}) =>
      server.app.inject({
        method: 'POST',
        url,
        headers: { authorization: basic, 'content-type': 'text/plain', ...headers },
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
    asStaff: (role, method, url, payload) =>
      server.app.inject({ method, url, headers: { cookie: `role=${role}` }, ...(payload ? { payload } : {}) }),
    touchpoints: (where = '1') =>
      engine.query<TouchpointRow>(`select * from touchpoint where ${where} order by at, seq, id`),
    async count(table) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.raw(table)}`.execute(server.base.db);
      return rows[0]?.n ?? 0;
    },
    async stop() {
      await journeys.stop();
      await server.stop();
      if (!options.sharing) await databases.stop();
    },
  };
}
