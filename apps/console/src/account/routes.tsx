import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to: string } => ({
    // Only an address of the console, never another site.
    to: typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? search.to : '/',
  }),
  component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
});

export const accountRoutes = [signInRoute] as const;
