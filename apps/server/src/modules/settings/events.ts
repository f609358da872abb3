import type { EventDeclarations } from '../../kernel/events.ts';

const part = { part: 'text' } as const;

export const settingsEvents = {
  'settings.retailer.changed': { when: 'Who the retailer is changed.', data: part },
  'settings.market.changed': { when: 'A market changed.', data: { ...part, market: 'text?' } },
  'settings.delivery_zones.changed': { when: 'Delivery costs or times changed.', data: { ...part, market: 'text?' } },
  'settings.limits.changed': { when: 'What roles may grant or hold changed.', data: part },
  'settings.policy.changed': { when: 'A rule of the house changed.', data: { ...part, kind: 'text?' } },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    settings: typeof settingsEvents;
  }
}
