import { type Icon, IconBuildingStore, IconChartDots3, IconInbox, IconLayoutGrid } from '@tabler/icons-react';
import type { Role } from './me.ts';

export interface Area {
  id: 'desk' | 'floor' | 'office' | 'insight';
  word: Area['id'];
  icon: Icon;
  /** Where it begins. */
  home: string;
  roles: readonly Role[];
}

/** The parts of the console, in the order of the navigation. What may be read and done is decided by the server; this only hides doors. */
export const areas: readonly Area[] = [
  { id: 'desk', word: 'desk', icon: IconInbox, home: '/desk', roles: ['agent', 'manager', 'admin'] },
  {
    id: 'floor',
    word: 'floor',
    icon: IconBuildingStore,
    home: '/floor',
    roles: ['associate', 'manager', 'admin'],
  },
  { id: 'office', word: 'office', icon: IconLayoutGrid, home: '/office', roles: ['manager', 'admin'] },
  { id: 'insight', word: 'insight', icon: IconChartDots3, home: '/insight', roles: ['manager', 'admin'] },
];

/** The area that an address belongs to. */
export const areaAt = (pathname: string): Area | undefined =>
  areas.find(({ home }) => `${pathname.replace(/^\/console/, '')}/`.startsWith(`${home}/`));

/** What a role sees, the place of its daily work first. */
export function areasOf(role: Role): Area[] {
  const first = { agent: 'desk', associate: 'floor', manager: 'floor', admin: 'office' }[role];
  const seen = areas.filter((area) => area.roles.includes(role));
  return [...seen.filter((area) => area.id === first), ...seen.filter((area) => area.id !== first)];
}
