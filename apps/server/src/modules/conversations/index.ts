import type { Module } from '../../kernel/module.ts';
import { followCustomers } from './followCustomers.ts';
import { liveRules } from './liveRules.ts';
import { conversationsMigrations } from './migrations.ts';
import { noNames, type StaffNames } from './names.ts';
import { conversationsPersonal } from './personal.ts';
import { conversationsColumns } from './personalColumns.ts';
import type { ReplyDeps } from './postReply.ts';
import { shopRoutes } from './shopRoutes.ts';
import { staffRoutes } from './staffRoutes.ts';

export type { ReplyChannel, ReplyVerdict } from './canReply.ts';
export { closeThread, endThreads } from './changeThread.ts';
export { type JoinedThreads, joinThreads } from './joinThreads.ts';

export { listThreads, type ThreadLine, type ThreadView, threadViews } from './listThreads.ts';
export { type CallToLog, type LoggedCall, logCall } from './logCall.ts';
export { addMacro, type Macro, type MacroWords } from './macros.ts';
export type { StaffNames } from './names.ts';
export { openThread, openThreadOfCustomer } from './openThread.ts';
export { type AnswerByMail, type ProductCard, postReply, type Reply, type ReplyDeps } from './postReply.ts';
export { postShopperMessage, type ShopperMessage } from './postShopperMessage.ts';
export { postSystemMessage } from './postSystemMessage.ts';
export { type Present, presentIn } from './presence.ts';
export { readOwnChat } from './readChat.ts';
export { getThread, readThread, type ThreadPage, threadsOfCustomers } from './readThread.ts';
export { recordDelivery } from './recordDelivery.ts';

export { ThreadLineSchema } from './schemas.ts';
export { type ChatStatus, getServiceHours, type ServiceHours, saveServiceHours } from './serviceHours.ts';
export type { Delivery, Message, MessageKind, Thread, ThreadState } from './types.ts';

/**
 * One conversation per customer: web chat, left messages, phone calls, notes.
 * `sendAnswer` puts an answer by e-mail into the transaction of its message; `staffNames` gives colleagues their names.
 */
export function createConversationsModule(parts: ReplyDeps & { staffNames?: StaffNames }): Module {
  const names = parts.staffNames ?? noNames;
  return {
    name: 'conversations',
    personalColumns: conversationsColumns,
    migrations: conversationsMigrations,
    personal: conversationsPersonal,
    routes: [...shopRoutes(names), ...staffRoutes(parts, names)],
    subscribers: [followCustomers],
    liveRules,
  };
}
