import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { shopperOf } from './actors.ts';
import { appendMessage, findByClientKey } from './appendMessage.ts';
import { lockThreadOfSubject } from './lockThread.ts';
import { longestMessage, type Message, type ThreadRow } from './types.ts';

export interface ShopperMessage {
  text: string;
  /** Made by the client, once a message: sending again after a lost connection is safe. */
  clientKey: string;
  /** What the shopper was looking at. */
  context?: { productId?: string; variantId?: string; page?: string };
}

/** A shopper writes in the web chat; the first message opens the thread. A message sent twice arrives once. */
export async function postShopperMessage(ctx: Ctx, input: ShopperMessage): Promise<Message> {
  const { subjectId } = shopperOf(ctx);
  return once(ctx, 'conversations.post-shopper-message', async (tx) =>
    writeInbound(tx, await lockThreadOfSubject(tx, subjectId), subjectId, input, contextOf(input)),
  );
}

/** The common part of a chat message and a left message, under the thread's lock. */
export async function writeInbound(
  tx: Ctx,
  thread: ThreadRow,
  subjectId: string,
  input: { text: string; clientKey: string },
  data: Record<string, unknown>,
): Promise<Message> {
  const text = checkText(input.text);
  const clientKey = `in:${input.clientKey}`;
  const twin = await findByClientKey(tx, thread.id, clientKey);
  if (twin) {
    if (twin.text !== text)
      throw new AppError('idempotency_key_reused', { detail: 'Another message was sent under this clientKey.' });
    return twin;
  }
  return appendMessage(tx, thread, {
    subjectId,
    direction: 'in',
    channel: 'chat',
    kind: 'text',
    author: { kind: 'shopper', id: subjectId },
    text,
    data,
    clientKey,
  });
}

/** Text as it was typed, with nothing but its ends trimmed; what cannot be stored is refused. */
export function checkText(text: string): string {
  const trimmed = text.trim();
  // PostgreSQL stores no NUL character.
  if (trimmed === '' || trimmed.includes('\u0000'))
    throw new AppError('invalid_request', { detail: 'The message is empty.' });
  if ([...trimmed].length > longestMessage) {
    throw new AppError('invalid_request', {
      detail: `A message has at most ${longestMessage} characters. Nothing was sent; divide it.`,
    });
  }
  return trimmed;
}

function contextOf(input: ShopperMessage): Record<string, unknown> {
  if (!input.context) return {};
  const { productId, variantId, page } = input.context;
  return {
    context: {
      ...(productId ? { productId } : {}),
      ...(variantId ? { variantId } : {}),
      // A query string may carry anything, tokens too.
      ...(page ? { page: page.split(/[?#]/)[0] } : {}),
    },
  };
}
