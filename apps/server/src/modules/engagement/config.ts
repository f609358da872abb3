import { parseSender } from './mail/mailAddress.ts';

/** What the module needs to know of its surroundings. */
export interface EngagementConfig {
  /** smtp://user:pass@host:port; undefined = the built-in catcher of development. */
  smtpUrl: string | undefined;
  /** A gateway for text messages (see twilioGateway); undefined = caught in development, none otherwise. */
  smsUrl: string | undefined;
  /** Shared with whoever tells of bounces and complaints; undefined = nobody does. */
  mailWebhookSecret: string | undefined;
  /** "Velora <hello@velora.example>" */
  mailFrom: string;
  publicUrl: string;
  /** Signs reply addresses. */
  secret: string;
  /** How long the words of mails are kept. */
  keepDays: { mails: number };
}

/**
 * Whether /mailbox may be read. It shows everybody's mail, sign-in codes too, so it exists only where there is no real
 * mail server and the shop is reached as this machine itself.
 */
export function hasMailbox(config: Pick<EngagementConfig, 'smtpUrl' | 'publicUrl'>): boolean {
  if (config.smtpUrl) return false;
  const { hostname } = new URL(config.publicUrl);
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
    hostname.endsWith('.localhost')
  );
}

/** Whether text messages can be sent, or caught. */
export const hasTexts = (config: Pick<EngagementConfig, 'smsUrl' | 'smtpUrl' | 'publicUrl'>): boolean =>
  config.smsUrl !== undefined || hasMailbox(config);

/** The right side of our Message-IDs. */
export function mailDomain(config: Pick<EngagementConfig, 'mailFrom'>): string {
  return parseSender(config.mailFrom).domain;
}
