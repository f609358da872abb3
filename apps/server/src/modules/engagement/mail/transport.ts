import nodemailer from 'nodemailer';
import QRCode from 'qrcode';
import { preferenceLinks } from '../../customers/index.ts';
import type { EngagementConfig } from '../config.ts';
import type { ClaimedMail } from './claimMail.ts';
import { replyAddress } from './replyAddress.ts';

/** Answers the server's last line; throws with `responseCode` when the server refused. */
export async function sendBySmtp(
  url: string,
  config: EngagementConfig,
  mail: ClaimedMail,
  date: Date,
): Promise<string> {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  const last = mail.references.at(-1);
  const attachments = await Promise.all(
    mail.pictures.map(async ({ cid, qr }) => ({
      cid,
      filename: 'code.png',
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
      content: await QRCode.toBuffer(qr, { width: 320, margin: 2, errorCorrectionLevel: 'M' }),
    })),
  );
  try {
    const info = await transport.sendMail({
      from: config.mailFrom,
      to: mail.to,
      ...(mail.threadId ? { replyTo: replyAddress(config.mailFrom, config.secret, mail.threadId) } : {}),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      date,
      messageId: mail.messageId,
      ...(last ? { inReplyTo: last, references: mail.references } : {}),
      headers: {
        // RFC 3834: asks holiday programs not to answer. A colleague's own words are not automatic.
        ...(mail.template === 'chat_answer' ? {} : { 'Auto-Submitted': 'auto-generated' }),
        ...(mail.purpose === 'marketing' ? unsubscribeHeaders(config, mail) : {}),
      },
      attachments,
      // Templates link and picture by themselves; nothing in a mail may make us read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return info.response;
  } finally {
    transport.close();
  }
}

/** RFC 2369 and 8058: mail programs show a button that ends advertising in one click. */
function unsubscribeHeaders(config: EngagementConfig, mail: ClaimedMail): Record<string, string> {
  const { oneClick } = preferenceLinks(config, { email: mail.to, subjectId: mail.subjectId }, mail.language);
  return { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** A refusal for good (5xx) is not tried again; all else may be a passing trouble. */
export function isPermanent(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500 && code < 600;
}

/** The kind of trouble without the address that servers like to repeat in their answers. */
export function describeFailure(error: unknown): string {
  const { responseCode, code, command } = error as { responseCode?: unknown; code?: unknown; command?: unknown };
  const parts = [responseCode, code, command].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length > 0 ? parts.join(' ') : 'unknown trouble';
}
