import pino from 'pino';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import { openAnalytics } from '../../kernel/analytics.ts';
import { createClock } from '../../kernel/clock.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { composeModules } from '../../modules.ts';
import { createServer } from '../../server.ts';
import { createStaffModule, machineActor, staffActor } from './index.ts';

export interface StaffServer extends TestServer {
  /** Signs in and gives the cookie header of the session. */
  signIn(email: string, password: string): Promise<string>;
}

/** For tests: a server on which staff sessions and API keys count, whatever else is composed around the module. */
export async function staffServer(options: { sharing?: StaffServer } = {}): Promise<StaffServer> {
  const config = testConfig();
  const staff = createStaffModule(config);
  const others = composeModules(config).modules.filter((module) => module.name !== 'staff');
  const wired = others.length < composeModules(config).modules.length;
  const databases = options.sharing ?? (await testServer({ extra: wired ? [] : [staff] }));
  const clock = createClock();
  const server = await createServer({
    config,
    databaseUrl: databases.databaseUrl,
    analytics: openAnalytics(databases.clickhouseUrl, undefined),
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    version: '0.0.0-test',
    composition: {
      modules: [...others, staff],
      sessions: (base) => ({
        shopper: async () => undefined,
        staff: (cookies) => staffActor(base, cookies, config),
        machine: (bearer) => machineActor(base, bearer),
      }),
    },
  });
  await server.app.ready();
  await server.jobs.start({ work: false });
  let address = 0;
  return {
    ...server,
    clock,
    config,
    databaseUrl: databases.databaseUrl,
    clickhouseUrl: databases.clickhouseUrl,
    ctx: (overrides = {}) => ({ ...server.base, requestId: newId(), ...overrides }),
    async stop() {
      await server.stop();
      if (!options.sharing) await databases.stop();
    },
    async signIn(email, password) {
      // Each from an address of its own: the limit per address is not what these tests are about.
      address += 1;
      const remoteAddress = `10.0.${address >> 8}.${address & 255}`;
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api/staff/sign-in',
        remoteAddress,
        payload: { email, password },
      });
      const cookie = answer.cookies.find((one) => one.name === 'tl_staff');
      if (!cookie) throw new Error(`sign-in answered ${answer.statusCode} ${answer.body}`);
      return `tl_staff=${encodeURIComponent(cookie.value)}`;
    },
  };
}

/** Statements an act costs: the least of three runs, for the job queue's own upkeep may fall into one of them. */
export async function costOf(act: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const before = statements.sent;
    await act();
    costs.push(statements.sent - before);
  }
  return Math.min(...costs);
}
