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
  'customers.consent.given': {
    when: 'Somebody agreed to a use of their data, in words that are kept.',
    data: { consentId: 'id', purpose: 'text', consentChannel: 'text', source: 'text', wording: 'text' },
  },
  'customers.consent.withdrawn': {
    when: 'Somebody refused or took back their agreement to a use of their data.',
    data: { consentId: 'id', purpose: 'text', consentChannel: 'text', source: 'text', wording: 'text' },
  },
  'customers.customer.import_undone': {
    when: 'An import was taken back, and with it what it had brought to this customer.',
    data: { customerId: 'id', importId: 'id' },
  },
  'customers.customer.imported': {
    when: 'A customer came from a file, or a file filled in what was not known of one.',
    data: { customerId: 'id', importId: 'id', line: 'number', outcome: 'text' },
  },
  'customers.customer.named': {
    when: 'A customer’s name became known or changed; the name stays with the customer.',
    data: { customerId: 'id', source: 'text' },
  },
  'customers.customer.signed_in': {
    when: 'A customer signed in to the shop.',
    data: { customerId: 'id', method: 'text' },
  },
  'customers.data.erased': {
    when: 'A customer’s data was erased; what the law makes us keep is sealed until its term.',
    data: { requestId: 'id', customerId: 'id' },
  },
  'customers.data.exported': {
    when: 'A copy of everything held about a customer was made for them.',
    data: { requestId: 'id', customerId: 'id' },
  },
  'customers.identifier.verified': {
    when: 'An e-mail address, a telephone number or another identifier was proven for the first time.',
    data: { customerId: 'id', identifierId: 'id', kind: 'text', evidence: 'text' },
  },
  'customers.identifier.withdrawn': {
    when: 'An address or a number that somebody had only said to be theirs turned out not to be.',
    data: { customerId: 'id', identifierId: 'id', kind: 'text' },
  },
  'customers.match.decided': {
    when: 'Two customers who may be one person were joined, called two people, put off, or put back into the queue.',
    data: { proposalId: 'id', decision: 'text', customerId: 'id', otherCustomerId: 'id' },
  },
  'customers.note.changed': {
    when: 'A colleague changed or removed a note about a customer; its text stays with the note.',
    data: { customerId: 'id', noteId: 'id', removed: 'flag' },
  },
  'customers.note.written': {
    when: 'A colleague wrote a note about a customer.',
    data: { customerId: 'id', noteId: 'id' },
  },
  'customers.tags.changed': {
    when: 'Tags were put on a customer or taken off.',
    data: { customerId: 'id' },
  },
  'customers.trait.set': {
    when: 'A trait of a customer was set, or what was said of it taken back.',
    data: { customerId: 'id', name: 'text' },
  },
  'customers.subject.linked': {
    when: 'Evidence showed that two subjects are one person.',
    data: { linkId: 'id', customerId: 'id', fromCustomerId: 'id', movedSubjectIds: 'ids', evidence: 'text' },
  },
  'customers.subject.unlinked': {
    when: 'A link was undone; what belongs to the other person went back to them.',
    data: { linkId: 'id', fromCustomerId: 'id', customerId: 'id', movedSubjectIds: 'ids' },
  },
  'customers.wording.published': {
    when: 'New words were put beside a choice of the shop; what was agreed to before stays agreed to in the words of then.',
    data: { version: 'text', place: 'text' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    customers: typeof customersEvents;
  }
}
