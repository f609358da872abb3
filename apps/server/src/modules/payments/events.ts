import type { EventDeclarations } from '../../kernel/events.ts';

const payment = {
  paymentId: 'id',
  orderId: 'id',
  provider: 'text',
  method: 'text',
  state: 'text',
  amount: 'minor',
  currency: 'text',
  captured: 'minor',
  refunded: 'minor',
  reason: 'text?',
  late: 'flag?',
} as const;

export const paymentsEvents = {
  'payments.payment.authorised': { when: 'A provider gave its word for the money.', data: payment },
  'payments.payment.captured': { when: 'Money was taken (`amount` of it now).', data: payment },
  'payments.payment.declined': { when: 'A payment was refused; nothing was taken.', data: payment },
  'payments.payment.failed': { when: 'A payment came to nothing: never begun, left, or not in time.', data: payment },
  'payments.payment.refunded': { when: 'Money went back (`amount` of it now).', data: payment },
  'payments.payment.refund_failed': {
    when: 'Money that was reported as given back came back (`amount` of it): it is owed again.',
    data: payment,
  },
  'payments.payment.voided': { when: 'Authorised money was let go.', data: payment },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    payments: typeof paymentsEvents;
  }
}
