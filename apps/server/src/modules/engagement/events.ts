import type { EventDeclarations } from '../../kernel/events.ts';

const mail = { mailId: 'id', template: 'text', threadId: 'id?' } as const;
const text = { textId: 'id', template: 'text' } as const;

export const engagementEvents = {
  'engagement.mail.sent': { when: 'A mail was taken by the mail server.', data: mail },
  'engagement.mail.failed': { when: 'A mail was given up after its last try.', data: mail },
  'engagement.text.sent': { when: 'A text message was taken by the gateway.', data: text },
  'engagement.text.failed': { when: 'A text message was refused, or came too late to be of use.', data: text },
  'engagement.address.reported': {
    when: 'A provider told of an address: a bounce (hard, soft), a complaint, a STOP by text. The address stays with the report.',
    data: { reportId: 'id', addressKind: 'text', kind: 'text' },
  },
  'engagement.link.created': { when: 'A smart link was made.', data: { linkId: 'id', slug: 'text' } },
  'engagement.link.archived': { when: 'A smart link leads nowhere any more.', data: { linkId: 'id' } },
  'engagement.link.clicked': {
    when: 'Somebody followed a smart link.',
    data: {
      clickId: 'id',
      linkId: 'id',
      slug: 'text',
      campaign: 'object',
      variantId: 'id?',
      productId: 'id?',
      categorySlug: 'text?',
    },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    engagement: typeof engagementEvents;
  }
}
