import type { Ctx } from '../../kernel/context.ts';
import type { Module } from '../../kernel/module.ts';
import { catchText } from './catcher/caughtTexts.ts';
import { mailboxRoutes } from './catcher/routes.ts';
import { type Catcher, startCatcher } from './catcher/startCatcher.ts';
import { type EngagementConfig, hasMailbox } from './config.ts';
import { forgetOldWords } from './forgetOldWords.ts';
import { resendStuckJob } from './mail/resendStuckJob.ts';
import { sendMailJob } from './mail/sendMailJob.ts';
import { engagementMigrations } from './migrations.ts';
import { engagementPersonal } from './personal.ts';
import { engagementColumns } from './personalColumns.ts';
import { reportRoutes } from './reports/routes.ts';
import { routes } from './routes.ts';
import { resendStuckTextsJob, sendTextJob } from './texts/sendTextJob.ts';
import { type TextGateway, TextRefused, twilioGateway } from './texts/textGateway.ts';

export { type EngagementConfig, hasMailbox, hasTexts } from './config.ts';
export { createSmartLink, type NewSmartLink } from './links/createSmartLink.ts';
export { getSmartLink } from './links/readSmartLinks.ts';
export { recordClick } from './links/recordClick.ts';
export type { Campaign, LinkTarget, SmartLink } from './links/smartLink.ts';
export type { Goods, MailData, Offer, OrderLine, Place, SellerLegal, TemplateName } from './mail/data.ts';

export { type MailRequest, type QueuedMail, queueMail } from './mail/queueMail.ts';
export { type MailSummary, mailHealth, mailsByKeys, mailsOf } from './mail/readMails.ts';

export { queueText, type TextRequest } from './texts/queueText.ts';

export interface EngagementModule extends Module {
  /**
   * Starts the mailbox of development on loopback (a free port unless one is given); nothing where there is none, see
   * hasMailbox.
   * A worker that has a mail to send starts it by itself, so calling this only makes the port known early.
   */
  startCatcher(base: Ctx, port?: number): Promise<{ port: number } | undefined>;
  stop(): Promise<void>;
}

/** Mails, smart links, and the mailbox of development. */
export function createEngagementModule(config: EngagementConfig): EngagementModule {
  let catcher: Promise<Catcher> | undefined;
  const gateway: TextGateway =
    config.smsUrl !== undefined
      ? twilioGateway(config.smsUrl)
      : hasMailbox(config)
        ? catchText
        : async () => {
            throw new TextRefused('SMS_URL is not set');
          };

  function ensureCatcher(base: Ctx, port?: number): Promise<Catcher> {
    catcher ??= startCatcher(base, port).catch((error: unknown) => {
      catcher = undefined;
      throw error;
    });
    return catcher;
  }

  const smtpUrl = async (ctx: Ctx): Promise<string> => {
    if (config.smtpUrl) return config.smtpUrl;
    // A shop that others reach must not say "sent" of a mail that only lies in its own mailbox.
    if (!hasMailbox(config)) throw Object.assign(new Error('SMTP_URL is not set'), { code: 'SMTP_URL is not set' });
    return (await ensureCatcher(ctx)).url;
  };

  return {
    name: 'engagement',
    personalColumns: engagementColumns,
    migrations: engagementMigrations,
    personal: engagementPersonal,
    routes: [...routes, ...reportRoutes(config), ...(hasMailbox(config) ? mailboxRoutes : [])],
    jobs: [
      sendMailJob(config, smtpUrl),
      resendStuckJob,
      sendTextJob(gateway),
      resendStuckTextsJob,
      forgetOldWords({ mailDays: config.keepDays.mails }),
    ],
    async startCatcher(base, port) {
      if (!hasMailbox(config)) return undefined;
      const started = await ensureCatcher(base, port);
      return { port: started.port };
    },
    async stop() {
      const started = await catcher?.catch(() => undefined);
      catcher = undefined;
      await started?.stop();
    },
  };
}
