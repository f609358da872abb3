import type { LiveRule } from '../../kernel/live.ts';

const forBoth = [
  'conversations.message.posted',
  'conversations.message.delivery',
  'conversations.thread.joined',
  'conversations.thread.separated',
  'conversations.thread.closed',
];
const forTheDesk = [
  'conversations.thread.opened',
  'conversations.thread.assigned',
  'conversations.thread.reopened',
  'conversations.thread.snoozed',
  'conversations.presence.changed',
  'conversations.message.read',
  'conversations.call.logged',
  'conversations.call.assigned',
];

/** The desk hears of every conversation. */
const deskHears: LiveRule = {
  types: [...forBoth, ...forTheDesk],
  sees: (actor) => actor.kind === 'staff' && actor.role !== 'associate',
};

/** A shopper hears of what happens under identities proven to be theirs, and never of a note. */
const shopperHears: LiveRule = {
  types: forBoth,
  sees: (actor, event) =>
    actor.kind === 'shopper' &&
    event.subjectId !== undefined &&
    actor.subjectIds.includes(event.subjectId) &&
    event.data.internal !== true,
};

/** That somebody types an answer is said to the one it is for. */
const shopperSeesTyping: LiveRule = {
  types: ['conversations.answer.typing'],
  sees: (actor, moment) =>
    actor.kind === 'shopper' && moment.subjectId !== undefined && actor.subjectIds.includes(moment.subjectId),
};

export const liveRules = [deskHears, shopperHears, shopperSeesTyping];
