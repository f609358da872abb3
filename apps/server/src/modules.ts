import type { Config } from './config.ts';
import { createFlowsModule } from './flows/index.ts';
import { type PersonalModule, personalModules } from './flows/privacy/personalModules.ts';
import { shopAddress } from './flows/shopAddress.ts';
import type { Sessions } from './http/guard.ts';
import { rateLimitMigration } from './http/rateLimit.ts';
import { noteErasure } from './keep/erasures.ts';
import { type Analytics, openAnalytics } from './kernel/analytics.ts';
import type { Ctx } from './kernel/context.ts';
import { housekeepingJobs } from './kernel/housekeeping.ts';
import { kernelColumns } from './kernel/kernelColumns.ts';
import { kernelPersonal } from './kernel/kernelPersonal.ts';
import { liveNotifier } from './kernel/live.ts';
import { kernelMigrations } from './kernel/migrations.ts';
import type { Module } from './kernel/module.ts';
import { outboxStream } from './kernel/outbox.ts';
import { sealedCopyMigration } from './kernel/sealedCopies.ts';
import { createCartsModule, createHandoffLinks } from './modules/carts/index.ts';
import { catalogueModule, getVariants } from './modules/catalogue/index.ts';
import { createConversationsModule } from './modules/conversations/index.ts';
import { creditsModule } from './modules/credits/index.ts';
import {
  type CodeSender,
  type ConfirmationSender,
  codeMinutes,
  createCustomersModule,
  customersConnection,
  type Erasure,
  shopperActor,
} from './modules/customers/index.ts';
import { createEngagementModule, hasTexts, queueMail, queueText } from './modules/engagement/index.ts';
import { fulfilmentModule } from './modules/fulfilment/index.ts';
import { createJourneysModule } from './modules/journeys/index.ts';
import { locationsModule } from './modules/locations/index.ts';
import { ordersModule } from './modules/orders/index.ts';
import { createProviders, paymentsModule, providersConnection } from './modules/payments/index.ts';
import { followTaxClasses, pricingModule } from './modules/pricing/index.ts';
import { returnsModule } from './modules/returns/index.ts';
import { settingsModule } from './modules/settings/index.ts';
import { createStaffModule, machineActor, membersByIds, staffActor } from './modules/staff/index.ts';
import { stockModule } from './modules/stock/index.ts';
import { createWebhooksModule } from './modules/webhooks/index.ts';
import { createViewsModule } from './views/index.ts';

export interface Composition {
  modules: Module[];
  /** What contexts carry of the configuration (see Ctx). */
  connections?: ReadonlyMap<string, unknown>;
  sessions(base: Ctx): Sessions;
}

export type ComposedConfig = Config & {
  secret: string;
  /** The file of erasures (keep/erasures.ts); a server has one, a command that only needs tables does not. */
  erasureList?: string;
};

const writer = (path: string) => (erasure: Erasure) => noteErasure(path, erasure);

const kernelModule = (config: Config): Module => ({
  name: 'kernel',
  migrations: [...kernelMigrations, rateLimitMigration, sealedCopyMigration],
  personal: kernelPersonal,
  personalColumns: kernelColumns,
  keeping: { streams: [outboxStream] },
  subscribers: [liveNotifier],
  jobs: housekeepingJobs({ auditDays: config.keepDays.audit }),
});

/** Everything the server is made of, from below, and what modules need from those above them. */
export function composeModules(
  config: ComposedConfig,
  analytics: Analytics = openAnalytics(undefined, undefined),
): Composition {
  const links = createHandoffLinks(config);
  const codes: CodeSender = {
    config,
    hasTexts: hasTexts(config),
    sendCode: async (tx, { to, code, language }) => {
      if (to.kind === 'phone')
        return queueText(tx, {
          template: 'sign_in_code',
          to: to.value,
          language,
          data: { code, minutes: codeMinutes },
          uniqueKey: `sign-in-code:${tx.newId()}`,
          goodUntil: new Date(tx.clock.now().getTime() + codeMinutes * 60_000),
        });
      await queueMail(tx, {
        template: 'sign_in_code',
        to: { email: to.value },
        language,
        data: { code, minutes: codeMinutes },
        uniqueKey: `sign-in-code:${tx.newId()}`,
      });
    },
  };
  const confirmations: ConfirmationSender = {
    config,
    sendConfirmation: async (tx, { email, url, language, subjectId }) => {
      await queueMail(tx, {
        template: 'confirm_consent',
        to: { email },
        language,
        data: { url },
        uniqueKey: `confirm-consent:${tx.newId()}`,
        ...(subjectId ? { subjectId } : {}),
      });
    },
  };
  const parts = {
    links,
    codes,
    confirmations,
    noteErasure: config.erasureList === undefined ? undefined : writer(config.erasureList),
    publicUrl: config.publicUrl,
    bankAccount: config.bankAccount,
    personal: (): PersonalModule[] => personalModules(modules),
  };
  const modules: Module[] = [
    kernelModule(config),
    settingsModule,
    locationsModule,
    catalogueModule,
    createCustomersModule({ ...codes, ...confirmations }),
    { ...pricingModule, subscribers: [followTaxClasses(getVariants)] },
    stockModule,
    createCartsModule(links),
    creditsModule,
    paymentsModule,
    ordersModule,
    fulfilmentModule,
    returnsModule,
    createConversationsModule({
      sendAnswer: async (tx, answer) => {
        const agent = (await membersByIds(tx, [answer.staffId])).get(answer.staffId);
        await queueMail(tx, {
          template: 'chat_answer',
          to: { email: answer.email },
          language: answer.language,
          data: {
            agentName: agent?.name ?? null,
            answer: answer.text,
            question: answer.question,
            url: shopAddress(parts, answer.language, '/chat'),
            product: answer.productCard && {
              title: answer.productCard.title[answer.language],
              url: shopAddress(parts, answer.language, `/p/${answer.productCard.slug[answer.language]}`),
            },
          },
          uniqueKey: `chat-answer:${answer.messageId}`,
          subjectId: answer.subjectId,
          threadId: answer.threadId,
          chatMessageId: answer.messageId,
        });
      },
      staffNames: async (ctx, staffIds) =>
        new Map(
          [...(await membersByIds(ctx, [...staffIds]))].map(([id, member]) => [
            id,
            { name: member.name, short: member.name.split(' ')[0] ?? member.name },
          ]),
        ),
    }),
    createEngagementModule(config),
    createJourneysModule({
      analytics: () => analytics,
      publicUrl: config.publicUrl,
      keepDays: config.keepDays,
      historyBytesAtMost: config.historyMegabytes * 1024 ** 2,
    }),
    createWebhooksModule(config),
    createStaffModule(config),
    createFlowsModule(parts),
    createViewsModule(parts, analytics),
  ];
  return {
    modules,
    connections: new Map<string, unknown>([
      [providersConnection, createProviders(config)],
      [customersConnection, config],
    ]),
    sessions: (base) => ({
      shopper: (cookies) => shopperActor(base, cookies),
      staff: (cookies) => staffActor(base, cookies, config),
      machine: (bearer) => machineActor(base, bearer),
    }),
  };
}
