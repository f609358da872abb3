import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/routes.tsx';

const officeHome = createRoute({
  getParentRoute: () => shellRoute,
  path: '/office',
  component: lazyRouteComponent(() => import('./OfficeHome.tsx'), 'OfficeHome'),
});

export const officeRoutes = [officeHome] as const;
