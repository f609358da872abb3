import type { EventDeclarations } from '../../kernel/events.ts';

export const conversationsEvents = {
  'conversations.thread.opened': { when: 'A customer’s first message opened their thread.', data: { threadId: 'id' } },
  'conversations.thread.assigned': {
    when: 'A thread got another owner, or none.',
    data: { threadId: 'id', assigneeId: 'id?', fromId: 'id?', byId: 'id?' },
  },
  'conversations.thread.closed': { when: 'A thread was closed.', data: { threadId: 'id' } },
  'conversations.thread.reopened': { when: 'A closed thread was opened again.', data: { threadId: 'id' } },
  'conversations.thread.snoozed': {
    when: 'A thread was put off until later, or brought back.',
    data: { threadId: 'id', until: 'instant?' },
  },
  'conversations.thread.joined': {
    when: 'Two threads turned out to be of one customer and became one.',
    data: { threadId: 'id', fromThreadId: 'id?', moved: 'number' },
  },
  'conversations.thread.separated': {
    when: 'A customer was separated again, and their messages went to a thread of their own.',
    data: { threadId: 'id', fromThreadId: 'id', toThreadId: 'id', moved: 'number' },
  },
  'conversations.message.posted': {
    when: 'A message or a note was written to a thread; its text stays there.',
    data: {
      threadId: 'id',
      messageId: 'id',
      seq: 'number',
      direction: 'text',
      channel: 'text',
      kind: 'text',
      internal: 'flag',
    },
  },
  'conversations.message.read': {
    when: 'The other side has seen messages up to a number.',
    data: { threadId: 'id', upToSeq: 'number' },
  },
  'conversations.message.delivery': {
    when: 'A message was sent, delivered, read, or failed on its way.',
    data: { threadId: 'id', messageId: 'id', seq: 'number', status: 'text' },
  },
  'conversations.call.logged': {
    when: 'A telephone call was written down.',
    data: { callId: 'id', threadId: 'id?', direction: 'text', missed: 'flag' },
  },
  'conversations.call.assigned': {
    when: 'Somebody said whose call it was.',
    data: { callId: 'id', threadId: 'id' },
  },
  'conversations.hours.changed': { when: 'The hours of the chat changed.', data: {} },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    conversations: typeof conversationsEvents;
  }
}
