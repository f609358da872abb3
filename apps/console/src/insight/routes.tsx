import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/routes.tsx';

const insightHome = createRoute({
  getParentRoute: () => shellRoute,
  path: '/insight',
  component: lazyRouteComponent(() => import('./InsightHome.tsx'), 'InsightHome'),
});

export const insightRoutes = [insightHome] as const;
