import type { EventDeclarations } from '../../kernel/events.ts';

const order = {
  orderId: 'id',
  number: 'text',
  market: 'text',
  currency: 'text',
  total: 'minor',
  net: 'minor',
  worth: 'minor',
  lines: 'list',
  way: 'text',
  locationId: 'id?',
  contractPlace: 'text',
  orderChannel: 'text',
  cartId: 'id?',
  state: 'text?',
} as const;

const step = { ...order, reason: 'text?' } as const;

export const ordersEvents = {
  'orders.order.placed': { when: 'An order was placed; it may not be paid yet.', data: step },
  'orders.order.paid': { when: 'All that was owed for an order was paid.', data: step },
  'orders.order.partly_fulfilled': { when: 'A part of the goods has reached the customer.', data: step },
  'orders.order.completed': { when: 'It is paid, and all its goods have reached the customer.', data: step },
  'orders.order.cancelled': { when: 'Nothing of it will be delivered.', data: step },
  'orders.order.reopened': { when: 'A step was taken back, such as a mistaken hand-over.', data: step },
  'orders.order.reduced': {
    when: 'It is worth less: lines were cancelled or a discount was given (`by`).',
    data: { ...step, by: 'minor', cancelled: 'list' },
  },
  'orders.order.moved': {
    when: 'Lines reach the customer in another way or place (`to`).',
    data: { ...order, lineIds: 'ids', to: 'object' },
  },
  'orders.receipt.kept': {
    when: 'Who reads the mailbox of a receipt said that it is theirs; `withBuyer`: the sale is with their account now.',
    data: { orderId: 'id', number: 'text', withBuyer: 'flag' },
  },
  'orders.receipt.denied': {
    when: 'Who reads the mailbox of a receipt said that it is not theirs; the address was taken off the sale.',
    data: { orderId: 'id', number: 'text' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    orders: typeof ordersEvents;
  }
}
