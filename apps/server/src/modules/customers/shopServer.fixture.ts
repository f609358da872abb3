import type { LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import { openAnalytics } from '../../kernel/analytics.ts';
import { createClock } from '../../kernel/clock.ts';
import { type Actor, staffRoles } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { composeModules } from '../../modules.ts';
import { createServer } from '../../server.ts';
import {
  createCustomersModule,
  customersConnection,
  type SendCode,
  type SendConfirmation,
  shopperActor,
} from './index.ts';

export interface Mail {
  email: string;
  code: string;
  language: string;
}

/** One browser: keeps its cookie as browsers do. */
export interface Browser {
  cookie: string | undefined;
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<LightMyRequestResponse>;
  /** POST /api/shop/session */
  visit(anonymousId?: string): Promise<{ anonymousId: string; epoch: number; subjectId: string; signedIn: boolean }>;
  /** Asks for a code and types it in. */
  signIn(email: string): Promise<{ anonymousId: string; epoch: number; subjectId: string; signedIn: boolean }>;
  actor(): Promise<Extract<Actor, { kind: 'shopper' }>>;
}

export interface ShopServer extends TestServer {
  /** Codes that would have been mailed, newest last. */
  mails: Mail[];
  /** Questions whether advertising is wanted that would have been mailed. */
  confirmations: { email: string; url: string }[];
  browser(): Browser;
  /** Calls as a member of staff with this role. */
  asStaff(
    role: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
  ): Promise<LightMyRequestResponse>;
}

const staffId = newId();

/** For tests: a server on which shopper sessions count, with codes kept instead of mailed, whatever else is composed. */
export async function shopServer(options: { sharing?: ShopServer } = {}): Promise<ShopServer> {
  const config = testConfig();
  const mails: Mail[] = options.sharing?.mails ?? [];
  const confirmations = options.sharing?.confirmations ?? [];
  const sendConfirmation: SendConfirmation = async (tx, { email, url }) => {
    if (!tx.db.isTransaction) throw new Error('the mail must be in the transaction of its request');
    confirmations.push({ email, url });
  };
  const sendCode: SendCode = async (tx, { to, ...message }) => {
    if (!tx.db.isTransaction) throw new Error('the message must be in the transaction of its code');
    mails.push({ ...message, email: to.value });
  };
  const customers = createCustomersModule({ config, sendCode, hasTexts: true, sendConfirmation });
  const all = composeModules(config).modules;
  const others = all.filter((module) => module.name !== 'customers');
  const databases = options.sharing ?? (await testServer({ extra: others.length < all.length ? [] : [customers] }));
  const clock = createClock();
  const server = await createServer({
    config,
    databaseUrl: databases.databaseUrl,
    analytics: openAnalytics(databases.clickhouseUrl, undefined),
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    version: '0.0.0-test',
    composition: {
      modules: [...others, customers],
      connections: new Map<string, unknown>([[customersConnection, config]]),
      sessions: (base) => ({
        shopper: (cookies) => shopperActor(base, cookies),
        staff: async (cookies) => {
          const role = staffRoles.find((known) => known === cookies.role);
          return role && { kind: 'staff', sessionId: '', staffId, role, locationIds: 'all', mayExport: true };
        },
        machine: async () => undefined,
      }),
    },
  });
  await server.app.ready();
  await server.jobs.start({ work: false });
  let address = 0;

  const browser = (): Browser => {
    address += 1;
    const remoteAddress = `10.9.${address >> 8}.${address & 255}`;
    const self: Browser = {
      cookie: undefined,
      async call(method, url, payload) {
        const answer = await server.app.inject({
          method,
          url,
          remoteAddress,
          headers: self.cookie ? { cookie: `tl_shop=${self.cookie}` } : {},
          ...(payload ? { payload } : {}),
        });
        const set = answer.cookies.find((cookie) => cookie.name === 'tl_shop');
        if (set) self.cookie = set.value;
        return answer;
      },
      async visit(anonymousId) {
        return (await self.call('POST', '/api/shop/session', anonymousId ? { anonymousId } : {})).json();
      },
      async signIn(email) {
        const sent = await self.call('POST', '/api/shop/sign-in/code', { email });
        const code = mails.at(-1)?.code;
        const answer = await self.call('POST', '/api/shop/sign-in', { email, code });
        if (answer.statusCode !== 200) throw new Error(`sign-in answered ${sent.body} ${answer.body}`);
        return answer.json();
      },
      async actor() {
        const actor = await shopperActor(server.base, { tl_shop: self.cookie });
        if (actor?.kind !== 'shopper') throw new Error('no shopper');
        return actor;
      },
    };
    return self;
  };

  return {
    ...server,
    clock,
    config,
    mails,
    confirmations,
    databaseUrl: databases.databaseUrl,
    clickhouseUrl: databases.clickhouseUrl,
    ctx: (overrides = {}) => ({ ...server.base, requestId: newId(), ...overrides }),
    browser,
    asStaff: (role, method, url, payload) =>
      server.app.inject({ method, url, headers: { cookie: `role=${role}` }, ...(payload ? { payload } : {}) }),
    async stop() {
      await server.stop();
      if (!options.sharing) await databases.stop();
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
