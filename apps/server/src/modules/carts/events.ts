import type { EventDeclarations } from '../../kernel/events.ts';

const line = {
  cartId: 'id',
  lineId: 'id',
  variantId: 'id?',
  quantity: 'number?',
  method: 'text?',
  locationId: 'id?',
  unit: 'minor?',
  currency: 'text?',
} as const;

export const cartsEvents = {
  'carts.cart.created': {
    when: 'A cart was begun, with or without goods in it.',
    data: { cartId: 'id', market: 'text', currency: 'text', lines: 'list' },
  },
  'carts.cart.merged': {
    when: 'Two carts of one person became one; the other is closed.',
    data: { cartId: 'id', fromCartId: 'id', fromSubjectId: 'id?', lineIds: 'ids' },
  },
  'carts.line.added': { when: 'Goods were put into a cart.', data: line },
  'carts.line.changed': { when: 'Quantity, way or price of goods in a cart changed.', data: line },
  'carts.line.removed': { when: 'Goods were taken out of a cart.', data: line },
  'carts.line.hold_ended': {
    when: 'The hold of a cart line is over: released or run out.',
    data: { cartId: 'id', lineId: 'id', reservationId: 'id?', reason: 'text?' },
  },
  'carts.handoff.created': {
    when: 'A cart or one of its lines was given a code and a link, to go on elsewhere.',
    data: { handoffId: 'id', cartId: 'id', lineId: 'id?', expiresAt: 'instant' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    carts: typeof cartsEvents;
  }
}
