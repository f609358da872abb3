import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import { Refusal } from '../../../apps/server/src/kernel/result.ts';
import {
  closeThread,
  logCall,
  openThread,
  postReply,
  postShopperMessage,
} from '../../../apps/server/src/modules/conversations/index.ts';
import { type ChatEvent, type OrderEvent, shopperOf } from '../../velora/index.ts';
import { at, minutesAfter } from '../inThePast.ts';
import type { ShopWorld } from './shopWorld.ts';

const noMail = {
  sendAnswer: async () => {
    throw new Error('answers of the history stay in the chat');
  },
};

/**
 * A conversation in the web chat, word for word. The agent closes it after the customer's thanks; an answer of the last
 * three days may still be waiting for the customer.
 */
export async function writeChat(world: ShopWorld, event: ChatEvent & { shopper: string }): Promise<void> {
  const { loading, directory } = world;
  const shopper = world.asShopper(event.shopper);
  const agent = directory.staff(event.agent);
  const { id: threadId } = await openThread(at(loading.ctx, event.at, { channel: 'chat' }), shopper.subjectId);
  for (const [index, message] of event.messages.entries()) {
    const clientKey = `${event.id}:${index}`;
    const there = at(loading.ctx, message.at, { channel: 'chat', language: event.language });
    if (message.from === 'shopper') {
      const card = event.sku === null ? undefined : directory.variant(event.sku);
      const context = card ? { context: { productId: card.productId, variantId: card.id } } : {};
      await postShopperMessage(
        { ...there, actor: shopper },
        { text: message.text, clientKey, ...(index === 0 ? context : {}) },
      );
    } else {
      const said = await postReply({ ...there, actor: agent }, { threadId, text: message.text, clientKey }, noMail);
      if (said instanceof Refusal) throw new Error(`${event.id}: ${said.reason}`);
    }
  }
  const last = event.messages.at(-1);
  const closedAt = minutesAfter(last?.at ?? event.at, 20);
  if (last?.from === 'shopper' || closedAt < minutesAfter(world.end, -3 * 24 * 60))
    await closeThread(at(loading.ctx, closedAt, { actor: agent, channel: 'chat' }), { threadId });
  await loading.log.markDone(loading.ctx, `${event.id}:written`);
}

/** An order by phone begins with a call. */
export async function writeCall(
  world: ShopWorld,
  event: OrderEvent & { shopper: string; advisedBy: string },
): Promise<void> {
  const { loading, directory } = world;
  const startedAt = minutesAfter(event.at, -9);
  const agent = directory.staff(event.advisedBy);
  const ctx = at(loading.ctx, minutesAfter(event.at, 1), { actor: agent, channel: 'phone' });
  const goods = event.lines.map(({ sku }) => directory.variant(sku).title.pl).join(', ');
  await inTransaction(ctx, async (tx) => {
    const { threadId } = await logCall(tx, {
      phone: shopperOf(event.shopper).phone,
      direction: 'in',
      startedAt: startedAt.toISOString(),
      durationSeconds: 540,
      note: `Zamówienie przez telefon: ${goods}.`,
      customerId: world.shopper(event.shopper).customerId,
    });
    if (threadId) await closeThread(tx, { threadId });
    await loading.log.markDone(tx, `${event.id}:called`);
  });
}
