import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readListSearch } from '../shared/list/listSearch.ts';
import { shellRoute } from '../shell/routes.tsx';

const insight = createRoute({
  getParentRoute: () => shellRoute,
  path: '/insight',
  component: lazyRouteComponent(() => import('./InsightFrame.tsx'), 'InsightFrame'),
});

const home = createRoute({
  getParentRoute: () => insight,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/insight/sales' });
  },
});

const page = { getParentRoute: () => insight, validateSearch: readListSearch } as const;

const sales = createRoute({
  ...page,
  path: '/sales',
  component: lazyRouteComponent(() => import('./sales/SalesPage.tsx'), 'SalesPage'),
});
const paths = createRoute({
  ...page,
  path: '/paths',
  component: lazyRouteComponent(() => import('./paths/PathsPage.tsx'), 'PathsPage'),
});
const journeys = createRoute({
  ...page,
  path: '/journeys',
  component: lazyRouteComponent(() => import('./journey/FindCustomer.tsx'), 'FindCustomer'),
});
const journey = createRoute({
  ...page,
  path: '/journeys/$customerId',
  component: lazyRouteComponent(() => import('./journey/JourneyPage.tsx'), 'JourneyPage'),
});

export const insightRoutes = [insight.addChildren([home, sales, paths, journeys, journey])] as const;
