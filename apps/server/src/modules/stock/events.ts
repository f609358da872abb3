import type { EventDeclarations } from '../../kernel/events.ts';

const hold = {
  reservationId: 'id',
  owner: 'object',
  purpose: 'text',
  expiresAt: 'instant?',
  context: 'object',
  lines: 'list',
} as const;

const ended = { ...hold, reason: 'text?' } as const;

/** Most of them are said by the functions of this schema, in the statement that makes the change. */
export const stockEvents = {
  'stock.reservation.held': { when: 'Goods are held for somebody.', data: hold },
  'stock.reservation.committed': { when: 'They are bound to an order that is being paid or was placed.', data: hold },
  'stock.reservation.extended': { when: 'They are held longer.', data: hold },
  'stock.reservation.reduced': { when: 'Pieces of a hold are on sale again.', data: ended },
  'stock.reservation.released': { when: 'The hold was given up; the goods are on sale again.', data: ended },
  'stock.reservation.expired': { when: 'The hold ran out; the goods are on sale again.', data: ended },
  'stock.reservation.consumed': { when: 'The goods left the house.', data: ended },
  'stock.reservation.reopened': {
    when: 'Goods that had left the house are here again, and held as before.',
    data: ended,
  },
  'stock.reservation.at_risk': { when: 'There are fewer pieces than are promised; this hold may fail.', data: hold },
  'stock.reservation.risk_lifted': { when: 'There are enough pieces again for this hold.', data: hold },
  'stock.level.changed': {
    when: 'What lies on the shelf was counted, came in, left, or was corrected.',
    data: {
      variantId: 'id',
      locationId: 'id',
      kind: 'text',
      onHandBefore: 'number',
      onHandAfter: 'number',
      damagedBefore: 'number?',
      damagedAfter: 'number?',
    },
  },
  'stock.level.limited': {
    when: 'How much of it is kept back as safety or display changed.',
    data: { variantId: 'id', locationId: 'id' },
  },
  'stock.safety_default.set': {
    when: 'The safety stock of a location, or of all, was set.',
    data: { locationId: 'id?', safety: 'number' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    stock: typeof stockEvents;
  }
}
