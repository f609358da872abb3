import type { EventDeclarations } from '../../kernel/events.ts';

export const catalogueEvents = {
  'catalogue.product.saved': {
    when: 'A product, its variants or its pictures were written, or it is sold again.',
    data: { productId: 'id', variantIds: 'ids' },
  },
  'catalogue.product.archived': {
    when: 'A product is no longer sold.',
    data: { productId: 'id', variantIds: 'ids' },
  },
  'catalogue.category.saved': {
    when: 'A category was written.',
    data: { categoryId: 'id', archived: 'flag' },
  },
  'catalogue.attributes.saved': { when: 'Attributes of products were written.', data: { codes: 'list' } },
  'catalogue.search.indexed': {
    when: 'The search was brought up to date after a change of words or names.',
    data: { products: 'number' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    catalogue: typeof catalogueEvents;
  }
}
