import type { EventDeclarations } from '../../kernel/events.ts';

export const customersEvents = {
  'customers.address.added': {
    when: 'A customer kept an address for later orders.',
    data: { customerId: 'id', addressId: 'id' },
  },
  'customers.address.changed': {
    when: 'A customer changed an address they keep, or made it their first.',
    data: { customerId: 'id', addressId: 'id' },
  },
  'customers.address.removed': {
    when: 'A customer removed an address they kept. Orders sent there stay as they are.',
    data: { customerId: 'id', addressId: 'id' },
  },
  'customers.customer.named': {
    when: 'A customer’s name became known or changed; the name stays with the customer.',
    data: { customerId: 'id', source: 'text' },
  },
  'customers.customer.signed_in': {
    when: 'A customer signed in to the shop.',
    data: { customerId: 'id', method: 'text' },
  },
  'customers.identifier.verified': {
    when: 'An e-mail address, a telephone number or another identifier was proven for the first time.',
    data: { customerId: 'id', identifierId: 'id', kind: 'text', evidence: 'text' },
  },
  'customers.match.decided': {
    when: 'Two customers who may be one person were joined, called two people, put off, or put back into the queue.',
    data: { proposalId: 'id', decision: 'text', customerId: 'id', otherCustomerId: 'id' },
  },
  'customers.subject.linked': {
    when: 'Evidence showed that two subjects are one person.',
    data: { linkId: 'id', customerId: 'id', fromCustomerId: 'id', movedSubjectIds: 'ids', evidence: 'text' },
  },
  'customers.subject.unlinked': {
    when: 'A link was undone; what belongs to the other person went back to them.',
    data: { linkId: 'id', fromCustomerId: 'id', customerId: 'id', movedSubjectIds: 'ids' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    customers: typeof customersEvents;
  }
}
