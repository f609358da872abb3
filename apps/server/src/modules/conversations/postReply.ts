import type { Ctx, Language } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { getVariants } from '../catalogue/index.ts';
import { contactOf } from '../customers/index.ts';
import { staffOf } from './actors.ts';
import { appendMessage, findByClientKey } from './appendMessage.ts';
import { canReply, type ReplyChannel, type ReplyFacts, replyEmailOf } from './canReply.ts';
import { readContact } from './contact.ts';
import { lockThread } from './lockThread.ts';
import { checkText } from './postShopperMessage.ts';
import { tables } from './tables.ts';
import type { Message, MessageKind, ThreadRow } from './types.ts';

/** A product as an answer by e-mail can name it; the message itself keeps the ids only. */
export interface ProductCard {
  productId: string;
  variantId: string;
  title: LocalizedText;
  slug: LocalizedText;
}

export interface Reply {
  threadId: string;
  text?: string;
  /** A product as a card; ids only, the card shows what is true when it is looked at. */
  productCard?: { variantId: string };
  /** A note for colleagues; never goes out. */
  internal?: boolean;
  replyBy?: ReplyChannel;
  clientKey: string;
  /** The last number this colleague saw: if others have written since, nothing is sent. */
  ifSeq?: number;
}

/** An answer that goes out by e-mail, as the one who sends it gets it. */
export interface AnswerByMail {
  threadId: string;
  messageId: string;
  seq: number;
  subjectId: string;
  customerId: string;
  email: string;
  addressState: 'verified' | 'claimed';
  language: Language;
  text: string;
  productCard: ProductCard | null;
  /** The customer's last words, so that the mail can be read by itself. */
  question: string | null;
  staffId: string;
}

export interface ReplyDeps {
  /** Called in the transaction of the message. */
  sendAnswer(tx: Ctx, answer: AnswerByMail): Promise<void>;
}

/**
 * A colleague answers (or notes). Takes an unassigned thread for the one who answers. Refuses `version_conflict` when
 * others wrote since `ifSeq`, and `cannot_reply` when the channel cannot reach the customer; then nothing was sent.
 */
export async function postReply(ctx: Ctx, reply: Reply, deps: ReplyDeps): Promise<Message | Refusal> {
  const staffId = staffOf(ctx);
  const text = reply.text === undefined ? null : checkText(reply.text);
  if (text === null && !reply.productCard)
    throw new AppError('invalid_request', { detail: 'Write something or choose a product.' });
  return once(ctx, 'conversations.post-reply', async (tx) => {
    const thread = await lockThread(tx, reply.threadId);
    const clientKey = `staff:${staffId}:${reply.clientKey}`;
    const twin = await findByClientKey(tx, thread.id, clientKey);
    if (twin) {
      if (twin.text !== text)
        throw new AppError('idempotency_key_reused', { detail: 'Another message was sent under this clientKey.' });
      return twin;
    }
    if (reply.ifSeq !== undefined) {
      const newer = await newerWords(tx, thread.id, reply.ifSeq, staffId);
      if (newer.count > 0) {
        return refuse('version_conflict', {
          detail: `${newer.count} new ${newer.count === 1 ? 'message' : 'messages'} came while you wrote. Nothing was sent; read and send again.`,
          lastSeq: newer.lastSeq,
        });
      }
    }
    const productCard = reply.productCard ? await checkCard(tx, reply.productCard.variantId) : null;
    const internal = reply.internal ?? false;
    const by = reply.replyBy ?? 'chat';
    const contact = internal || by === 'chat' ? undefined : await contactOf(tx, thread.customer_id);
    const left = contact ? (await readContact(tx, thread.reply_subject_id)).email : null;
    const facts: ReplyFacts = { lastChatAt: thread.last_chat_at, email: replyEmailOf(left, contact?.email) };
    const verdict = internal ? undefined : canReply(by, tx.clock.now(), facts);
    if (verdict?.ok === false) {
      return refuse('cannot_reply', {
        detail:
          verdict.reason === 'no_address'
            ? 'There is no e-mail address. Nothing was sent; answer in the chat or call.'
            : 'The customer is no longer in the chat. Nothing was sent; answer by e-mail or call.',
        channel: by,
      });
    }
    const taken = internal || thread.assignee_id ? thread : await takeThread(tx, thread, staffId);
    const kind: MessageKind = productCard ? 'product' : 'text';
    const message = await appendMessage(tx, taken, {
      subjectId: thread.reply_subject_id,
      direction: 'out',
      channel: by,
      kind,
      internal,
      author: { kind: 'staff', id: staffId },
      text,
      ...(productCard ? { data: { productId: productCard.productId, variantId: productCard.variantId } } : {}),
      clientKey,
      delivery: by === 'email' ? 'pending' : 'sent',
    });
    if (verdict?.ok && verdict.channel === 'email' && contact) {
      await deps.sendAnswer(tx, {
        threadId: thread.id,
        messageId: message.id,
        seq: message.seq,
        subjectId: thread.reply_subject_id,
        customerId: thread.customer_id,
        email: verdict.to,
        addressState: verdict.addressState,
        language: contact.language,
        text: text ?? '',
        productCard,
        question: await lastQuestion(tx, thread.id, thread.reply_subject_id),
        staffId,
      });
    }
    await tables(tx)
      .deleteFrom('conversations.draft')
      .where('thread_id', '=', thread.id)
      .where('staff_id', '=', staffId)
      .execute();
    return message;
  });
}

/** Ids only: price and stock on a card are those of the moment it is looked at. */
async function checkCard(tx: Ctx, variantId: string): Promise<ProductCard> {
  const variant = (await getVariants(tx, [variantId])).get(variantId);
  if (!variant) throw new AppError('not_found', { detail: 'There is no such product. Nothing was sent.' });
  return { productId: variant.productId, variantId, title: variant.title, slug: variant.slug };
}

/** What others said since: the system's own lines and this colleague's other window do not count. */
async function newerWords(
  tx: Ctx,
  threadId: string,
  seq: number,
  staffId: string,
): Promise<{ count: number; lastSeq: number }> {
  const row = await tables(tx)
    .selectFrom('conversations.message')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('seq').as('lastSeq')])
    .where('thread_id', '=', threadId)
    .where('seq', '>', seq)
    .where('direction', '<>', 'system')
    .where((eb) => eb.or([eb('author_kind', '<>', 'staff'), eb('author_id', '<>', staffId)]))
    .executeTakeFirstOrThrow();
  return { count: row.count, lastSeq: row.lastSeq ?? seq };
}

/** Only this person's own words: in a joined thread another identity's question must not go out to this address. */
async function lastQuestion(tx: Ctx, threadId: string, subjectId: string): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom('conversations.message')
    .select('text')
    .where('thread_id', '=', threadId)
    .where('direction', '=', 'in')
    .where('kind', '=', 'text')
    .where('subject_id', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? null;
}

async function takeThread(tx: Ctx, thread: ThreadRow, staffId: string): Promise<ThreadRow> {
  const row = await tables(tx)
    .updateTable('conversations.thread')
    .set((eb) => ({ assignee_id: staffId, version: eb('version', '+', 1) }))
    .where('id', '=', thread.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await emit(tx, {
    type: 'conversations.thread.assigned',
    subjectId: thread.reply_subject_id,
    aggregate: 'thread',
    aggregateId: thread.id,
    aggregateVersion: row.version,
    data: { threadId: thread.id, assigneeId: staffId, fromId: null },
  });
  return row;
}
