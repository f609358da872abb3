import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, shellRoute } from '../shell/routes.tsx';
import type { Search } from './returns/queries.ts';
import { type Stage, stages } from './today/stages.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const floor = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floor',
  component: lazyRouteComponent(() => import('./frame/FloorFrame.tsx'), 'FloorFrame'),
});

const today = createRoute({
  getParentRoute: () => floor,
  id: 'today',
  validateSearch: (search: Record<string, unknown>): { stage?: Stage } => {
    const stage = stages.find((one) => one === search.stage);
    return stage ? { stage } : {};
  },
  component: lazyRouteComponent(() => import('./today/Today.tsx'), 'Today'),
});

const todayIndex = createRoute({
  getParentRoute: () => today,
  path: '/',
  component: lazyRouteComponent(() => import('./today/NoWork.tsx'), 'NoWork'),
});

const work = createRoute({
  getParentRoute: () => today,
  path: 'work/$workId',
  validateSearch: (search: Record<string, unknown>): { act?: 'hand_over' } =>
    search.act === 'hand_over' ? { act: 'hand_over' } : {},
  component: lazyRouteComponent(() => import('./work/Work.tsx'), 'Work'),
});

const find = createRoute({
  getParentRoute: () => floor,
  path: 'find',
  validateSearch: (search: Record<string, unknown>): { q: string } => ({ q: text(search.q) ?? '' }),
  component: lazyRouteComponent(() => import('./find/Find.tsx'), 'Find'),
});

const till = createRoute({
  getParentRoute: () => floor,
  path: 'till',
  validateSearch: (search: Record<string, unknown>): { code?: string } => {
    const code = text(search.code);
    return code ? { code } : {};
  },
  component: lazyRouteComponent(() => import('./till/Till.tsx'), 'Till'),
});

const people = createRoute({
  getParentRoute: () => floor,
  path: 'people',
  component: lazyRouteComponent(() => import('./people/People.tsx'), 'People'),
});

const stock = createRoute({
  getParentRoute: () => floor,
  path: 'stock',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = text(search.q);
    return q ? { q } : {};
  },
  component: lazyRouteComponent(() => import('./stock/Stock.tsx'), 'Stock'),
});

const variant = createRoute({
  getParentRoute: () => stock,
  path: '$variantId',
  component: lazyRouteComponent(() => import('./stock/Variant.tsx'), 'Variant'),
});

const number = (value: unknown): number | undefined => {
  const found = typeof value === 'number' ? value : Number(text(value));
  return Number.isSafeInteger(found) && found >= 0 && text(value) !== undefined ? found : undefined;
};

const returns = createRoute({
  getParentRoute: () => floor,
  path: 'returns',
  validateSearch: (search: Record<string, unknown>): Search => {
    const [q, variantId, amount, days, day, cardLast4] = [
      text(search.q),
      text(search.variantId),
      number(search.amount),
      number(search.days),
      text(search.day),
      typeof search.cardLast4 === 'number' ? String(search.cardLast4).padStart(4, '0') : text(search.cardLast4),
    ];
    return {
      ...(q && q.length >= 3 ? { q } : {}),
      ...(variantId ? { variantId } : {}),
      ...(amount === undefined ? {} : { amount }),
      ...(days === undefined ? {} : { days }),
      ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
      ...(cardLast4 && /^\d{4}$/.test(cardLast4) ? { cardLast4 } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./returns/Returns.tsx'), 'Returns'),
});

const returnDesk = createRoute({
  getParentRoute: () => floor,
  path: 'returns/sale/$orderId',
  component: lazyRouteComponent(() => import('./returns/ReturnDesk.tsx'), 'ReturnDesk'),
});

const blindReturn = createRoute({
  getParentRoute: () => floor,
  path: 'returns/blind',
  validateSearch: (search: Record<string, unknown>): { id?: string } => {
    const id = text(search.id);
    return id ? { id } : {};
  },
  component: lazyRouteComponent(() => import('./returns/BlindReturn.tsx'), 'BlindReturn'),
});

const returnPage = createRoute({
  getParentRoute: () => floor,
  path: 'returns/$returnId',
  component: lazyRouteComponent(() => import('./returns/ReturnPage.tsx'), 'ReturnPage'),
});

const day = createRoute({
  getParentRoute: () => floor,
  path: 'day',
  component: lazyRouteComponent(() => import('./day/Day.tsx'), 'Day'),
});

const outbox = createRoute({
  getParentRoute: () => floor,
  path: 'unsent',
  component: lazyRouteComponent(() => import('./outbox/Unsent.tsx'), 'Unsent'),
});

const device = createRoute({
  getParentRoute: () => floor,
  path: 'device',
  component: lazyRouteComponent(() => import('./device/Devices.tsx'), 'Devices'),
});

/** Before the sign-in: a device that colleagues share. */
export const lockRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lock',
  validateSearch: (search: Record<string, unknown>): { to: string } => ({
    to: typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? search.to : '/floor',
  }),
  component: lazyRouteComponent(() => import('./device/Lock.tsx'), 'Lock'),
});

export const floorRoutes = [
  floor.addChildren([
    today.addChildren([todayIndex, work]),
    find,
    till,
    people,
    stock.addChildren([variant]),
    returns,
    returnDesk,
    blindReturn,
    returnPage,
    day,
    outbox,
    device,
  ]),
] as const;
