import type { Ctx } from '../../kernel/context.ts';
import type { ThreadLine } from './listThreads.ts';
import type { OwnChat } from './readChat.ts';
import type { ThreadPage } from './readThread.ts';
import type { Message } from './types.ts';

/** Names of colleagues by id, from the module that knows them; what customers see is `short`. */
export type StaffNames = (
  ctx: Ctx,
  staffIds: readonly string[],
) => Promise<Map<string, { name: string; short: string }>>;

export const noNames: StaffNames = async () => new Map();

const isStaff = (message: Message) => message.author.kind === 'staff';
const authorsOf = (messages: readonly Message[]) => [
  ...new Set(
    messages.flatMap((message) => (message.author.id && message.author.kind !== 'shopper' ? [message.author.id] : [])),
  ),
];

/** The shopper's view: a colleague's short name, and no id of anyone. */
export async function nameChat(ctx: Ctx, chat: OwnChat, names: StaffNames) {
  return { ...chat, messages: await nameShopMessages(ctx, chat.messages, names) };
}

export async function nameShopMessages(ctx: Ctx, messages: readonly Message[], names: StaffNames) {
  const ids = authorsOf(messages.filter(isStaff));
  const known = ids.length > 0 ? await names(ctx, ids) : new Map<string, { name: string; short: string }>();
  return messages.map((message) => ({
    id: message.id,
    seq: message.seq,
    direction: message.direction,
    kind: message.kind,
    text: message.text,
    data: message.data,
    author: {
      kind: message.author.kind,
      name: (isStaff(message) && message.author.id ? known.get(message.author.id)?.short : null) ?? null,
    },
    delivery: message.delivery,
    sentAt: message.sentAt,
  }));
}

export async function nameThread(ctx: Ctx, page: ThreadPage, names: StaffNames) {
  const ids = [
    ...authorsOf(page.messages),
    ...(page.thread.assigneeId ? [page.thread.assigneeId] : []),
    ...page.alsoWriting.map((one) => one.staffId),
    ...page.present.flatMap((one) => (one.who === 'staff' ? [one.personId] : [])),
  ];
  const known =
    ids.length > 0 ? await names(ctx, [...new Set(ids)]) : new Map<string, { name: string; short: string }>();
  const nameOf = (id: string | null) => (id ? (known.get(id)?.name ?? null) : null);
  return {
    ...page,
    assigneeName: nameOf(page.thread.assigneeId),
    messages: page.messages.map((message) => nameMessage(message, nameOf)),
    present: page.present.map((one) => ({ ...one, name: one.who === 'staff' ? nameOf(one.personId) : null })),
    alsoWriting: page.alsoWriting.map((one) => ({ ...one, name: nameOf(one.staffId) })),
  };
}

function nameMessage(message: Message, nameOf: (id: string | null) => string | null) {
  return {
    ...message,
    author: { ...message.author, name: message.author.kind === 'shopper' ? null : nameOf(message.author.id) },
  };
}

export async function nameOneMessage(ctx: Ctx, message: Message, names: StaffNames) {
  const ids = authorsOf([message]);
  const known = ids.length > 0 ? await names(ctx, ids) : new Map<string, { name: string; short: string }>();
  return nameMessage(message, (id) => (id ? (known.get(id)?.name ?? null) : null));
}

export async function nameLines(ctx: Ctx, lines: readonly ThreadLine[], names: StaffNames) {
  const ids = [...new Set(lines.flatMap((line) => (line.assigneeId ? [line.assigneeId] : [])))];
  const known = ids.length > 0 ? await names(ctx, ids) : new Map<string, { name: string; short: string }>();
  return lines.map((line) => ({
    ...line,
    assigneeName: (line.assigneeId ? known.get(line.assigneeId)?.name : null) ?? null,
  }));
}
