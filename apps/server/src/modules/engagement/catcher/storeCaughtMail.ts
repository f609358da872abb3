import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Ctx } from '../../../kernel/context.ts';
import { type CaughtAttachment, tables } from '../tables.ts';

/** Keeps one received mail; a repeat of a Message-ID only counts up, as a good mail program shows one. */
export async function storeCaughtMail(ctx: Ctx, raw: Buffer, envelope: { from: string; to: string[] }): Promise<void> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'base64' });
  const attachments: CaughtAttachment[] = mail.attachments.map((attachment) => ({
    filename: attachment.filename ?? null,
    type: attachment.mimeType,
    cid: attachment.contentId?.replace(/^<|>$/g, '') ?? null,
    base64: String(attachment.content),
  }));
  await tables(ctx)
    .insertInto('engagement.caught_mail')
    .values({
      id: ctx.newId(),
      message_id: mail.messageId ?? `<${createHash('sha256').update(raw).digest('hex')}@no-message-id>`,
      from_address: envelope.from,
      to_addresses: envelope.to.map((address) => address.toLowerCase()),
      subject: mail.subject ?? '',
      html: mail.html ?? null,
      body_text: mail.text ?? null,
      headers: JSON.stringify(Object.fromEntries(mail.headers.map((header) => [header.key, header.value]))),
      attachments: JSON.stringify(attachments),
      caught_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.column('message_id').doUpdateSet((eb) => ({ copies: eb('engagement.caught_mail.copies', '+', 1) })),
    )
    .execute();
}
