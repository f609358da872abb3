import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './account/routes.tsx';
import { customerRoutes } from './customers/routes.tsx';
import { deskRoutes } from './desk/routes.tsx';
import { firstRunRoutes } from './firstRun/routes.tsx';
import { floorRoutes, lockRoute } from './floor/routes.tsx';
import { insightRoutes } from './insight/routes.tsx';
import { officeRoutes } from './office/routes.tsx';
import { homeRoute, rootRoute, shellRoute } from './shell/routes.tsx';

const routeTree = rootRoute.addChildren([
  ...accountRoutes,
  lockRoute,
  ...firstRunRoutes,
  shellRoute.addChildren([
    homeRoute,
    ...customerRoutes,
    ...deskRoutes,
    ...floorRoutes,
    ...officeRoutes,
    ...insightRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
