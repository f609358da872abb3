import type { Ctx, Language } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { getRetailer } from '../../settings/index.ts';
import { tables } from '../tables.ts';
import { type TextData, type TextName, textBodies } from './textBodies.ts';

export const sendTextJobName = 'engagement.send-text';

export interface TextRequest<T extends TextName> {
  template: T;
  /** E.164 */
  to: string;
  language: Language;
  data: Omit<TextData[T], 'shop'>;
  /** Names the reason: the same reason never makes two messages. */
  uniqueKey: string;
  /** After this it says nothing true any more and is not sent. */
  goodUntil: Date;
  subjectId?: string | undefined;
}

/** Writes a text message and the job that sends it, in the caller's transaction: it goes out if and only if that commits. */
export async function queueText<T extends TextName>(ctx: Ctx, request: TextRequest<T>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { name: shop } = await getRetailer(tx);
    const id = tx.newId();
    const write = textBodies[request.template].body[request.language];
    const inserted = await tables(tx)
      .insertInto('engagement.text_message')
      .values({
        id,
        unique_key: request.uniqueKey,
        template: request.template,
        language: request.language,
        subject_id: request.subjectId ?? null,
        to_number: request.to,
        body: write({ ...request.data, shop } as TextData[T]),
        state: 'queued',
        good_until: request.goodUntil,
        queued_at: tx.clock.now(),
        leased_until: null,
        provider_id: null,
        last_error: null,
        sent_at: null,
        failed_at: null,
      })
      .onConflict((conflict) => conflict.column('unique_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted) await tx.jobs.enqueue(tx, sendTextJobName, { textId: id });
  });
}
