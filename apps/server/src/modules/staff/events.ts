import type { EventDeclarations } from '../../kernel/events.ts';

const member = { role: 'text', locationIds: 'ids', active: 'flag' } as const;

export const staffEvents = {
  'staff.member.added': { when: 'A colleague was added.', data: member },
  'staff.member.changed': { when: 'A colleague’s role, places or state changed.', data: member },
} as const satisfies EventDeclarations;

declare module '../../kernel/events.ts' {
  interface EventsOfModules {
    staff: typeof staffEvents;
  }
}
