import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { everyone, Reply, type RouteDefinition, route, shoppers } from '../../kernel/route.ts';
import { Id, Strict } from '../../kernel/schemas.ts';
import { claimContact } from './claimContact.ts';
import { leaveMessage } from './leaveMessage.ts';
import { markRead } from './markRead.ts';
import { nameChat, nameShopMessages, type StaffNames } from './names.ts';
import { postShopperMessage } from './postShopperMessage.ts';
import { noteTyping } from './presence.ts';
import { readOwnChat } from './readChat.ts';
import { ChatStatusSchema, ClientKey, MessageText, Seq, ShopChat, ShopMessage } from './schemas.ts';
import { chatStatus } from './serviceHours.ts';
import type { Message } from './types.ts';

const tag = 'chat';

/** The web chat, for a shopper whose session is enough to be recognised; no sign-in is needed to ask a question. */
export function shopRoutes(names: StaffNames): RouteDefinition[] {
  const one = async (ctx: Ctx, message: Message) => {
    const [shown] = await nameShopMessages(ctx, [message], names);
    if (!shown) throw new AppError('internal');
    return shown;
  };
  return [
    route({
      method: 'POST',
      path: '/api/shop/chat/messages',
      summary: 'Write in the chat; the first message opens the conversation',
      tag,
      audience: shoppers,
      perMinute: 120,
      body: Strict({
        text: MessageText,
        clientKey: ClientKey,
        context: Type.Optional(
          Strict({
            productId: Type.Optional(Id),
            variantId: Type.Optional(Id),
            page: Type.Optional(Type.String({ maxLength: 300 })),
          }),
        ),
      }),
      response: ShopMessage,
      status: 201,
      handle: async (ctx, { body }) => one(ctx, await postShopperMessage(ctx, body)),
    }),
    route({
      method: 'GET',
      path: '/api/shop/chat',
      summary: 'Own conversation, from a number on',
      tag,
      audience: shoppers,
      query: Strict({ after: Type.Optional(Seq), thread: Type.Optional(Id) }),
      response: ShopChat,
      handle: async (ctx, { query }) =>
        nameChat(ctx, await readOwnChat(ctx, { after: query.after, threadId: query.thread }), names),
    }),
    route({
      method: 'POST',
      path: '/api/shop/chat/read',
      summary: 'The shopper has seen the messages up to a number',
      tag,
      audience: shoppers,
      body: Strict({ seq: Seq }),
      async handle(ctx, { body }) {
        await markRead(ctx, body.seq);
        return new Reply(null, { status: 204 });
      },
    }),
    route({
      method: 'POST',
      path: '/api/shop/chat/typing',
      summary: 'The shopper types, or stopped; forgotten after some seconds',
      tag,
      audience: shoppers,
      perMinute: 60,
      body: Strict({ typing: Type.Boolean() }),
      async handle(ctx, { body }) {
        await noteTyping(ctx, body.typing);
        return new Reply(null, { status: 204 });
      },
    }),
    route({
      method: 'GET',
      path: '/api/shop/chat/status',
      summary: 'Whether somebody is there now, and when to expect an answer',
      tag,
      audience: everyone,
      response: ChatStatusSchema,
      handle: (ctx) => chatStatus(ctx),
    }),
    route({
      method: 'PUT',
      path: '/api/shop/chat/contact',
      summary: 'Say who you are; a claim that shows and changes nothing',
      tag,
      audience: shoppers,
      perMinute: 20,
      body: Strict({
        name: Type.Optional(Type.String({ maxLength: 120 })),
        email: Type.Optional(Type.String({ maxLength: 254 })),
        phone: Type.Optional(Type.String({ maxLength: 40 })),
      }),
      async handle(ctx, { body }) {
        await claimContact(ctx, body);
        return new Reply(null, { status: 204 });
      },
    }),
    route({
      method: 'POST',
      path: '/api/shop/chat/leave-message',
      summary: 'Leave a message that is answered by e-mail',
      tag,
      audience: shoppers,
      perMinute: 20,
      body: Strict({
        email: Type.String({ minLength: 3, maxLength: 254 }),
        text: MessageText,
        clientKey: ClientKey,
        name: Type.Optional(Type.String({ maxLength: 120 })),
      }),
      response: ShopMessage,
      status: 201,
      handle: async (ctx, { body }) => one(ctx, await leaveMessage(ctx, body)),
    }),
  ];
}
