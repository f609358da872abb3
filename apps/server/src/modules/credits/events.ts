import type { EventDeclarations } from '../../kernel/events.ts';

const credit = {
  creditId: 'id',
  amount: 'minor',
  balance: 'minor',
  currency: 'text',
  cause: 'text',
  causeId: 'text',
  orderId: 'id?',
} as const;

export const creditsEvents = {
  'credits.credit.issued': { when: 'Store credit was given.', data: credit },
  'credits.credit.spent': { when: 'Store credit paid for an order or a part of it.', data: credit },
  'credits.credit.given_back': { when: 'What store credit had paid was put back on it.', data: credit },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    credits: typeof creditsEvents;
  }
}
