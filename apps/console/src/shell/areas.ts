import { type Icon, IconBuildingStore, IconChartDots3, IconInbox, IconLayoutGrid } from '@tabler/icons-react';
import type { Role } from './me.ts';
import type { shellWords } from './words.ts';

type WordKey = keyof (typeof shellWords)['en'];

export interface Area {
  id: 'desk' | 'floor' | 'office' | 'insight';
  word: WordKey;
  icon: Icon;
  /** Where it begins. */
  home: string;
  roles: readonly Role[];
  /** Its pages, for the navigation; an area of one screen has none. */
  pages: readonly { to: string; word: WordKey; roles?: readonly Role[] }[];
}

/** The parts of the console, in the order of the navigation. Who may enter is decided by the server; this only hides doors. */
export const areas: readonly Area[] = [
  { id: 'desk', word: 'desk', icon: IconInbox, home: '/desk', roles: ['agent', 'manager', 'admin'], pages: [] },
  {
    id: 'floor',
    word: 'floor',
    icon: IconBuildingStore,
    home: '/floor',
    roles: ['associate', 'manager', 'admin'],
    pages: [],
  },
  { id: 'office', word: 'office', icon: IconLayoutGrid, home: '/office', roles: ['manager', 'admin'], pages: [] },
  { id: 'insight', word: 'insight', icon: IconChartDots3, home: '/insight', roles: ['manager', 'admin'], pages: [] },
];

/** What a role sees, the place of its daily work first. */
export function areasOf(role: Role): Area[] {
  const first = { agent: 'desk', associate: 'floor', manager: 'floor', admin: 'office' }[role];
  const seen = areas.filter((area) => area.roles.includes(role));
  return [...seen.filter((area) => area.id === first), ...seen.filter((area) => area.id !== first)];
}
