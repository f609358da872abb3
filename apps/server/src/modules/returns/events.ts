import type { EventDeclarations } from '../../kernel/events.ts';

const goods = {
  returnId: 'id',
  number: 'text',
  orderId: 'id',
  orderNumber: 'text',
  way: 'text',
  currency: 'text',
  total: 'minor',
  exchangeOrderId: 'id?',
  lines: 'list',
} as const;

const withdrawal = { withdrawalId: 'id', number: 'text', orderId: 'id?', returnId: 'id?', cancelled: 'list' } as const;

export const returnsEvents = {
  'returns.return.announced': { when: 'Goods are to come back.', data: goods },
  'returns.return.received': { when: 'They are here.', data: goods },
  'returns.return.inspected': { when: 'It was seen what came, and in what condition.', data: goods },
  'returns.return.settled': {
    when: 'The money, or the exchange for it, was decided (`total` goes back).',
    data: goods,
  },
  'returns.return.refused': { when: 'They are not taken back.', data: goods },
  'returns.return.cancelled': { when: 'They do not come back after all.', data: goods },
  'returns.complaint.accepted': { when: 'A complaint was accepted.', data: goods },
  'returns.complaint.accepted_by_silence': {
    when: 'Nobody answered a complaint in its time, so it counts as accepted.',
    data: goods,
  },
  'returns.complaint.refused': { when: 'A complaint was refused, with a reason.', data: goods },
  'returns.blind.taken': {
    when: 'Goods were taken back without a sale, for store credit.',
    data: {
      blindReturnId: 'id',
      number: 'text',
      total: 'minor',
      currency: 'text',
      creditId: 'id',
      lines: 'list',
    },
  },
  'returns.withdrawal.declared': { when: 'A customer withdrew from the contract.', data: withdrawal },
  'returns.withdrawal.matched': { when: 'It was found which order a withdrawal is about.', data: withdrawal },
  'returns.withdrawal.closed': {
    when: 'A withdrawal was about nothing, and was closed with a reason.',
    data: withdrawal,
  },
  'returns.policy.changed': { when: 'The rules of returns changed.', data: { version: 'number' } },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    returns: typeof returnsEvents;
  }
}
