import type { Place } from './places.ts';

export const consolePlaces: Place[] = [
  { name: 'sign-in', area: 'account', pattern: '/sign-in', who: 'nobody', address: () => '/console/sign-in' },
  { name: 'desk-inbox', area: 'desk', pattern: '/desk', who: 'agent', address: () => '/console/desk' },
  {
    name: 'desk-thread',
    area: 'desk',
    pattern: '/desk/$threadId',
    who: 'agent',
    address: (world) => `/console/desk/${world.threadId}`,
  },
  {
    name: 'desk-customer',
    area: 'desk',
    pattern: '/desk/$threadId',
    who: 'agent',
    address: (world) => `/console/desk/${world.threadId}?side=customer`,
  },
  { name: 'floor-today', area: 'floor', pattern: '/floor', who: 'associate', address: () => '/console/floor' },
  { name: 'office-home', area: 'office', pattern: '/office', who: 'admin', address: () => '/console/office' },
  { name: 'insight-home', area: 'insight', pattern: '/insight', who: 'admin', address: () => '/console/insight' },
];
