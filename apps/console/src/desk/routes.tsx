import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/routes.tsx';

const deskHome = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk',
  component: lazyRouteComponent(() => import('./DeskHome.tsx'), 'DeskHome'),
});

export const deskRoutes = [deskHome] as const;
