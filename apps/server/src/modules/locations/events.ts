import type { EventDeclarations } from '../../kernel/events.ts';

export const locationsEvents = {
  'locations.location.saved': {
    when: 'A store, warehouse or drop-shipper was written.',
    data: { locationId: 'id', code: 'text', kind: 'text', created: 'flag' },
  },
  'locations.location.archived': {
    when: 'A location was taken out of use.',
    data: { locationId: 'id', code: 'text', kind: 'text' },
  },
  'locations.location.restored': {
    when: 'A location is in use again.',
    data: { locationId: 'id', code: 'text', kind: 'text' },
  },
  'locations.hours.changed': {
    when: 'Opening hours or their exceptions changed.',
    data: { locationId: 'id', code: 'text' },
  },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    locations: typeof locationsEvents;
  }
}
