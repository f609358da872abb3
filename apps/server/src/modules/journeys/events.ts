import type { EventDeclarations } from '../../kernel/events.ts';

export const journeysEvents = {
  'journeys.session.started': {
    when: 'A visit of the web shop or the app began.',
    data: {
      sessionId: 'id',
      source: 'text',
      channel: 'text',
      arrival: 'text',
      campaign: 'text?',
      campaignSource: 'text?',
      campaignMedium: 'text?',
      referrer: 'text?',
      entryPath: 'text?',
    },
  },
  'journeys.sale.reported': {
    when: 'A till or server of somebody else’s, with a secret key, told of a sale that is no order of ours.',
    data: { source: 'text', number: 'text?', total: 'minor?', currency: 'text?' },
  },
  'journeys.store_visit.reported': {
    when: 'A system with a secret key told that somebody came to a store.',
    data: { source: 'text' },
  },
  'journeys.call.reported': {
    when: 'A phone system with a secret key told of a call. The outcome is answered, missed, busy or voicemail.',
    data: { source: 'text', seconds: 'number?', outcome: 'text?' },
  },
  'journeys.source.added': {
    when: 'A source of outside events was set up.',
    data: { sourceId: 'id', name: 'text', channel: 'text' },
  },
  'journeys.source.changed': {
    when: 'A source of outside events was switched on or off, or given another key, name or set of sites.',
    data: { sourceId: 'id', active: 'flag', keyChanged: 'flag' },
  },
  'journeys.channel_rules.changed': {
    when: 'The rules by which a visit is told to have come about were changed.',
    data: { version: 'number', rules: 'number' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    journeys: typeof journeysEvents;
  }
}
