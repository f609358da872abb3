import type { EventDeclarations } from '../../kernel/events.ts';

const promotion = {
  promotionId: 'id',
  market: 'text',
  basisPoints: 'number',
  needsCode: 'flag',
  variantIds: 'ids',
  at: 'instant',
} as const;

const end = { promotionId: 'id', market: 'text', endsAt: 'instant?' } as const;

export const pricingEvents = {
  'pricing.price.changed': {
    when: 'The price of a variant changed in a market.',
    data: { variantId: 'id', market: 'text', from: 'object?', to: 'object?' },
  },
  'pricing.promotion.saved': {
    when: 'A promotion was written; it may begin later.',
    data: { promotionId: 'id', market: 'text', startsAt: 'instant', endsAt: 'instant?' },
  },
  'pricing.promotion.started': { when: 'A promotion began (`variantIds` may be `all`).', data: promotion },
  'pricing.promotion.ended': { when: 'A promotion is over.', data: promotion },
  'pricing.promotion.end_changed': { when: 'A promotion will end at another time.', data: end },
  'pricing.promotion.archived': { when: 'A promotion was put away.', data: end },
  'pricing.discount.granted': {
    when: 'Somebody gave a discount by hand, within the limit of their role.',
    data: {
      lineId: 'id',
      ownerId: 'id',
      unit: 'object',
      newUnit: 'object',
      basisPoints: 'number',
      limitBasisPoints: 'number?',
    },
  },
  'pricing.tax_rate.added': {
    when: 'A tax rate was set from a day on.',
    data: { market: 'text', taxClass: 'text', rateBp: 'number', validFrom: 'instant' },
  },
  'pricing.tax_class.changed': { when: 'Variants got another tax class.', data: { variantIds: 'ids' } },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    pricing: typeof pricingEvents;
  }
}
