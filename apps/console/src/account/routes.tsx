import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { createApi, unwrap } from '@throughline/client';
import { rootRoute } from '../shell/routes.tsx';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to: string } => ({
    // Only an address of the console, never another site.
    to: typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? search.to : '/',
  }),
  // Where nobody can sign in yet, the instance is set up first.
  beforeLoad: async () => {
    const setup = await unwrap(createApi({ language: 'en' }).GET('/api/staff/setup')).catch(() => undefined);
    if (setup?.needed) throw redirect({ to: '/setup' });
  },
  component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
});

export const accountRoutes = [signInRoute] as const;
