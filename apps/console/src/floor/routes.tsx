import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/routes.tsx';

const floorHome = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floor',
  component: lazyRouteComponent(() => import('./FloorHome.tsx'), 'FloorHome'),
});

export const floorRoutes = [floorHome] as const;
