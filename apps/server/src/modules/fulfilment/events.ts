import type { EventDeclarations } from '../../kernel/events.ts';

const work = {
  fulfilmentId: 'id',
  kind: 'text',
  state: 'text',
  orderId: 'id?',
  reservationId: 'id?',
  locationId: 'id',
  toLocationId: 'id?',
} as const;

const shortage = {
  shortageId: 'id',
  fulfilmentId: 'id',
  orderId: 'id',
  orderLineId: 'id',
  variantId: 'id',
  quantity: 'number',
  locationId: 'id',
  what: 'text',
  choice: 'text?',
} as const;

export const fulfilmentEvents = {
  'fulfilment.fulfilment.created': { when: 'A location got work: to pick, to put aside or to send.', data: work },
  'fulfilment.fulfilment.taken': { when: 'Somebody took the work, or took it over.', data: work },
  'fulfilment.fulfilment.ready': { when: 'The goods lie ready to be collected or sent.', data: work },
  'fulfilment.fulfilment.not_found': { when: 'The goods were not where they should be.', data: work },
  'fulfilment.fulfilment.handed_over': { when: 'The goods were handed to the customer.', data: work },
  'fulfilment.fulfilment.shipped': { when: 'The parcel is on its way.', data: work },
  'fulfilment.fulfilment.tracking_changed': {
    when: 'Of a parcel that left, the carrier or the number was given later or put right.',
    data: work,
  },
  'fulfilment.fulfilment.arrived': {
    when: 'What another location sent for a pickup has come to the store where it is collected.',
    data: work,
  },
  'fulfilment.fulfilment.cancelled': { when: 'The work is not to be done any more.', data: work },
  'fulfilment.fulfilment.ordered': { when: 'Goods that lay aside for somebody were bought by them.', data: work },
  'fulfilment.fulfilment.reversed': { when: '“Ready” or “handed over” was a mistake and was taken back.', data: work },
  'fulfilment.fulfilment.reduced': { when: 'Pieces were taken off the work.', data: work },
  'fulfilment.fulfilment.promised': {
    when: 'When it is ready, or how long it is kept, was promised anew.',
    data: work,
  },
  'fulfilment.fulfilment.short': {
    when: 'Pieces were not found or damaged, and the customer is asked.',
    data: shortage,
  },
  'fulfilment.fulfilment.short_settled': {
    when: 'It was chosen what happens instead of the missing pieces.',
    data: shortage,
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    fulfilment: typeof fulfilmentEvents;
  }
}
