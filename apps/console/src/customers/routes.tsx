import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/routes.tsx';

/** A person's page outside of any area: for who has no Office, from a conversation or from the counter. */
const customer = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./CustomerAlone.tsx'), 'CustomerAlone'),
});

export const customerRoutes = [customer] as const;
