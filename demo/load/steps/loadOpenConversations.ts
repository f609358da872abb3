import { Refusal } from '../../../apps/server/src/kernel/result.ts';
import { openThread, postReply, postShopperMessage } from '../../../apps/server/src/modules/conversations/index.ts';
import { type OpenConversation, openConversations } from '../../velora/index.ts';
import { openShopWorld, type ShopWorld } from '../history/shopWorld.ts';
import { takeTurns } from '../history/takeTurns.ts';
import { at, minutesAfter } from '../inThePast.ts';
import type { Loading } from '../loading.ts';

const noMail = {
  sendAnswer: async () => {
    throw new Error('answers of the demo stay in the chat');
  },
};

/** Questions of the last hour, so that a fresh desk has work on it. Written again, each message arrives once. */
export async function loadOpenConversations(loading: Loading): Promise<void> {
  const now = loading.ctx.clock.now();
  const world = await openShopWorld(loading, now, takeTurns([]));
  for (const [index, conversation] of openConversations.entries()) await write(world, conversation, index, now);
}

async function write(world: ShopWorld, conversation: OpenConversation, index: number, now: Date): Promise<void> {
  const { ctx } = world.loading;
  const shopper = world.asShopper(conversation.shopper);
  const begun = minutesAfter(now, -(conversation.said[0]?.minutes ?? 0));
  const { id: threadId } = await openThread(at(ctx, begun, { channel: 'chat' }), shopper.subjectId);
  const card = conversation.sku === null ? undefined : world.directory.variant(conversation.sku);
  for (const [line, { minutes, from, text }] of conversation.said.entries()) {
    const there = at(ctx, minutesAfter(now, -minutes), { channel: 'chat', language: conversation.language });
    const clientKey = `open-conversation:${index}:${line}`;
    if (from === 'shopper') {
      const context = card && line === 0 ? { context: { productId: card.productId, variantId: card.id } } : {};
      await postShopperMessage({ ...there, actor: shopper }, { text, clientKey, ...context });
    } else if (conversation.agent) {
      const actor = world.directory.staff(conversation.agent);
      const said = await postReply(
        { ...there, actor },
        { threadId, text, clientKey, internal: from === 'note' },
        noMail,
      );
      if (said instanceof Refusal) throw new Error(`${clientKey}: ${said.reason}`);
    }
  }
}
