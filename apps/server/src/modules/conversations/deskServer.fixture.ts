import type { LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import { openAnalytics } from '../../kernel/analytics.ts';
import { createClock } from '../../kernel/clock.ts';
import { type Actor, type Ctx, type StaffRole, staffRoles } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { Module } from '../../kernel/module.ts';
import { composeModules } from '../../modules.ts';
import { createServer } from '../../server.ts';
import { catalogueModule } from '../catalogue/index.ts';
import { createCustomersModule, shopperActor, startSession } from '../customers/index.ts';
import { locationsModule } from '../locations/index.ts';
import { settingsModule } from '../settings/index.ts';
import { type AnswerByMail, createConversationsModule } from './index.ts';

type Method = 'GET' | 'POST' | 'PUT';

/** A shopper's browser: an anonymous session that has been started. */
export interface Shopper {
  cookie: string;
  subjectId: string;
  ctx(server?: DeskServer): Promise<Ctx>;
  call(method: Method, url: string, payload?: object, server?: DeskServer): Promise<LightMyRequestResponse>;
}

export interface DeskServer extends TestServer {
  /** Answers that would have gone out by e-mail, oldest first. */
  answers: AnswerByMail[];
  shopper(): Promise<Shopper>;
  /** A context as a colleague. */
  staff(staffId: string, role?: StaffRole): Ctx;
  /** Calls as a colleague. */
  asStaff(
    staffId: string,
    role: string,
    method: Method,
    url: string,
    payload?: object,
  ): Promise<LightMyRequestResponse>;
}

/** The modules these tests need, in place of whatever is composed under their names. */
function modulesFor(answers: AnswerByMail[]): Module[] {
  const config = testConfig();
  const own: Module[] = [
    settingsModule,
    locationsModule,
    catalogueModule,
    createCustomersModule({
      config,
      sendCode: async () => undefined,
      hasTexts: false,
      sendConfirmation: async () => undefined,
    }),
    createConversationsModule({
      async sendAnswer(tx, answer) {
        if (!tx.db.isTransaction) throw new Error('the mail must be in the transaction of its message');
        answers.push(answer);
      },
      staffNames: async (_ctx, ids) =>
        new Map(ids.map((id) => [id, { name: `Colleague ${id.slice(-4)}`, short: 'Anna' }])),
    }),
  ];
  const names = new Set(own.map((module) => module.name));
  return [...composeModules(config).modules.filter((module) => !names.has(module.name)), ...own];
}

const wired = () => new Set(composeModules(testConfig()).modules.map((module) => module.name));

/** For tests: a server with the desk, on which shopper sessions and colleagues count. */
export async function deskServer(options: { sharing?: DeskServer; running?: boolean } = {}): Promise<DeskServer> {
  const config = testConfig();
  const answers = options.sharing?.answers ?? [];
  const modules = modulesFor(answers);
  const databases =
    options.sharing ?? (await testServer({ extra: modules.filter((module) => !wired().has(module.name)) }));
  const clock = createClock();
  const server = await createServer({
    config,
    databaseUrl: databases.databaseUrl,
    analytics: openAnalytics(databases.clickhouseUrl, undefined),
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    version: '0.0.0-test',
    composition: {
      modules,
      sessions: (base) => ({
        shopper: (cookies) => shopperActor(base, cookies),
        staff: async (cookies): Promise<Actor | undefined> => {
          const role = staffRoles.find((known) => known === cookies.role);
          return (
            role && {
              kind: 'staff',
              sessionId: '',
              staffId: cookies.staff ?? newId(),
              role,
              locationIds: 'all',
              mayExport: true,
            }
          );
        },
        machine: async () => undefined,
      }),
    },
  });
  await server.app.ready();
  await (options.running ? server.start() : server.jobs.start({ work: false }));
  let address = 0;

  const self: DeskServer = {
    ...server,
    clock,
    config,
    answers,
    databaseUrl: databases.databaseUrl,
    clickhouseUrl: databases.clickhouseUrl,
    ctx: (overrides = {}) => ({ ...server.base, requestId: newId(), ...overrides }),
    async shopper() {
      address += 1;
      const remoteAddress = `10.7.${address >> 8}.${address & 255}`;
      const { token, session } = await startSession(self.ctx());
      return {
        cookie: token,
        subjectId: session.subjectId,
        async ctx(on = self) {
          const actor = await shopperActor(on.base, { tl_shop: token });
          if (!actor) throw new Error('no shopper');
          return on.ctx({ actor });
        },
        call: (method, url, payload, on = self) =>
          on.app.inject({
            method,
            url,
            remoteAddress,
            headers: { cookie: `tl_shop=${token}` },
            ...(payload ? { payload } : {}),
          }),
      };
    },
    staff: (staffId, role = 'agent') =>
      self.ctx({
        actor: { kind: 'staff', sessionId: '', staffId, role, locationIds: 'all' },
        channel: 'contact_centre',
      }),
    asStaff: (staffId, role, method, url, payload) =>
      server.app.inject({
        method,
        url,
        headers: { cookie: `role=${role}; staff=${staffId}` },
        ...(payload ? { payload } : {}),
      }),
    async stop() {
      await server.stop();
      if (!options.sharing) await databases.stop();
    },
  };
  return self;
}
